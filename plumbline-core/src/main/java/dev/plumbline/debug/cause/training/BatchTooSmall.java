package dev.plumbline.debug.cause.training;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Batches of so few examples that each update follows the whims of one, and batch norm has nothing to measure. */
final class BatchTooSmall implements Cause {
    private static final Rule RULE = new Rule(
            "batch-too-small",
            Stage.EVALUATE,
            "Batches are too small",
            "Bottou et al., 2018: a step's noise falls with the batch; Wu and He, 2018: batch norm below 16 examples");
    private static final int SMALL = 2;
    /** Batch norm's statistics of fewer are noise. */
    private static final int SMALL_FOR_BATCH_NORM = 7;

    private static final int USUAL = 32;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.OSCILLATES);
    }

    @Override
    public boolean onlyInFullTraining() {
        return true;
    }

    @Override
    public List<Finding> look(Setup setup) {
        int batch = setup.experiment().training().batchSize();
        boolean normalizes = !setup.hidden("BatchNormalization").isEmpty();
        if (batch > (normalizes ? SMALL_FOR_BATCH_NORM : SMALL)) {
            return List.of();
        }
        return List.of(Symptom.of(
                setup,
                RULE,
                "training.batch-size",
                "batches of " + batch + (normalizes ? ", under batch normalization" : ""),
                normalizes
                        ? "Mean and deviation of so few examples are noise, and evaluation knows only their average."
                        : "Each step follows a single example, and the next one undoes it.",
                "Use batches of " + USUAL + "."));
    }

    @Override
    public List<String> edits(Setup setup) {
        int batch = setup.experiment().training().batchSize();
        boolean usualIsMore =
                batch <= SMALL_FOR_BATCH_NORM && setup.dataset().train().size() > batch;
        return usualIsMore ? List.of("batch-size=" + USUAL) : List.of();
    }
}
