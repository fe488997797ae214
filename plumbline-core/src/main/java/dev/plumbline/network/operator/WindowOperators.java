package dev.plumbline.network.operator;

import java.util.List;

/** A window that slides over spatial axes: convolution and pooling. */
final class WindowOperators {
    private WindowOperators() {}

    static List<Operator> list() {
        return List.of(
                new Conv("Conv"),
                new Conv("ConvTranspose"),
                new Pool("MaxPool"),
                new Pool("AveragePool"),
                new Pool("LpPool"),
                new GlobalPool("GlobalAveragePool"),
                new GlobalPool("GlobalMaxPool"),
                new GlobalPool("GlobalLpPool"),
                new MaxUnpool());
    }
}
