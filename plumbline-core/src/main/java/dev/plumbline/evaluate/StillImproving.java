package dev.plumbline.evaluate;

import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.LearningCurve.Point;
import dev.plumbline.experiment.Goal;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import java.util.List;
import java.util.Optional;

/** The best epoch came in the last quarter, and the curve was still rising there: training ended too early. */
final class StillImproving implements Check<Run> {
    private static final Rule RULE = new Rule(
            "still-improving",
            Stage.EVALUATE,
            "The score was still improving when training ended",
            "Google's Deep Learning Tuning Playbook: best step in the last 25 %");

    private static final int FEWEST_EPOCHS = 4;

    /** A last quarter that lowers the error by less than this share is on a plateau. */
    private static final double CLEARLY = 0.05;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Run run) {
        LearningCurve curve = LearningCurve.of(run);
        Point best = curve.best();
        int epochs = curve.epochs();
        boolean ranOut = run.outcome() instanceof Outcome.Completed
                        && epochs >= run.experiment().training().epochs()
                || run.outcome() instanceof Outcome.OutOfBudget;
        if (best == null || epochs < FEWEST_EPOCHS || !ranOut || best.epoch() <= Math.floor(0.75 * epochs)) {
            return List.of();
        }
        int quarter = epochs / 4;
        double last = curve.meanError(epochs - quarter + 1, epochs);
        double before = curve.meanError(epochs - 2 * quarter + 1, epochs - quarter);
        if (!(last < before * (1 - CLEARLY))) {
            return List.of();
        }
        Amounts amounts = new Amounts(
                curve.metric().isShare() ? Amounts.POINTS : curve.metric().label());
        Finding finding = Finding.suspected(
                RULE,
                "training.epochs",
                "the best of " + epochs + " epochs on " + curve.split() + " was number " + best.epoch()
                        + "; over the last quarter the mean error was " + amounts.text(last)
                        + ", over the quarter before "
                        + amounts.text(before),
                "More training is the cheapest improvement that there is.",
                "Train longer: `epochs=" + 2L * epochs + "`.");
        return List.of(missesGoal(run) ? finding : finding.withSeverity(Severity.INFO));
    }

    /** Only where a target is set and not reached is it worth a warning. */
    private static boolean missesGoal(Run run) {
        Goal goal = run.experiment().goal();
        Optional<Double> score = run.score(SplitName.TEST).or(() -> run.score(SplitName.VALIDATION));
        return goal.target() != null && score.isPresent() && !goal.metBy(score.get());
    }
}
