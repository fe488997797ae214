package dev.plumbline.evaluate;

import dev.plumbline.evaluate.LearningCurve.Point;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Run;
import java.util.List;

/** The best epoch came in the first tenth: the rest of the training was in vain. */
final class TooLong implements Check<Run> {
    private static final Rule RULE = new Rule(
            "too-long",
            Stage.EVALUATE,
            "Training went on long after its best epoch",
            "Google's Deep Learning Tuning Playbook: best step in the first 10 %");

    private static final int FEWEST_EPOCHS = 10;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Run run) {
        LearningCurve curve = LearningCurve.of(run);
        Point best = curve.best();
        int epochs = curve.epochs();
        if (best == null || epochs < FEWEST_EPOCHS || best.epoch() > 0.1 * epochs) {
            return List.of();
        }
        return List.of(Finding.suspected(
                        RULE,
                        "training.epochs",
                        "the best of " + epochs + " epochs on " + curve.split() + " was number " + best.epoch(),
                        "The rest of the time was spent without getting better, or on learning train by heart.",
                        "Stop early (`early-stopping=" + Math.max(3, epochs / 10) + "`), lower the learning rate if the"
                                + " score jumps about, or regularize if only train goes on improving.")
                .withSeverity(Severity.INFO));
    }
}
