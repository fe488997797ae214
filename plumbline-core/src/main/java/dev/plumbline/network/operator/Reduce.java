package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Many values to one, along the axes that the optional second input names: {@code ReduceSum} and its kin. Without axes
 * over all, or over none with {@code noop_with_empty_axes} = 1.
 *
 * @param name ONNX name
 * @param accepts the element types it takes
 * @param folding how two values known beforehand become one; null where nobody needs to know
 */
record Reduce(String name, Accepts accepts, @Nullable Arithmetic folding) implements Operator {
    Reduce(String name) {
        this(name, Accepts.NUMBERS, null);
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        accepts.check(inputs, 0);
        boolean keep = inputs.attributes().integer("keepdims", 1) == 1;
        ValueType x = inputs.type(0);
        if (inputs.has(1) && inputs.known(1).isEmpty()) {
            int given = inputs.shape(1).get(0);
            if (!keep && given < 0) {
                throw new ShapeFault(
                        "a number of axes that is known beforehand",
                        inputs.type(1).toString());
            }
            return List.of(new ValueType(
                    x.dtype(), Sizes.unknown(keep ? x.shape().rank() : x.shape().rank() - given)));
        }
        return List.of(new ValueType(x.dtype(), reduced(x.shape(), axes(inputs), keep)));
    }

    /** The axes that are reduced, where they are known. */
    private static Set<Integer> axes(Inputs inputs) {
        int rank = inputs.shape(0).rank();
        long[] given = inputs.whole(1).orElse(new long[0]);
        if (given.length == 0) {
            boolean none = inputs.attributes().integer("noop_with_empty_axes", 0) == 1;
            return none ? Set.of() : IntStream.range(0, rank).boxed().collect(Collectors.toSet());
        }
        return LongStream.of(given)
                .mapToObj(axis -> Inputs.axis(Math.toIntExact(axis), rank))
                .collect(Collectors.toSet());
    }

    static Shape reduced(Shape x, Set<Integer> axes, boolean keep) {
        List<Integer> sizes = new ArrayList<>();
        for (int axis = 0; axis < x.rank(); axis++) {
            if (!axes.contains(axis)) {
                sizes.add(x.get(axis));
            } else if (keep) {
                sizes.add(1);
            }
        }
        return new Shape(sizes);
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        Tensor x = inputs.known(0).orElse(null);
        Arithmetic arithmetic = folding;
        if (x == null
                || arithmetic == null
                || x.elements() == 0
                || inputs.has(1) && inputs.known(1).isEmpty()) {
            return Optional.empty();
        }
        Optional<Tensor> folded = Optional.of(x);
        for (int axis : axes(inputs)) {
            folded = folded.flatMap(tensor -> along(tensor, axis, inputs.type(0).dtype(), arithmetic));
        }
        return folded.map(tensor -> tensor.reshape(infer(inputs).get(0).shape()));
    }

    private static Optional<Tensor> along(Tensor x, int axis, DType dtype, Arithmetic arithmetic) {
        Optional<Tensor> folded = Optional.empty();
        for (int i = 0; i < x.shape().get(axis); i++) {
            Tensor slice = Folding.pick(x, View.of(x.shape()).sliced(axis, i, 1, 1));
            folded = i == 0
                    ? Optional.of(slice)
                    : folded.flatMap(
                            sum -> Folding.combine(sum, slice, new ValueType(dtype, slice.shape()), arithmetic));
        }
        return folded;
    }
}
