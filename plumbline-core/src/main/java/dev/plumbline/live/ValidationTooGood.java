package dev.plumbline.live;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.Epoch;
import java.util.List;
import java.util.Locale;

/**
 * Validation is much better than train for several epochs, by loss and by score, both in evaluation mode. While a run
 * goes on there are no predictions to tell noise by, so the bounds are twice what a finished run's are.
 */
final class ValidationTooGood implements Check<Trace> {
    private static final Rule RULE = new Rule(
            "too-good",
            Stage.EVALUATE,
            "Validation is better than train",
            "UMLAUT: validation above train by more than 0.05; here by 0.1, or a tenth, for three epochs");

    private static final int LATE = 3;
    private static final double SCORE = 0.1;
    private static final double LOSS = 0.7;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Trace trace) {
        Scores scores = Scores.of(trace);
        if (scores.epochs().size() < LATE) {
            return List.of();
        }
        double direction = scores.direction();
        List<Epoch> late = scores.last(LATE);
        if (!late.stream().allMatch(e -> isTooGood(e, direction))) {
            return List.of();
        }
        Epoch last = late.get(LATE - 1);
        return List.of(Finding.suspected(
                RULE,
                "validation",
                String.format(
                        Locale.ROOT,
                        "after epoch %d its score is %.3g and train's %.3g, its loss %.3g and train's %.3g",
                        last.number(),
                        Scores.score(last),
                        last.trainScore(),
                        Scores.loss(last),
                        last.trainLoss()),
                "Unseen examples cannot be easier than those learned, unless validation holds easier ones or leaked ones.",
                "Look for duplicates of train in validation, for examples sorted before the split, and for a feature that"
                        + " holds the target."));
    }

    private static boolean isTooGood(Epoch epoch, double direction) {
        double better = (Scores.score(epoch) - epoch.trainScore()) * direction;
        return better > Math.max(SCORE, SCORE * Math.abs(epoch.trainScore()))
                && Scores.loss(epoch) < LOSS * epoch.trainLoss();
    }
}
