package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.stream.IntStream;

/** The axes in the order of {@code perm}; reversed where it is left out. */
final class Transpose implements Operator {
    @Override
    public String name() {
        return "Transpose";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape x = inputs.shape(0);
        List<Integer> order = inputs.attributes()
                .integers("perm")
                .orElse(IntStream.range(0, x.rank())
                        .mapToObj(i -> x.rank() - 1 - i)
                        .toList());
        if (!order.stream()
                .sorted()
                .toList()
                .equals(IntStream.range(0, x.rank()).boxed().toList())) {
            throw new ShapeFault("an order of all " + x.rank() + " axes", "perm " + order);
        }
        return List.of(new ValueType(
                inputs.type(0).dtype(), new Shape(order.stream().map(x::get).toList())));
    }
}
