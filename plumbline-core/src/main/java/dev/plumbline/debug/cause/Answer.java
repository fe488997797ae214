package dev.plumbline.debug.cause;

import dev.plumbline.data.Shape;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Task;
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

    /** Units of the output: its last axis, 1 where it has none but the batch's. */
    static int width(Setup setup) {
        Shape shape = shape(setup);
        return shape.rank() < 2 ? 1 : shape.get(-1);
    }

    /** Classes, labels or numbers of the targets. */
    static int wanted(Setup setup) {
        return setup.dataset().schema().outputs();
    }

    /** Whether the targets are one of several classes. */
    static boolean isOneOfMany(Setup setup) {
        return setup.experiment().task() == Task.CLASSIFICATION;
    }

    /** The loss of plain numbers that suits the task and the output's width. */
    static Loss fitting(Setup setup) {
        return switch (setup.experiment().task()) {
            case REGRESSION -> Loss.MSE;
            case MULTILABEL -> Loss.BCE_WITH_LOGITS;
            case CLASSIFICATION -> width(setup) == 1 ? Loss.BCE_WITH_LOGITS : Loss.CROSS_ENTROPY;
        };
    }

    /** Whether the loss compares the classes with one another: softmax and cross-entropy. */
    static boolean comparesClasses(Loss loss) {
        return switch (loss) {
            case CROSS_ENTROPY,
                    NLL,
                    CATEGORICAL_CROSSENTROPY,
                    CATEGORICAL_FOCAL,
                    CATEGORICAL_FOCAL_WITH_LOGITS,
                    KL_DIVERGENCE -> true;
            default -> false;
        };
    }
}
