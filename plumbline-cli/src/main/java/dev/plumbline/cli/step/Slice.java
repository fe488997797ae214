package dev.plumbline.cli.step;

import dev.plumbline.data.DoubleTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A part of a tensor as NumPy writes it: {@code [0, :3]}, {@code [..., 1]}, {@code [2:8:2]}; negative numbers count
 * from the end.
 */
record Slice(String text, List<String> items) {
    private static final String ITEM = "-?[0-9]{1,9}|(-?[0-9]{1,9})?:(-?[0-9]{1,9})?(:[1-9][0-9]{0,8})?|\\.\\.\\.";

    private record Range(int from, int to, int step, boolean kept) {
        int size() {
            return Math.max(0, (to - from + step - 1) / step);
        }
    }

    /** @throws dev.plumbline.UnusableInputException if it is none */
    static Slice parse(String text) {
        List<String> items = text.startsWith("[") && text.endsWith("]")
                ? Arrays.stream(text.substring(1, text.length() - 1).split(",", -1))
                        .map(String::strip)
                        .toList()
                : List.of("");
        long ellipses = items.stream().filter("..."::equals).count();
        if (ellipses > 1 || !items.stream().allMatch(item -> item.matches(ITEM))) {
            throw WrongCommand.of(
                    "slice", "one like [0, :3] or [..., 1]", "\"" + text + "\"", "Write one item for each axis.");
        }
        return new Slice(text, items);
    }

    /** @throws dev.plumbline.UnusableInputException if the tensor has no such part */
    Tensor of(Tensor tensor) {
        Shape shape = tensor.shape();
        List<Range> ranges = ranges(shape);
        List<Integer> sizes =
                ranges.stream().filter(Range::kept).map(Range::size).toList();
        Shape part = new Shape(sizes);
        double[] values = new double[Math.toIntExact(part.elements())];
        int[] at = new int[ranges.size()];
        for (int i = 0; i < values.length; i++) {
            int offset = 0;
            for (int axis = 0; axis < at.length; axis++) {
                Range range = ranges.get(axis);
                offset = offset * shape.get(axis) + range.from() + at[axis] * range.step();
            }
            values[i] = tensor.get(offset);
            for (int axis = at.length - 1;
                    axis >= 0 && ++at[axis] == ranges.get(axis).size();
                    axis--) {
                at[axis] = 0;
            }
        }
        return new DoubleTensor(values, part);
    }

    private List<Range> ranges(Shape shape) {
        int given = (int) items.stream().filter(item -> !item.equals("...")).count();
        if (given > shape.rank()) {
            throw WrongCommand.of(
                    "slice",
                    "no more than one item for each of " + shape.rank() + " axes",
                    text,
                    "The shape is " + shape + ".");
        }
        List<Range> ranges = new ArrayList<>();
        for (String item : items) {
            if (item.equals("...")) {
                for (int i = 0; i < shape.rank() - given; i++) {
                    ranges.add(new Range(0, shape.get(ranges.size()), 1, true));
                }
            } else {
                ranges.add(range(item, shape.get(ranges.size()), ranges.size(), shape));
            }
        }
        while (ranges.size() < shape.rank()) {
            ranges.add(new Range(0, shape.get(ranges.size()), 1, true));
        }
        return ranges;
    }

    private Range range(String item, int size, int axis, Shape shape) {
        String[] parts = item.split(":", -1);
        if (parts.length == 1) {
            int index = Integer.parseInt(item);
            int counted = index < 0 ? index + size : index;
            if (counted < 0 || counted >= size) {
                throw WrongCommand.of(
                        "slice",
                        size == 0
                                ? "no index: axis " + axis + " is empty"
                                : "an index below " + size + " on axis " + axis,
                        text,
                        "The shape is " + shape + ".");
            }
            return new Range(counted, counted + 1, 1, false);
        }
        int from = parts[0].isEmpty() ? 0 : bounded(Integer.parseInt(parts[0]), size);
        int to = parts[1].isEmpty() ? size : bounded(Integer.parseInt(parts[1]), size);
        return new Range(from, Math.max(from, to), parts.length < 3 ? 1 : Integer.parseInt(parts[2]), true);
    }

    /** As in NumPy, a range beyond the end ends with it. */
    private static int bounded(int index, int size) {
        return Math.max(0, Math.min(size, index < 0 ? index + size : index));
    }
}
