package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * From each start to before each end, in steps; inputs data, starts, ends, axes (all without), steps (1 without).
 * Negative positions count from the end, positions outside are brought to the edge.
 */
final class Slice implements Operator {
    /** Beyond every size. */
    private static final long FAR = 1L << 30;

    @Override
    public String name() {
        return "Slice";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Shape x = inputs.shape(0);
        if (!isKnown(inputs)) {
            return List.of(new ValueType(inputs.type(0).dtype(), unknown(inputs)));
        }
        long[] axes = axes(inputs);
        Shape shape = x;
        for (int i = 0; i < axes.length; i++) {
            int axis = Inputs.axis(Math.toIntExact(axes[i]), x.rank());
            shape = Sizes.with(shape, axis, Cut.of(inputs, i, x.get(axis)).size());
        }
        return List.of(new ValueType(inputs.type(0).dtype(), shape));
    }

    private static boolean isKnown(Inputs inputs) {
        for (int i = 1; i < inputs.count(); i++) {
            if (inputs.has(i) && inputs.known(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The axes that are not cut stay as they are. */
    private static Shape unknown(Inputs inputs) {
        Shape shape = inputs.shape(0);
        Optional<long[]> axes = inputs.has(3)
                ? inputs.whole(3)
                : Optional.of(first(inputs.shape(1).get(0)));
        if (axes.isEmpty()) {
            return Sizes.unknown(shape.rank());
        }
        for (long axis : axes.orElseThrow()) {
            shape = Sizes.with(shape, Inputs.axis(Math.toIntExact(axis), shape.rank()), Shape.UNKNOWN);
        }
        return shape;
    }

    private static long[] axes(Inputs inputs) {
        return inputs.has(3) ? inputs.constant(3) : first(inputs.constant(1).length);
    }

    private static long[] first(int count) {
        return LongStream.range(0, count).toArray();
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        Tensor x = inputs.known(0).orElse(null);
        if (x == null || !isKnown(inputs)) {
            return Optional.empty();
        }
        View view = View.of(x.shape());
        long[] axes = axes(inputs);
        for (int i = 0; i < axes.length; i++) {
            int axis = Inputs.axis(Math.toIntExact(axes[i]), x.shape().rank());
            Cut cut = Cut.of(inputs, i, x.shape().get(axis));
            if (cut.size() < 0) {
                return Optional.empty();
            }
            view = view.sliced(axis, cut.start(), cut.step(), cut.size());
        }
        return Optional.of(Folding.pick(x, view));
    }

    /** What is cut out of one axis; the start is of use only where the size is a number. */
    private record Cut(int start, int step, int size) {
        static Cut of(Inputs inputs, int index, int size) {
            long start = inputs.constant(1)[index];
            long end = inputs.constant(2)[index];
            long step = inputs.has(4) ? inputs.constant(4)[index] : 1;
            if (step == 0) {
                throw new ShapeFault("a step that is not 0", "0");
            }
            return size < 0 || BatchCount.is(start) || BatchCount.is(end)
                    ? open(start, end, step, size)
                    : fixed(start, end, step, size);
        }

        private static Cut fixed(long start, long end, long step, int size) {
            long from = start < 0 ? start + size : start;
            long to = end < 0 ? end + size : end;
            long first = clamp(from, step > 0 ? 0 : -1, step > 0 ? size : size - 1);
            long last = clamp(to, step > 0 ? 0 : -1, step > 0 ? size : size - 1);
            long reach = step > 0 ? last - first : first - last;
            long count = Math.max(0, (reach + Math.abs(step) - 1) / Math.abs(step));
            return new Cut((int) Math.max(0, first), (int) clamp(step, -FAR, FAR), (int) count);
        }

        private static long clamp(long value, long least, long most) {
            return Math.max(least, Math.min(most, value));
        }

        /** Of an axis that grows with the batch or is unknown: all of it, its first, its last, or unknown. */
        private static Cut open(long start, long end, long step, int size) {
            boolean toEnd = end >= FAR || size < 0 && size != Shape.UNKNOWN && end == BatchCount.ofSize(size);
            if (Math.abs(step) == 1 && (step > 0 ? start == 0 && toEnd : start == -1 && end <= -FAR)) {
                return new Cut(0, (int) step, size);
            }
            boolean holdsOne = Shape.isBatched(size);
            boolean first = start == 0 && end == 1;
            boolean last = start == -1 && toEnd;
            return new Cut(0, (int) clamp(step, -FAR, FAR), holdsOne && (first || last) ? 1 : Shape.UNKNOWN);
        }
    }
}
