package dev.plumbline.torch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An order of axes: the result's axis i is the source's axis {@code order.get(i)}, as ONNX's {@code Transpose} has it.
 */
record Permutation(List<Integer> order) {
    Permutation {
        order = List.copyOf(order);
    }

    int rank() {
        return order.size();
    }

    boolean isIdentity() {
        return IntStream.range(0, rank()).allMatch(i -> order.get(i) == i);
    }

    /** The source's axis for one of the result; those from the end counted from the front. */
    int axis(int axis) {
        return order.get(axis < 0 ? axis + rank() : axis);
    }

    /** First this, then the other. */
    Permutation then(Permutation other) {
        return new Permutation(other.order.stream().map(order::get).toList());
    }

    Permutation inverse() {
        return new Permutation(
                IntStream.range(0, rank()).mapToObj(order::indexOf).toList());
    }

    /** The result's entries, one an axis, in the order of the source's axes. */
    <T> List<T> toSource(List<T> entries) {
        return inverse().order.stream().map(entries::get).toList();
    }

    /** What is left once these axes of the source are gone. */
    Permutation without(Collection<Integer> gone) {
        List<Integer> left = new ArrayList<>(order);
        left.removeAll(gone);
        List<Integer> sorted = left.stream().sorted().toList();
        return new Permutation(left.stream().map(sorted::indexOf).toList());
    }
}
