package dev.plumbline.debug.cause.training;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.FullTrainingCause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.List;

/** Batches so large that training gets few updates of the data it sees. */
final class BatchTooLarge implements FullTrainingCause {
    private static final Rule RULE = new Rule(
            "batch-too-large",
            Stage.EVALUATE,
            "Batches are so large that there are few updates",
            "Masters and Luschi, 2018: best results with batches of 2 to 32; Keskar et al., 2017");
    /** The usual one, and the one to try. */
    private static final int USUAL = 32;
    /** Updates of a whole training below which larger batches are to be suspected. */
    private static final long FEW = 1000;

    private static final long FEW_AN_EPOCH = 20;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Setup setup) {
        Pace pace = Pace.of(setup);
        int batch = setup.experiment().training().batchSize();
        if (!isLarge(setup)) {
            return List.of();
        }
        String seen = "batches of " + batch + " for " + pace.examples() + " examples: " + pace.stepsPerEpoch()
                + " updates an epoch, " + pace.totalSteps() + " in all";
        String why = "Each epoch costs the same and moves the weights only a few times.";
        String remedy = "Use batches of " + USUAL + ", or train for more epochs at a higher rate.";
        return List.of(
                pace.totalSteps() < FEW || batch > pace.examples()
                        ? Symptom.of(setup, RULE, "training.batch-size", seen, why, remedy)
                        : Symptom.hint(RULE, "training.batch-size", seen, why, remedy));
    }

    /** Whether batches are why there are so few updates, rather than the number of epochs. */
    static boolean isLarge(Setup setup) {
        Pace pace = Pace.of(setup);
        int batch = setup.experiment().training().batchSize();
        return (batch > 2 * USUAL || batch > pace.examples()) && pace.stepsPerEpoch() < FEW_AN_EPOCH;
    }

    @Override
    public List<String> edits(Setup setup) {
        return setup.experiment().training().batchSize() > 2 * USUAL ? List.of("batch-size=" + USUAL) : List.of();
    }
}
