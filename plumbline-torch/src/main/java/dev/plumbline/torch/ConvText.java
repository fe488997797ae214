package dev.plumbline.torch;

import dev.plumbline.network.operator.TransposedWindow;
import dev.plumbline.network.operator.Window;
import java.util.List;
import java.util.stream.IntStream;

/** Convolutions of 1 to 3 spatial axes. */
final class ConvText {
    private ConvText() {}

    static String conv(NodeText n) {
        List<Integer> sizes = n.shape(1).sizes();
        Window window = Window.over(n.shape(0), sizes.subList(2, sizes.size()), n.attributes());
        boolean alike = window.begins().equals(window.ends());
        String x = alike ? n.in(0) : n.let(WindowText.padded(n.in(0), window.begins(), window.ends(), "0."));
        return "torch.conv" + window.axes() + "d(" + x + ", " + n.in(1) + ", " + n.in(2) + ", " + window.strides()
                + ", "
                + (alike ? window.begins() : WindowText.each(window.axes(), 0)) + ", " + window.dilations() + ", "
                + n.integer("group", 1) + ")";
    }

    static String transposed(NodeText n) {
        List<Integer> sizes = n.shape(1).sizes();
        TransposedWindow window = TransposedWindow.over(n.shape(0), sizes.subList(2, sizes.size()), n.attributes());
        int axes = window.strides().size();
        if (isPlain(window, n)) {
            return call(n, window, n.in(2), window.begins(), window.outputPadding());
        }
        List<Integer> none = WindowText.each(axes, 0);
        String all = n.let(call(n, window, "None", none, none));
        String cut = WindowText.padded(all, negative(window.begins()), negative(window.ends()), "0.");
        // behind the cut, because what is added behind has the bias too
        return n.has(2)
                ? "torch.add(" + cut + ", torch.reshape(" + n.in(2) + ", [-1" + ", 1".repeat(axes) + "]))"
                : cut;
    }

    /** Whether libtorch can say it: both ends cut alike, what is added behind within a stride. */
    private static boolean isPlain(TransposedWindow window, NodeText n) {
        boolean known = window.full().stream().allMatch(size -> size >= 0);
        return IntStream.range(0, window.strides().size()).allMatch(axis -> {
            int begin = window.begins().get(axis);
            int added = window.outputPadding().get(axis);
            int step = Math.max(window.strides().get(axis), window.dilations().get(axis));
            boolean alike = known
                    ? window.ends().get(axis) + added == begin
                    : n.attributes()
                            .integers("pads")
                            .map(pads -> pads.get(axis + pads.size() / 2) == begin)
                            .orElse(true);
            return begin >= 0 && alike && (added == 0 || added < step);
        });
    }

    private static String call(
            NodeText n, TransposedWindow window, String bias, List<Integer> padding, List<Integer> added) {
        int axes = window.strides().size();
        return "torch.conv_transpose" + axes + "d(" + n.in(0) + ", " + n.in(1) + ", " + bias + ", " + window.strides()
                + ", " + padding + ", " + added + ", " + n.integer("group", 1) + ", " + window.dilations() + ")";
    }

    private static List<Integer> negative(List<Integer> sizes) {
        return sizes.stream().map(size -> -size).toList();
    }
}
