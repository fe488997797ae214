package dev.plumbline.torch;

import java.util.List;

/** Recurrent layers: by libtorch's kernels where they can be, step by step otherwise. */
final class RecurrentText {
    private RecurrentText() {}

    static void rows(Translations table) {
        for (String operator : List.of("RNN", "GRU", "LSTM")) {
            table.row(operator, n -> text(new RecurrentNode(n, operator)));
        }
    }

    private static String text(RecurrentNode node) {
        return FusedRecurrence.of(node).map(FusedRecurrence::write).orElseGet(() -> new RecurrentLoop(node).write());
    }
}
