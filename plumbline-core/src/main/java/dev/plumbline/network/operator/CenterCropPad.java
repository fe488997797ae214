package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.stream.IntStream;

/** Cut or padded with zeros, alike at both ends, to the sizes of the second input along {@code axes} (all without). */
final class CenterCropPad implements Operator {
    @Override
    public String name() {
        return "CenterCropPad";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape shape = inputs.shape(0);
        int rank = shape.rank();
        long[] target = inputs.constant(1);
        List<Integer> axes = inputs.attributes()
                .integers("axes")
                .orElse(IntStream.range(0, rank).boxed().toList());
        if (axes.size() != target.length) {
            throw new ShapeFault(axes.size() + " sizes, one an axis", String.valueOf(target.length));
        }
        for (int i = 0; i < target.length; i++) {
            shape = Sizes.with(shape, Inputs.axis(axes.get(i), rank), BatchCount.toSize(target[i]));
        }
        return List.of(new ValueType(inputs.type(0).dtype(), shape));
    }
}
