package dev.plumbline.network.operator;

import java.util.List;

/** What layers of neural networks compute besides products, windows and normalization. */
final class LayerOperators {
    private LayerOperators() {}

    static List<Operator> list() {
        return List.of(
                new Recurrent("RNN", 1, 1), new Recurrent("GRU", 3, 1), new Recurrent("LSTM", 4, 2), new Dropout());
    }
}
