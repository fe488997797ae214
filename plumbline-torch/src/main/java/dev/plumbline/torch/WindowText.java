package dev.plumbline.torch;

import dev.plumbline.network.operator.Window;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Operators that slide a window over the spatial axes. libtorch pads both ends alike; ONNX need not. */
final class WindowText {
    private WindowText() {}

    static void rows(Translations table) {
        table.row("Conv", ConvText::conv);
        table.row("ConvTranspose", ConvText::transposed);
        table.row("MaxPool", MaxPoolText::pool);
        table.row("MaxUnpool", MaxPoolText::unpool);
        table.row("AveragePool", AveragePoolText::average);
        table.row("LpPool", AveragePoolText::norm);
        table.row("GlobalAveragePool", n -> "torch.mean(" + n.in(0) + ", " + spatial(n) + ", True)");
        table.row("GlobalMaxPool", n -> "torch.amax(" + n.in(0) + ", " + spatial(n) + ", True)");
        table.row(
                "GlobalLpPool",
                n -> "torch.linalg_vector_norm(" + n.in(0) + ", " + n.integer("p", 2) + ", " + spatial(n) + ", True)");
    }

    private static List<Integer> spatial(NodeText n) {
        return IntStream.range(2, n.shape(0).rank()).boxed().toList();
    }

    /** The window of a pooling. */
    static Window pooling(NodeText n) {
        return Window.over(n.shape(0), n.attributes().integers("kernel_shape").orElseThrow(), n.attributes());
    }

    static List<Integer> each(int count, int value) {
        return Collections.nCopies(count, value);
    }

    /** Whether libtorch's pooling takes this padding itself: alike at both ends, and up to half a window. */
    static boolean takesPadding(Window window) {
        return window.begins().equals(window.ends())
                && IntStream.range(0, window.axes())
                        .allMatch(i ->
                                2 * window.begins().get(i) <= window.kernel().get(i));
    }

    /** The input with elements added before and behind its spatial axes; libtorch counts from the last axis. */
    static String padded(String input, List<Integer> begins, List<Integer> ends, String value) {
        List<Integer> order = new ArrayList<>();
        for (int axis = begins.size() - 1; axis >= 0; axis--) {
            order.add(begins.get(axis));
            order.add(ends.get(axis));
        }
        return "torch.constant_pad_nd(" + input + ", " + order + ", " + value + ")";
    }

    static String truth(boolean value) {
        return value ? "True" : "False";
    }
}
