package dev.plumbline.live;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.Epoch;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** For some epochs validation has been getting clearly worse while train gets better, by loss and by score. */
final class ValidationWorse implements Check<Trace> {
    private static final Rule RULE = new Rule(
            "validation-worse",
            Stage.EVALUATE,
            "Validation gets worse while train gets better",
            "RULES: overfit (SageMaker Debugger: 10 %); here twice its best, with the score going back as well");

    private static final double RISE = 2;
    private static final int LATE = 3;

    /** What the score must go back by, of its size: a validation split of a hundred examples moves by less. */
    private static final double BACK = 0.1;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Trace trace) {
        Scores scores = Scores.of(trace);
        if (scores.epochs().size() <= LATE) {
            return List.of();
        }
        Epoch best = scores.epochs().stream()
                .min(Comparator.comparingDouble(Scores::loss))
                .orElseThrow();
        List<Epoch> late = scores.last(LATE);
        double loss = late.stream().mapToDouble(Scores::loss).average().orElseThrow();
        double score = late.stream().mapToDouble(Scores::score).average().orElseThrow();
        double back = (Scores.score(best) - score) * scores.direction();
        boolean trainIsBetter = late.stream().allMatch(e -> e.trainLoss() < best.trainLoss());
        if (late.contains(best)
                || !trainIsBetter
                || !(loss > RISE * Scores.loss(best))
                || !(back > BACK * Math.abs(Scores.score(best)))) {
            return List.of();
        }
        return List.of(Finding.suspected(
                RULE,
                "validation",
                String.format(
                        Locale.ROOT,
                        "its loss was %.3g after epoch %d and is %.3g over the last %d, its score went from %.3g to %.3g",
                        Scores.loss(best),
                        best.number(),
                        loss,
                        LATE,
                        Scores.score(best),
                        score),
                "What is learned from here on holds for the training examples alone.",
                "Stop early (`early-stopping=" + LATE + "`), regularize, augment, or get more data."));
    }
}
