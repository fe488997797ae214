package dev.plumbline.guide;

import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Goal;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Run;
import java.util.Optional;

/**
 * The decision tree (L1): looks at what is known and says which stage is next, and why. It can be asked at any point;
 * what is known already is not asked for again, so a person may come with data alone, with data and a model, or with a
 * run.
 *
 * <pre>{@code
 * Step step = new Guide().next(Knowledge.of(draft)).orElseThrow();
 * // START: only what experiment.yaml says is known; the data have not been read
 * }</pre>
 */
public final class Guide {
    /** The next stage; empty where the tree has been walked to its end and it is the person's turn. */
    public Optional<Step> next(Knowledge known) {
        if (known.dataset() == null || known.proposal() == null) {
            return step(Stage.START, startBecause(known));
        }
        if (known.training() == null) {
            return beforeTraining(known);
        }
        Run run = known.training();
        if (known.comparison() == null && !visited(known, Stage.COMPARE)) {
            return step(
                    Stage.COMPARE, "There is a trained network: is it learning anything that simpler things do not?");
        }
        if (known.decomposition() == null && !visited(known, Stage.EVALUATE)) {
            return step(
                    Stage.EVALUATE,
                    known.repaired() == null
                            ? "The network learns: which part of its error is worth working on?"
                            : "With the fix the network learns: which part of its error is worth working on?");
        }
        if (!visited(known, Stage.IMPROVE)) {
            return step(Stage.IMPROVE, improveBecause(run.experiment().goal(), known));
        }
        return Optional.empty();
    }

    private static String startBecause(Knowledge known) {
        if (known.training() != null) {
            return "You have a finished run: read its data, so that its score can be compared.";
        }
        String what = known.draft().model() == null ? "data, and no model yet" : "data and a model";
        return "You have " + what + ": start from the simplest thing that could work.";
    }

    private static Optional<Step> beforeTraining(Knowledge known) {
        if (known.firstStep() == null) {
            return step(Stage.CHECK, "The experiment is complete: does it run at all, forward and backward?");
        }
        if (known.overfit() == null) {
            return step(Stage.OVERFIT, "It runs: a network without bugs can learn one batch by heart.");
        }
        OverfitResult overfit = known.overfit();
        if (overfit.trend() == Trend.TO_ZERO) {
            return step(Stage.COMPARE, "It learns one batch by heart: train it in full and compare to baselines.");
        }
        return step(
                Stage.COMPARE,
                known.fix() == null
                        ? "It does not learn one batch, and no edit mended it: does it learn anything at all?"
                        : "The cause is known: train in full with and without the fix, and compare to baselines.");
    }

    private static String improveBecause(Goal goal, Knowledge known) {
        Run run = known.evaluated();
        Double target = goal.target();
        if (target == null || run == null) {
            return "No target is set: here is what the largest part of the error asks for.";
        }
        return "The goal is " + goal.metric() + " " + target + ": here is what the largest part of the error asks for.";
    }

    private static boolean visited(Knowledge known, Stage stage) {
        return known.path().stream().anyMatch(visit -> visit.stage() == stage);
    }

    private static Optional<Step> step(Stage stage, String why) {
        return Optional.of(new Step(stage, why));
    }
}
