package dev.plumbline.torch;

import dev.plumbline.network.operator.Window;
import java.util.List;
import java.util.stream.Collectors;

/** Pooling by the mean or by a norm. */
final class AveragePoolText {
    /** Kept away from 0, where the slope of a root is infinite; its own root is below what a float32 sum can show. */
    private static final double TINY = 1e-37;

    private AveragePoolText() {}

    static String average(NodeText n) {
        Window window = WindowText.pooling(n);
        boolean countsPadding = n.integer("count_include_pad", 0) == 1;
        if (isPlain(window) && WindowText.takesPadding(window)) {
            return "torch.avg_pool" + window.axes() + "d(" + n.in(0) + ", " + window.kernel() + ", " + window.strides()
                    + ", " + window.begins() + ", " + WindowText.truth(window.ceil()) + ", "
                    + WindowText.truth(countsPadding) + ")";
        }
        String mean = n.let(sums(n, window, n.in(0), true));
        if (window.in().stream().anyMatch(size -> size < 0)) {
            return countsPadding ? "torch.alias(" + mean + ")" : "torch.div(" + mean + ", " + shares(n, window) + ")";
        }
        String scaled = mean;
        for (int axis = 0; axis < window.axes(); axis++) {
            int size = window.kernel().get(axis);
            List<Integer> counts = window.counts(axis, countsPadding);
            if (counts.stream().anyMatch(count -> count != size)) {
                String factors = counts.stream()
                        .map(count -> ProgramText.literal((double) size / Math.max(1, count)))
                        .collect(Collectors.joining(", ", "[", "]"));
                String along = "torch.reshape(torch.tensor(" + factors + ", dtype="
                        + ScalarTypes.of(n.type(0).dtype()) + "), [-1" + ", 1".repeat(window.axes() - 1 - axis) + "])";
                scaled = n.let("torch.mul(" + scaled + ", " + along + ")");
            }
        }
        return "torch.alias(" + scaled + ")";
    }

    /** The share of each window that lies on the input, where sizes are known only when it runs. */
    private static String shares(NodeText n, Window window) {
        return sums(n, window, "torch.ones_like(torch.detach(" + n.in(0) + "))", true);
    }

    private static boolean isPlain(Window window) {
        return window.dilations().stream().allMatch(d -> d == 1);
    }

    /** The mean, or the sum, of what is under a whole window, padding included. */
    private static String sums(NodeText n, Window window, String input, boolean mean) {
        int axes = window.axes();
        String x = n.let(WindowText.padded(input, window.begins(), window.filling(), "0."));
        List<Integer> none = WindowText.each(axes, 0);
        int all = window.kernel().stream().reduce(1, (a, b) -> a * b);
        if (isPlain(window)) {
            String means = "torch.avg_pool" + axes + "d(" + x + ", " + window.kernel() + ", " + window.strides() + ", "
                    + none + ", False)";
            return mean ? means : "torch.mul(" + means + ", " + all + ")";
        }
        // libtorch's pooling has no dilation, its convolution has: each channel by itself under a window of equal
        // weights
        String weights = "torch.full([" + n.size(0, 1) + ", 1, "
                + window.kernel().stream().map(String::valueOf).collect(Collectors.joining(", ")) + "], "
                + ProgramText.literal(mean ? 1.0 / all : 1) + ", dtype="
                + ScalarTypes.of(n.type(0).dtype()) + ")";
        return "torch.conv" + axes + "d(" + x + ", " + weights + ", None, " + window.strides() + ", " + none + ", "
                + window.dilations() + ", " + n.size(0, 1) + ")";
    }

    /** {@code (sum of |x|^p)^(1/p)} over each window. */
    static String norm(NodeText n) {
        int p = n.integer("p", 2);
        Window window = WindowText.pooling(n);
        String powers = p == 2
                ? "torch.mul(" + n.in(0) + ", " + n.in(0) + ")"
                : p == 1 ? "torch.abs(" + n.in(0) + ")" : "torch.pow(torch.abs(" + n.in(0) + "), " + p + ")";
        String sums = sums(n, window, n.let(powers), false);
        return p == 1
                ? sums
                : "torch.pow(torch.clamp_min(" + sums + ", " + ProgramText.literal(TINY) + "), "
                        + ProgramText.literal(1.0 / p) + ")";
    }
}
