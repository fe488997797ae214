package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * More elements at the edges, or fewer where a pad is negative; inputs data, pads (begins, then ends), an optional
 * value, optional axes. {@code mode}: constant, edge, reflect, wrap.
 */
final class Pad implements Operator {
    @Override
    public String name() {
        return "Pad";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape x = inputs.shape(0);
        Optional<long[]> pads = inputs.whole(1);
        if (pads.isEmpty() || inputs.has(3) && inputs.known(3).isEmpty()) {
            return List.of(new ValueType(inputs.type(0).dtype(), Sizes.unknown(x.rank())));
        }
        long[] given = pads.orElseThrow();
        int count = given.length / 2;
        long[] axes = inputs.has(3)
                ? inputs.constant(3)
                : LongStream.range(0, x.rank()).toArray();
        if (axes.length != count) {
            throw new ShapeFault(2 * axes.length + " pads, a begin and an end an axis", given.length + " pads");
        }
        Shape shape = x;
        for (int i = 0; i < count; i++) {
            int axis = Inputs.axis(Math.toIntExact(axes[i]), x.rank());
            int size = Sizes.plus(shape.get(axis), Math.toIntExact(given[i] + given[i + count]));
            shape = Sizes.with(shape, axis, size);
        }
        return List.of(new ValueType(inputs.type(0).dtype(), shape));
    }
}
