package dev.plumbline.torch;

import dev.plumbline.data.DType;
import java.util.ArrayList;
import java.util.List;

/** Pad: constants by libtorch's own operator, all else by picking the positions that lie at each edge. */
final class PadText {
    private PadText() {}

    /** What is added to an axis. */
    private record Edge(int axis, String begin, String end) {}

    static String pad(NodeText n) {
        List<String> pads = n.wholes(1);
        int count = pads.size() / 2;
        int rank = n.shape(0).rank();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int axis = n.has(3) ? Math.toIntExact(n.constant(3)[i]) : i;
            edges.add(new Edge(axis < 0 ? axis + rank : axis, pads.get(i), pads.get(i + count)));
        }
        String mode = n.attributes().text("mode", "constant");
        return mode.equals("constant") ? constant(n, edges, value(n)) : picked(n, edges, mode);
    }

    private static String value(NodeText n) {
        DType dtype = n.type(0).dtype();
        if (!n.has(2)) {
            return Literals.number(0, dtype);
        }
        return n.known(2)
                .map(value -> Literals.number(value.get(0), dtype))
                .orElseGet(() -> (dtype.isFloat() ? "float(" : "int(") + n.in(2) + ")");
    }

    /** libtorch counts from the last axis, begin and end of each. */
    private static String constant(NodeText n, List<Edge> edges, String value) {
        List<String> order = new ArrayList<>();
        for (int axis = n.shape(0).rank() - 1; axis >= 0; axis--) {
            int place = axis;
            Edge edge =
                    edges.stream().filter(e -> e.axis() == place).findFirst().orElse(new Edge(axis, "0", "0"));
            order.add(edge.begin());
            order.add(edge.end());
        }
        return "torch.constant_pad_nd(" + n.in(0) + ", " + Literals.list(order) + ", " + value + ")";
    }

    private static String picked(NodeText n, List<Edge> edges, String mode) {
        String x = n.in(0);
        for (Edge edge : edges) {
            if (edge.begin().equals("0") && edge.end().equals("0")) {
                continue;
            }
            String size = n.let(n.size(0, edge.axis()));
            String all =
                    n.let("torch.arange(torch.neg(" + edge.begin() + "), torch.add(" + size + ", " + edge.end() + "))");
            x = n.let("torch.index_select(" + x + ", " + edge.axis() + ", " + positions(n, all, size, mode) + ")");
        }
        return "torch.alias(" + x + ")";
    }

    /** Positions outside brought inside. */
    private static String positions(NodeText n, String all, String size, String mode) {
        if (mode.equals("edge")) {
            return "torch.clamp(" + all + ", 0, torch.sub(" + size + ", 1))";
        }
        if (mode.equals("wrap")) {
            return "torch.remainder(" + all + ", " + size + ")";
        }
        // to the last and back again
        String period = n.let("ops.prim.max(1, torch.mul(2, torch.sub(" + size + ", 1)))");
        String along = n.let("torch.remainder(" + all + ", " + period + ")");
        return "torch.minimum(" + along + ", torch.add(torch.neg(" + along + "), " + period + "))";
    }

    static String centerCropPad(NodeText n) {
        int rank = n.shape(0).rank();
        List<Edge> edges = new ArrayList<>();
        for (int axis = 0; axis < rank; axis++) {
            int size = n.shape(0).get(axis);
            int more = n.outputShape().get(axis) - size;
            if (more != 0) {
                // the greater part of what is added stands behind, of what is cut too
                int begin = more > 0 ? more / 2 : -(-more / 2);
                edges.add(new Edge(axis, String.valueOf(begin), String.valueOf(more - begin)));
            }
        }
        return constant(n, edges, Literals.number(0, n.type(0).dtype()));
    }
}
