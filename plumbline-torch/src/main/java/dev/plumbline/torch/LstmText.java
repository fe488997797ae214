package dev.plumbline.torch;

import java.util.ArrayList;
import java.util.List;

/**
 * ONNX's LSTM by libtorch's. ONNX stacks the gates as input, output, forget, cell; libtorch as input, forget, cell,
 * output. Parameters are held in libtorch's order ({@link Layouts}); other values are reordered as they come.
 */
final class LstmText {
    private LstmText() {}

    static String lstm(NodeText n) {
        String direction = n.attributes().text("direction", "forward");
        boolean reverse = direction.equals("reverse");
        int directions = n.shape(1).get(0);
        int hidden = n.shape(2).get(2);
        boolean batchFirst = n.integer("layout", 0) == 1;
        int stepsAxis = batchFirst ? 1 : 0;
        String x = reverse ? n.let("torch.flip(" + n.in(0) + ", [" + stepsAxis + "])") : n.in(0);
        String state = n.let("torch.zeros([" + directions + ", torch.size(" + x + ", " + (1 - stepsAxis) + "), "
                + hidden + "], dtype=6)");
        List<String> weights = new ArrayList<>();
        for (int d = 0; d < directions; d++) {
            weights.add(direction(n, 1, d, directions));
            weights.add(direction(n, 2, d, directions));
            if (n.has(3)) {
                String both = n.in(3);
                String one = directions == 1
                        ? "torch.reshape(" + both + ", [-1])"
                        : "torch.select(" + both + ", 0, " + d + ")";
                String halves = n.let("torch.chunk(" + one + ", 2)");
                weights.add(ordered(n, 3, halves + "[0]"));
                weights.add(ordered(n, 3, halves + "[1]"));
            }
        }
        String first = has(n, 5) ? initial(n, 5, batchFirst) : state;
        String cell = has(n, 6) ? initial(n, 6, batchFirst) : state;
        String all = n.let("torch.lstm(" + x + ", [" + first + ", " + cell + "], [" + String.join(", ", weights) + "], "
                + (n.has(3) ? "True" : "False") + ", 1, 0., " + (n.training() ? "True" : "False") + ", "
                + (directions == 2 ? "True" : "False") + ", " + (batchFirst ? "True" : "False") + ")");
        String y = "(" + all + ")[0]";
        if (reverse) {
            y = "torch.flip(" + y + ", [" + stepsAxis + "])";
        }
        n.gives(1, batchFirst ? "torch.transpose((" + all + ")[1], 0, 1)" : "(" + all + ")[1]");
        n.gives(2, batchFirst ? "torch.transpose((" + all + ")[2], 0, 1)" : "(" + all + ")[2]");
        String split = "torch.reshape(" + y + ", [torch.size(" + x + ", 0), torch.size(" + x + ", 1), " + directions
                + ", " + hidden + "])";
        return batchFirst ? split : "torch.transpose(" + split + ", 1, 2)";
    }

    private static boolean has(NodeText n, int index) {
        return n.has(index);
    }

    private static String initial(NodeText n, int index, boolean batchFirst) {
        return batchFirst ? n.let("torch.contiguous(torch.transpose(" + n.in(index) + ", 0, 1))") : n.in(index);
    }

    /** One direction's matrix; a view, so that its gradient is one too. */
    private static String direction(NodeText n, int index, int direction, int directions) {
        String matrix = directions == 1
                ? "torch.squeeze(" + n.in(index) + ", 0)"
                : "torch.select(" + n.in(index) + ", 0, " + direction + ")";
        return ordered(n, index, matrix);
    }

    private static String ordered(NodeText n, int index, String gates) {
        if (n.inTorchOrder(index)) {
            return gates;
        }
        String parts = n.let("torch.chunk(" + gates + ", 4)");
        return "torch.cat([" + parts + "[0], " + parts + "[2], " + parts + "[3], " + parts + "[1]])";
    }
}
