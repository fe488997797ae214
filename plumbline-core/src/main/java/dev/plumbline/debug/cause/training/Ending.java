package dev.plumbline.debug.cause.training;

import dev.plumbline.lab.Run;
import dev.plumbline.lab.Trace.Epoch;
import java.util.List;
import java.util.Objects;

/**
 * Where the loss stood at the end of a training and where a quarter of it earlier: on validation where it was followed,
 * else on train; of a training too short for that, the losses of its batches.
 *
 * @param split whose loss
 * @param epochs done
 * @param before mean over the last but one quarter; NaN where there is none
 * @param last mean over the last quarter
 * @param trainFalls whether the train loss fell clearly in the last quarter
 */
public record Ending(String split, int epochs, double before, double last, boolean trainFalls) {
    /** A last quarter that lowers the loss by less than this share is on a plateau. */
    private static final double CLEARLY = 0.05;

    private static final int FEWEST_EPOCHS = 4;

    /** As a run shows it. */
    public static Ending of(Run run) {
        List<Epoch> epochs =
                run.trace().epochs().stream().filter(e -> e.number() > 0).toList();
        int count = epochs.size();
        if (count < FEWEST_EPOCHS) {
            return ofBatches(run.trace().losses(), count);
        }
        boolean followed = epochs.stream().allMatch(e -> e.validationLoss() != null);
        double[] train = epochs.stream().mapToDouble(Epoch::trainLoss).toArray();
        double[] losses = followed
                ? epochs.stream()
                        .mapToDouble(e -> Objects.requireNonNull(e.validationLoss()))
                        .toArray()
                : train;
        int quarter = Math.max(1, count / 4);
        return new Ending(
                followed ? "validation" : "train",
                count,
                mean(losses, count - 2 * quarter, count - quarter),
                mean(losses, count - quarter, count),
                falls(mean(train, count - 2 * quarter, count - quarter), mean(train, count - quarter, count)));
    }

    private static Ending ofBatches(float[] losses, int epochs) {
        double[] all = new double[losses.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = losses[i];
        }
        int quarter = all.length / 4;
        double before = mean(all, all.length - 2 * quarter, all.length - quarter);
        double last = mean(all, all.length - quarter, all.length);
        return new Ending("train", epochs, before, last, falls(before, last));
    }

    /** Whether the loss was still on its way down. */
    public boolean isStillFalling() {
        return trainFalls && falls(before, last);
    }

    private static boolean falls(double before, double last) {
        return last < before - CLEARLY * Math.abs(before);
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = Math.max(0, from); i < to; i++) {
            sum += values[i];
        }
        return to > from ? sum / (to - from) : Double.NaN;
    }
}
