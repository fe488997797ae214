package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Parts along {@code axis}: of the sizes that the optional second input holds, or {@code num_outputs} alike, of which
 * the last may be smaller.
 */
final class Split implements Operator {
    @Override
    public String name() {
        return "Split";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape x = inputs.shape(0);
        int axis = inputs.axis("axis", 0, x.rank());
        return parts(inputs, x.get(axis)).stream()
                .map(size -> new ValueType(inputs.type(0).dtype(), Sizes.with(x, axis, size)))
                .toList();
    }

    private static List<Integer> parts(Inputs inputs, int size) {
        if (inputs.has(1)) {
            return inputs.whole(1)
                    .map(sizes ->
                            LongStream.of(sizes).mapToObj(BatchCount::toSize).toList())
                    .orElseGet(() -> Collections.nCopies(inputs.shape(1).get(0), Shape.UNKNOWN));
        }
        int count = inputs.attributes().integer("num_outputs", 0);
        if (count < 1) {
            throw new ShapeFault("the sizes of the parts or the attribute num_outputs", "neither");
        }
        if (size < 0) {
            boolean even = size != Shape.UNKNOWN && -size % count == 0;
            return Collections.nCopies(count, even ? size / count : Shape.UNKNOWN);
        }
        int each = (size + count - 1) / count;
        List<Integer> parts = new ArrayList<>(Collections.nCopies(count - 1, each));
        parts.add(size - each * (count - 1));
        return parts;
    }

    @Override
    public List<Optional<Tensor>> evaluateAll(Inputs inputs) {
        Tensor x = inputs.known(0).orElse(null);
        List<ValueType> parts = infer(inputs);
        if (x == null || !parts.stream().allMatch(p -> p.shape().isFixed())) {
            return List.of();
        }
        int axis = inputs.axis("axis", 0, x.shape().rank());
        List<Optional<Tensor>> values = new ArrayList<>();
        int start = 0;
        for (ValueType part : parts) {
            int size = part.shape().get(axis);
            values.add(Optional.of(Folding.pick(x, View.of(x.shape()).sliced(axis, start, 1, size))));
            start += size;
        }
        return values;
    }
}
