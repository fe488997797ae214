package dev.plumbline.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Values brought to mean 0 and deviation 1, or length 1, over some of their axes. */
final class NormText {
    private NormText() {}

    static void rows(Translations table) {
        table.row("BatchNormalization", BatchNormText::batchNorm);
        table.row("LayerNormalization", NormText::layerNorm);
        table.row("RMSNormalization", NormText::rmsNorm);
        table.row(
                "InstanceNormalization",
                n -> "torch.instance_norm(" + n.in(0) + ", " + n.in(1) + ", " + n.in(2) + ", None, None, True, 0., "
                        + n.literal("epsilon", 1e-5) + ", False)");
        table.row(
                "GroupNormalization",
                n -> "torch.group_norm(" + n.in(0) + ", " + n.integer("num_groups", 1) + ", " + n.in(1) + ", " + n.in(2)
                        + ", " + n.literal("epsilon", 1e-5) + ", False)");
        table.row("LRN", NormText::localResponse);
        table.row("MeanVarianceNormalization", NormText::meanVariance);
        table.row("LpNormalization", NormText::length);
    }

    private static String layerNorm(NodeText n) {
        boolean scaled = coversAll(n, 1) && (!n.has(2) || coversAll(n, 2));
        String arguments = n.in(0) + ", " + normalized(n) + ", " + (scaled ? n.in(1) + ", " + n.in(2) : "None, None")
                + ", " + n.literal("epsilon", 1e-5);
        String y;
        if (n.wants(1) || n.wants(2)) {
            String all = n.let("torch.native_layer_norm(" + arguments + ")");
            for (int i = 1; i <= 2; i++) {
                if (n.wants(i)) {
                    int dtype = ScalarTypes.of(n.outputType(i).dtype());
                    n.gives(i, "torch.to((" + all + ")[" + i + "], " + dtype + ")");
                }
            }
            y = "(" + all + ")[0]";
        } else {
            y = "torch.layer_norm(" + arguments + ", False)";
        }
        if (scaled) {
            return y;
        }
        String product = "torch.mul(" + y + ", " + n.in(1) + ")";
        return n.has(2) ? "torch.add(" + product + ", " + n.in(2) + ")" : product;
    }

    private static String rmsNorm(NodeText n) {
        boolean scaled = coversAll(n, 1);
        String y = "torch.rms_norm(" + n.in(0) + ", " + normalized(n) + ", " + (scaled ? n.in(1) : "None") + ", "
                + n.literal("epsilon", 1e-5) + ")";
        return scaled ? y : "torch.mul(" + y + ", " + n.in(1) + ")";
    }

    private static int first(NodeText n) {
        return n.axis("axis", -1, n.shape(0).rank());
    }

    private static String normalized(NodeText n) {
        return Literals.list(IntStream.range(first(n), n.shape(0).rank())
                .mapToObj(axis -> n.size(0, axis))
                .toList());
    }

    /** Whether a scale has just the axes that are normalized, as libtorch takes it. */
    private static boolean coversAll(NodeText n, int index) {
        List<Integer> sizes = n.shape(0).sizes();
        return n.shape(index).isFixed() && n.shape(index).sizes().equals(sizes.subList(first(n), sizes.size()));
    }

    /** Krizhevsky et al. 2012, section 3.3: an even {@code size} has one channel more behind than before. */
    private static String localResponse(NodeText n) {
        int size = n.integer("size", 1);
        int before = (size - 1) / 2;
        String squares = n.let("torch.reshape(torch.mul(" + n.in(0) + ", " + n.in(0) + "), [" + n.size(0, 0) + ", 1, "
                + n.size(0, 1) + ", -1])");
        String padded = "torch.constant_pad_nd(" + squares + ", [0, 0, " + before + ", " + (size - 1 - before) + "])";
        String means = n.let("torch.avg_pool2d(" + padded + ", [" + size + ", 1], [1, 1])");
        String base =
                "torch.add(torch.mul(" + means + ", " + n.literal("alpha", 1e-4) + "), " + n.literal("bias", 1) + ")";
        return "torch.div(" + n.in(0) + ", torch.reshape(torch.pow(" + base + ", " + n.literal("beta", 0.75) + "), "
                + n.sizes(0) + "))";
    }

    private static String meanVariance(NodeText n) {
        List<Integer> axes = new ArrayList<>(n.attributes().integers("axes").orElse(List.of(0, 2, 3)));
        String both = n.let("torch.var_mean(" + n.in(0) + ", " + axes + ", correction=0, keepdim=True)");
        return "torch.div(torch.sub(" + n.in(0) + ", (" + both + ")[1]), torch.add(torch.sqrt((" + both
                + ")[0]), 1.0E-9))";
    }

    /** What has length 0 stays 0. */
    private static String length(NodeText n) {
        String norm = n.let("torch.linalg_vector_norm(" + n.in(0) + ", " + n.integer("p", 2) + ", ["
                + n.integer("axis", -1) + "], True)");
        return "torch.div(" + n.in(0) + ", torch.where(torch.eq(" + norm + ", 0), torch.ones_like(" + norm + "), "
                + norm + "))";
    }
}
