package dev.plumbline.torch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Operators that slide a window over the spatial axes. libtorch pads both ends alike; ONNX need not. */
record WindowText(List<Integer> kernel, List<Integer> strides, List<Integer> dilations, List<Integer> pads) {
    /** Lower than any value that a maximum is taken of. */
    private static final double LOWEST = -Float.MAX_VALUE;

    private static WindowText of(NodeText n, List<Integer> kernel) {
        int axes = kernel.size();
        List<Integer> ones = Collections.nCopies(axes, 1);
        List<Integer> strides = n.attributes().integers("strides").orElse(ones);
        List<Integer> dilations = n.attributes().integers("dilations").orElse(ones);
        List<Integer> pads = n.attributes().integers("pads").orElse(Collections.nCopies(2 * axes, 0));
        String auto = n.attributes().text("auto_pad", "NOTSET");
        if (!auto.equals("NOTSET")) {
            pads = automatic(auto, n, kernel, strides, dilations);
        }
        return new WindowText(kernel, strides, dilations, pads);
    }

    private static List<Integer> automatic(
            String auto, NodeText n, List<Integer> kernel, List<Integer> strides, List<Integer> dilations) {
        int axes = kernel.size();
        List<Integer> pads = new ArrayList<>(Collections.nCopies(2 * axes, 0));
        if (auto.equals("VALID")) {
            return pads;
        }
        for (int i = 0; i < axes; i++) {
            int in = n.shape(0).get(i + 2);
            int out = (in + strides.get(i) - 1) / strides.get(i);
            int reach = (kernel.get(i) - 1) * dilations.get(i) + 1;
            int total = Math.max(0, (out - 1) * strides.get(i) + reach - in);
            int smaller = total / 2;
            pads.set(i, auto.equals("SAME_UPPER") ? smaller : total - smaller);
            pads.set(i + axes, total - pads.get(i));
        }
        return pads;
    }

    private int axes() {
        return kernel.size();
    }

    private List<Integer> begins() {
        return pads.subList(0, axes());
    }

    private boolean isSymmetric() {
        return begins().equals(pads.subList(axes(), 2 * axes()));
    }

    private boolean isPadded() {
        return pads.stream().anyMatch(p -> p > 0);
    }

    private List<Integer> none() {
        return Collections.nCopies(axes(), 0);
    }

    /** The input with its padding made explicit; libtorch counts from the last axis, begin and end of each. */
    private String padded(String input, double value) {
        List<Integer> order = new ArrayList<>();
        for (int i = axes() - 1; i >= 0; i--) {
            order.add(pads.get(i));
            order.add(pads.get(i + axes()));
        }
        return "torch.constant_pad_nd(" + input + ", " + order + ", " + ProgramText.literal(value) + ")";
    }

    static String conv(NodeText n) {
        List<Integer> sizes = n.shape(1).sizes();
        WindowText window = of(n, sizes.subList(2, sizes.size()));
        boolean symmetric = window.isSymmetric();
        String x = symmetric ? n.in(0) : n.let(window.padded(n.in(0), 0));
        return "torch.conv" + window.axes() + "d(" + x + ", " + n.in(1) + ", " + n.in(2) + ", " + window.strides + ", "
                + (symmetric ? window.begins() : window.none()) + ", " + window.dilations + ", "
                + n.integer("group", 1) + ")";
    }

    static String maxPool(NodeText n) {
        WindowText window = of(n, n.attributes().integers("kernel_shape").orElseThrow());
        // libtorch takes padding up to half a window only
        boolean fits = window.isSymmetric()
                && java.util.stream.IntStream.range(0, window.axes())
                        .allMatch(i -> 2 * window.pads.get(i) <= window.kernel.get(i));
        String x = fits ? n.in(0) : n.let(window.padded(n.in(0), LOWEST));
        return "torch.max_pool" + window.axes() + "d(" + x + ", " + window.kernel + ", " + window.strides + ", "
                + (fits ? window.begins() : window.none()) + ", " + window.dilations + ", " + ceil(n) + ")";
    }

    static String averagePool(NodeText n) {
        WindowText window = of(n, n.attributes().integers("kernel_shape").orElseThrow());
        boolean countPadding = n.integer("count_include_pad", 0) == 1;
        String tail = ", " + window.kernel + ", " + window.strides + ", " + window.none() + ", " + ceil(n);
        String function = "torch.avg_pool" + window.axes() + "d(";
        if (!window.isPadded()) {
            return function + n.in(0) + tail + ")";
        }
        String sums = n.let(function + window.padded(n.in(0), 0) + tail + ")");
        if (countPadding) {
            return "torch.alias(" + sums + ")";
        }
        String ones = "torch.ones_like(torch.detach(" + n.in(0) + "))";
        return "torch.div(" + sums + ", " + function + window.padded(ones, 0) + tail + "))";
    }

    private static String ceil(NodeText n) {
        return n.integer("ceil_mode", 0) == 1 ? "True" : "False";
    }
}
