package dev.plumbline.network.operator;

import java.util.List;

/** Values brought to mean 0 and deviation 1, or length 1, over some of their axes. */
final class NormalizationOperators {
    private NormalizationOperators() {}

    static List<Operator> list() {
        return List.of(
                new BatchNormalization(),
                new TrailingNorm("LayerNormalization", true),
                new TrailingNorm("RMSNormalization", false),
                new ChannelNorm("InstanceNormalization"),
                new ChannelNorm("GroupNormalization"),
                new Unary("LRN"),
                new Unary("MeanVarianceNormalization"),
                new Unary("LpNormalization"));
    }
}
