package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code MaxPool}, whose second output says where the largest stood in the whole input, {@code AveragePool} and
 * {@code LpPool}: each channel by itself.
 */
record Pool(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        boolean largest = name.equals("MaxPool");
        (largest ? Accepts.NUMBERS : Accepts.FLOATS).check(inputs, 0);
        Shape x = inputs.shape(0);
        List<Integer> sizes = new ArrayList<>(List.of(x.get(0), x.get(1)));
        sizes.addAll(Window.over(x, kernel(inputs), inputs.attributes()).out());
        ValueType out = new ValueType(inputs.type(0).dtype(), new Shape(sizes));
        return largest ? List.of(out, new ValueType(DType.INT64, out.shape())) : List.of(out);
    }

    static List<Integer> kernel(Inputs inputs) {
        return inputs.attributes()
                .integers("kernel_shape")
                .orElseThrow(() -> new ShapeFault("the attribute kernel_shape", "none"));
    }
}
