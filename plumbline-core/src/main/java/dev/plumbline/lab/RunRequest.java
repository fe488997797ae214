package dev.plumbline.lab;

import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Budget;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How far to run and what to look at; it changes what is known afterwards, never what happens.
 *
 * @param budget when to stop at the latest
 * @param probing which steps' activations and gradients are looked at
 * @param predict the splits to predict at the end, as far as the experiment has them
 * @param followValidation whether loss and score on train and validation are measured after every epoch
 * @param stopBelowLoss training stops once the whole train split's loss in evaluation mode is below this (checked now
 *     and then); 0 to go on
 */
public record RunRequest(
        Budget budget, Probing probing, Set<SplitName> predict, boolean followValidation, double stopBelowLoss) {
    /** Which steps are probed. */
    public enum Probing {
        NONE,
        /** Step 0 and then ever more rarely, so that probing stays below 5 % of the time. */
        SAMPLED,
        EVERY_STEP
    }

    public RunRequest {
        predict = Set.copyOf(predict);
    }

    /** Training to the end, with everything that the report shows. */
    public static RunRequest full(Budget budget) {
        return new RunRequest(budget, Probing.SAMPLED, EnumSet.allOf(SplitName.class), true, 0);
    }

    /** One forward and backward step, every layer looked at, nothing predicted (D3). */
    public static RunRequest oneStep() {
        return new RunRequest(Budget.of(Duration.ofMinutes(1)).withSteps(1), Probing.EVERY_STEP, Set.of(), false, 0);
    }

    /** Steps on one batch until its loss is below a bound (D5); the batch itself is predicted at the end. */
    public static RunRequest overfit(Budget budget, double stopBelowLoss) {
        return new RunRequest(budget, Probing.SAMPLED, Set.of(SplitName.TRAIN), false, stopBelowLoss);
    }
}
