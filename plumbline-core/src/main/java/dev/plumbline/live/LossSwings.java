package dev.plumbline.live;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Trace;
import java.util.List;
import java.util.Locale;

/**
 * The loss goes up and down by half of what it was at the start, again and again. Means over blocks of steps are
 * compared, since the sign of a single batch's change is a coin's in every healthy run.
 */
final class LossSwings implements Check<Trace> {
    private static final Rule RULE = new Rule(
            "loss-swings",
            Stage.EVALUATE,
            "The loss swings up and down",
            "RULES: oscillation (TheDeepChecker, AutoTrainer); over blocks of 10 steps, by half of the first loss");

    private static final int BLOCK = 10;
    private static final int MOST_BLOCKS = 30;
    private static final int FEWEST_BLOCKS = 10;
    private static final double SIZE = 0.5;
    private static final int TURNS = 4;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Trace trace) {
        int blocks = Math.min(MOST_BLOCKS, trace.losses().length / BLOCK);
        double unit = SIZE * Math.abs(LossLevels.of(trace).first());
        if (blocks < FEWEST_BLOCKS || !(unit > 0)) {
            return List.of();
        }
        double[] means = means(trace.losses(), blocks);
        int turns = turns(means, unit);
        if (turns < TURNS) {
            return List.of();
        }
        return List.of(Finding.suspected(
                RULE,
                "training",
                String.format(
                        Locale.ROOT,
                        "turned %d times by more than %.3g within the last %d steps",
                        turns,
                        unit,
                        blocks * BLOCK),
                "It jumps across the valley instead of going down in it.",
                "Lower the learning rate, take larger batches, or clip gradients (`clip-norm=1`)."));
    }

    private static double[] means(float[] losses, int blocks) {
        double[] means = new double[blocks];
        int from = losses.length - blocks * BLOCK;
        for (int i = 0; i < blocks * BLOCK; i++) {
            means[i / BLOCK] += losses[from + i] / BLOCK;
        }
        return means;
    }

    /** How often it goes back by more than the unit after it went that far the other way. */
    private static int turns(double[] means, double unit) {
        int turns = 0;
        int direction = 0;
        double extreme = means[0];
        for (double mean : means) {
            if (Math.abs(mean - extreme) > unit && Math.signum(mean - extreme) != direction) {
                turns += direction == 0 ? 0 : 1;
                direction = (int) Math.signum(mean - extreme);
                extreme = mean;
            } else if (direction == 0 || Math.signum(mean - extreme) == direction) {
                extreme = direction == 0 ? extreme : mean;
            }
        }
        return turns;
    }
}
