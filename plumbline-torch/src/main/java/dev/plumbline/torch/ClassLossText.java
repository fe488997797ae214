package dev.plumbline.torch;

import dev.plumbline.data.DType;
import java.util.Map;

/** Losses of classes as nodes of a graph. */
final class ClassLossText {
    private static final Map<String, Integer> REDUCTIONS = Map.of("none", 0, "mean", 1, "sum", 2);

    /** libtorch's own default; no class has this number. */
    private static final int NONE_IGNORED = -100;

    private ClassLossText() {}

    static void rows(Translations table) {
        table.row("NegativeLogLikelihoodLoss", n -> loss(n, n.in(0)));
        table.row("SoftmaxCrossEntropyLoss", n -> {
            String logs = n.let("torch.log_softmax(" + n.in(0) + ", 1)");
            n.gives(1, "torch.alias(" + logs + ")");
            return loss(n, logs);
        });
    }

    private static String loss(NodeText n, String logs) {
        String reduction = n.attributes().text("reduction", "mean");
        return "torch.nll_loss_nd(" + logs + ", " + n.as(1, DType.INT64) + ", " + n.in(2) + ", "
                + REDUCTIONS.getOrDefault(reduction, 1) + ", " + n.integer("ignore_index", NONE_IGNORED) + ")";
    }
}
