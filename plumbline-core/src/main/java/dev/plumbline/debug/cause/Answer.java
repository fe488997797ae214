package dev.plumbline.debug.cause;

import dev.plumbline.data.Shape;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Task;
import java.util.List;
import java.util.Objects;

/** What the network answers with, beside what the task asks for. */
final class Answer {
    private Answer() {}

    static Loss loss(Setup setup) {
        return setup.experiment().training().loss().loss();
    }

    static Shape shape(Setup setup) {
        return Objects.requireNonNull(setup.types().get(setup.network().output()))
                .shape();
    }

    /** Units of the output: its last axis (of positions also the second), 1 where it has none but the batch's. */
    static int width(Setup setup) {
        Shape shape = shape(setup);
        List<Integer> positions = setup.dataset().schema().positions();
        boolean second = shape.rank() == positions.size() + 2
                && !positions.isEmpty()
                && !shape.sizes().subList(1, shape.rank() - 1).equals(positions);
        return second ? shape.get(1) : shape.rank() < 2 ? 1 : shape.get(-1);
    }

    /** Classes, labels or numbers of the targets. */
    static int wanted(Setup setup) {
        return setup.dataset().schema().outputs();
    }

    /** Whether the targets are one of several classes, for an example or a position. */
    static boolean isOneOfMany(Setup setup) {
        return setup.experiment().task() == Task.CLASSIFICATION
                || setup.experiment().task() == Task.TAGGING;
    }

    /** The loss of plain numbers that suits the task and the output's width. */
    static Loss fitting(Setup setup) {
        return switch (setup.experiment().task()) {
            case REGRESSION -> Loss.MSE;
            case MULTILABEL -> Loss.BCE_WITH_LOGITS;
            case CLASSIFICATION, TAGGING -> width(setup) == 1 ? Loss.BCE_WITH_LOGITS : Loss.CROSS_ENTROPY;
        };
    }
}
