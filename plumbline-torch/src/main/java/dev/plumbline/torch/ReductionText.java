package dev.plumbline.torch;

import dev.plumbline.data.DType;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Many values to one, along axes. */
final class ReductionText {
    private ReductionText() {}

    static void rows(Translations table) {
        table.row("ReduceSum", n -> sum(n, n.in(0)));
        table.row("ReduceMean", n -> inReals(n, x -> along(n, "mean", x)));
        table.row("ReduceMax", n -> extreme(n, "amax", Double.NEGATIVE_INFINITY));
        table.row("ReduceMin", n -> extreme(n, "amin", Double.POSITIVE_INFINITY));
        table.row("ReduceProd", ReductionText::prod);
        table.row("ReduceL1", n -> sum(n, "torch.abs(" + n.in(0) + ")"));
        table.row("ReduceL2", n -> inReals(n, x -> norm(n, x)));
        table.row("ReduceSumSquare", n -> sum(n, "torch.mul(" + n.in(0) + ", " + n.in(0) + ")"));
        table.row("ReduceLogSum", n -> inReals(n, x -> "torch.log(" + along(n, "sum", x) + ")"));
        table.row("ReduceLogSumExp", n -> inReals(n, x -> logSumExp(n, x)));
        table.row("ArgMax", n -> position(n, "argmax"));
        table.row("ArgMin", n -> position(n, "argmin"));
    }

    /** Whether the node leaves every element by itself. */
    private static boolean reducesNothing(NodeText n) {
        return n.shape(0).rank() == 0
                || n.integer("noop_with_empty_axes", 0) == 1
                        && (!n.has(1) || n.shape(1).get(0) == 0);
    }

    private static List<String> axes(NodeText n) {
        List<String> given = n.has(1) ? n.wholes(1) : List.of();
        return given.isEmpty()
                ? IntStream.range(0, n.shape(0).rank())
                        .mapToObj(String::valueOf)
                        .toList()
                : given;
    }

    private static String keep(NodeText n) {
        return n.integer("keepdims", 1) == 1 ? "True" : "False";
    }

    private static String along(NodeText n, String function, String x) {
        return reducesNothing(n)
                ? x
                : "torch." + function + "(" + x + ", " + Literals.list(axes(n)) + ", " + keep(n) + ")";
    }

    /** Computed in real numbers, also where whole ones come and go. */
    private static String inReals(NodeText n, UnaryOperator<String> reduction) {
        DType dtype = n.type(0).dtype().isFloat() ? n.type(0).dtype() : DType.FLOAT64;
        String result = n.back(reduction.apply(n.as(0, dtype)), dtype);
        return result.equals(n.in(0)) ? "torch.alias(" + result + ")" : result;
    }

    private static String sum(NodeText n, String x) {
        if (reducesNothing(n)) {
            return "torch.alias(" + x + ")";
        }
        String type = n.type(0).dtype().isFloat()
                ? ""
                : ", dtype=" + ScalarTypes.of(n.outputType().dtype());
        return n.fit("torch.sum(" + x + ", " + Literals.list(axes(n)) + ", " + keep(n) + type + ")");
    }

    /** @param ofNothing the greatest or least of no values */
    private static String extreme(NodeText n, String function, double ofNothing) {
        if (reducesNothing(n)) {
            return "torch.alias(" + n.in(0) + ")";
        }
        if (n.shape(0).sizes().contains(0) && !n.outputShape().sizes().contains(0)) {
            return "torch.full(" + NodeText.sizes(n.outputShape()) + ", " + ofNothing(n, ofNothing) + ", dtype="
                    + ScalarTypes.of(n.outputType().dtype()) + ")";
        }
        return along(n, function, n.in(0));
    }

    /** An infinity, or the end of the range of a type that has none. */
    private static String ofNothing(NodeText n, double infinity) {
        DType dtype = n.outputType().dtype();
        if (dtype.isFloat()) {
            return Literals.real(infinity);
        }
        if (dtype == DType.BOOL) {
            return infinity > 0 ? "True" : "False";
        }
        boolean signed = dtype == DType.INT8 || dtype == DType.INT16 || dtype == DType.INT32 || dtype == DType.INT64;
        long most = -1L >>> (64 - 8 * dtype.bytes() + (signed ? 1 : 0));
        return String.valueOf(infinity > 0 ? most : signed ? -most - 1 : 0);
    }

    /** Along one axis after the other, the last first, so that the numbers of the others stay right. */
    private static String prod(NodeText n) {
        if (reducesNothing(n)) {
            return "torch.alias(" + n.in(0) + ")";
        }
        int rank = n.shape(0).rank();
        long[] given = n.has(1) ? n.constant(1) : new long[0];
        List<Long> axes = (given.length == 0 ? LongStream.range(0, rank) : LongStream.of(given))
                .map(axis -> axis < 0 ? axis + rank : axis)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .toList();
        String product = n.in(0);
        for (long axis : axes) {
            product = n.let("torch.prod(" + product + ", " + axis + ", " + keep(n) + ", dtype="
                    + ScalarTypes.of(n.outputType().dtype()) + ")");
        }
        return n.fit("torch.alias(" + product + ")");
    }

    /** Its gradient at zero is zero, where that of a square root would be NaN. */
    private static String norm(NodeText n, String x) {
        return reducesNothing(n)
                ? "torch.abs(" + x + ")"
                : "torch.linalg_vector_norm(" + x + ", 2, " + Literals.list(axes(n)) + ", " + keep(n) + ")";
    }

    private static String logSumExp(NodeText n, String x) {
        return reducesNothing(n) ? x : along(n, "logsumexp", x);
    }

    private static String position(NodeText n, String function) {
        int axis = n.axis("axis", 0, n.shape(0).rank());
        String tail = ", " + axis + ", " + keep(n) + ")";
        if (n.integer("select_last_index", 0) == 0) {
            return "torch." + function + "(" + n.in(0) + tail;
        }
        String turned = n.let("torch.flip(" + n.in(0) + ", [" + axis + "])");
        return "torch.add(torch.neg(torch." + function + "(" + turned + tail + "), torch.sub(" + n.size(0, axis)
                + ", 1))";
    }
}
