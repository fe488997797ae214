package dev.plumbline.formats.keras;

import java.util.List;

/** The three recurrent cells of Keras, and the ONNX operators that compute them. */
enum CellKind {
    LSTM("LSTM", Gates.LSTM, 2),
    GRU("GRU", Gates.GRU, 1),
    SIMPLE("RNN", Gates.SIMPLE, 1);

    private final String operator;
    private final List<Integer> gates;
    private final int states;

    CellKind(String operator, List<Integer> gates, int states) {
        this.operator = operator;
        this.gates = gates;
        this.states = states;
    }

    /** The kind of {@code LSTM}, {@code LSTMCell}, {@code SimpleRNN} and so on. */
    static CellKind of(String className) {
        return className.startsWith("LSTM") ? LSTM : className.startsWith("GRU") ? GRU : SIMPLE;
    }

    String operator() {
        return operator;
    }

    /** Which of Keras's gates comes where in ONNX's order. */
    List<Integer> gates() {
        return gates;
    }

    int states() {
        return states;
    }
}
