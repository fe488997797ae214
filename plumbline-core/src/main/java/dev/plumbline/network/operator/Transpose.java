package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;
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
        return List.of(new ValueType(
                inputs.type(0).dtype(),
                new Shape(order(inputs).stream().map(x::get).toList())));
    }

    private static List<Integer> order(Inputs inputs) {
        int rank = inputs.shape(0).rank();
        List<Integer> order = inputs.attributes()
                .integers("perm")
                .orElse(IntStream.range(0, rank).mapToObj(i -> rank - 1 - i).toList());
        if (!order.stream()
                .sorted()
                .toList()
                .equals(IntStream.range(0, rank).boxed().toList())) {
            throw new ShapeFault("an order of all " + rank + " axes", "perm " + order);
        }
        return order;
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        return inputs.known(0).map(x -> Folding.pick(x, View.of(x.shape()).inOrder(order(inputs))));
    }
}
