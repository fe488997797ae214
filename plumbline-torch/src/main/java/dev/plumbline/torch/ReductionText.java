package dev.plumbline.torch;

import java.util.Arrays;

/** Many values to one, along axes. */
final class ReductionText {
    private ReductionText() {}

    static void rows(Translations table) {
        table.row("ReduceMean", n -> reduce("mean", n));
        table.row("ReduceSum", n -> reduce("sum", n));
        table.row("ReduceMax", n -> reduce("amax", n));
    }

    private static String reduce(String function, NodeText n) {
        String axes = n.has(1)
                ? Arrays.toString(n.constant(1))
                : java.util.stream.IntStream.range(0, n.shape(0).rank())
                        .boxed()
                        .toList()
                        .toString();
        String keep = n.integer("keepdims", 1) == 1 ? "True" : "False";
        return "torch." + function + "(" + n.in(0) + ", " + axes + ", " + keep + ")";
    }
}
