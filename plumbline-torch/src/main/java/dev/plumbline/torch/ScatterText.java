package dev.plumbline.torch;

import dev.plumbline.data.DType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Values written, added or multiplied at positions; what is written over is left as it was. */
final class ScatterText {
    private ScatterText() {}

    static String elements(NodeText n) {
        int axis = n.axis("axis", 0, n.shape(0).rank());
        String head = n.in(0) + ", " + axis + ", " + IndexingText.positions(n, 1, n.size(0, axis)) + ", " + n.in(2);
        return switch (n.attributes().text("reduction", "none")) {
            case "none" -> "torch.scatter(" + head + ")";
            case "add" -> "torch.scatter_add(" + head + ")";
            default -> "torch.scatter_reduce(" + head + ", \"" + reduction(n) + "\")";
        };
    }

    /** ONNX's name of a reduction as libtorch's. */
    private static String reduction(NodeText n) {
        return switch (n.attributes().text("reduction", "none")) {
            case "mul" -> "prod";
            case "max" -> "amax";
            default -> "amin";
        };
    }

    /** ScatterND. */
    static String slices(NodeText n) {
        String reduction = n.attributes().text("reduction", "none");
        List<String> columns = IndexingText.columns(n, 1);
        if (reduction.equals("none") || reduction.equals("add")) {
            return "torch.index_put(" + n.in(0) + ", annotate(List[Optional[Tensor]], [" + String.join(", ", columns)
                    + "]), " + n.in(2) + ", " + (reduction.equals("add") ? "True" : "False") + ")";
        }
        return reduced(n, columns);
    }

    /** With the indexed axes in one, since libtorch reduces along one only. */
    private static String reduced(NodeText n, List<String> columns) {
        String place = n.let("torch.zeros_like(" + columns.get(0) + ")");
        for (int axis = 0; axis < columns.size(); axis++) {
            String size = n.size(0, axis);
            String column = n.let(columns.get(axis));
            String fromFront =
                    "torch.where(torch.lt(" + column + ", 0), torch.add(" + column + ", " + size + "), " + column + ")";
            place = n.let("torch.add(torch.mul(" + place + ", " + size + "), " + fromFront + ")");
        }
        int rank = n.shape(0).rank();
        int depth = columns.size();
        List<String> inner = new ArrayList<>(List.of("-1"));
        IntStream.range(depth, rank).mapToObj(axis -> n.size(0, axis)).forEach(inner::add);
        String rows = Literals.list(inner);
        List<Integer> down = new ArrayList<>(List.of(-1));
        down.addAll(Collections.nCopies(rank - depth, 1));
        String updates = n.let("torch.reshape(" + n.in(2) + ", " + rows + ")");
        String flat =
                "torch.scatter_reduce(torch.reshape(" + n.in(0) + ", " + rows + "), 0, torch.expand_as(torch.reshape("
                        + place + ", " + down + "), " + updates + "), " + updates + ", \"" + reduction(n) + "\")";
        return "torch.reshape(" + flat + ", " + n.sizes(0) + ")";
    }

    /** TensorScatter: each example's new steps from a position of its own on, around the end if circular. */
    static String cache(NodeText n) {
        int rank = n.shape(0).rank();
        int axis = n.axis("axis", -2, rank);
        List<Integer> along = new ArrayList<>(Collections.nCopies(rank, 1));
        List<Integer> across = new ArrayList<>(along);
        along.set(axis, -1);
        across.set(0, -1);
        String steps = n.let("torch.reshape(torch.arange(" + n.size(1, axis) + "), " + along + ")");
        if (n.has(2)) {
            steps = n.let("torch.add(" + steps + ", torch.reshape(" + n.as(2, DType.INT64) + ", " + across + "))");
        }
        if (n.attributes().text("mode", "linear").equals("circular")) {
            steps = n.let("torch.remainder(" + steps + ", " + n.size(0, axis) + ")");
        }
        return "torch.scatter(" + n.in(0) + ", " + axis + ", torch.expand(" + steps + ", " + n.sizes(1) + "), "
                + n.in(1) + ")";
    }
}
