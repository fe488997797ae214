package dev.plumbline.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the network is trained.
 *
 * @param loss what training lowers
 * @param optimizer how gradients become updates
 * @param schedule how the learning rate changes
 * @param batchSize examples a step, at least 1
 * @param epochs passes over the train split, at least 1
 * @param clipping how gradients are kept from being too large; null for not at all
 * @param earlyStopping epochs without a better validation score after which training stops; null to go on
 * @param shuffle whether every epoch has its own order; false feeds the examples as they stand
 * @param seed decides initial weights, order and dropout
 * @param otherLosses what else training lowers: the losses of the network's other outputs, by the outputs' names, each
 *     times its scale, added to that of the first
 * @param gradientAccumulationSteps steps whose gradients are averaged before an update, at least 1: each step but the
 *     last of so many leaves the weights as they are
 * @param ema the average of the weights that is kept beside them; null for none
 */
public record TrainingPlan(
        LossPlan loss,
        Optimizer optimizer,
        Schedule schedule,
        int batchSize,
        int epochs,
        @Nullable Clipping clipping,
        @Nullable Integer earlyStopping,
        boolean shuffle,
        long seed,
        Map<String, LossPlan> otherLosses,
        int gradientAccumulationSteps,
        @Nullable Ema ema) {
    /** One loss, an update at every step. */
    public TrainingPlan(
            LossPlan loss,
            Optimizer optimizer,
            Schedule schedule,
            int batchSize,
            int epochs,
            @Nullable Clipping clipping,
            @Nullable Integer earlyStopping,
            boolean shuffle,
            long seed) {
        this(loss, optimizer, schedule, batchSize, epochs, clipping, earlyStopping, shuffle, seed, Map.of(), 1, null);
    }

    public TrainingPlan {
        otherLosses = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(otherLosses));
        if (gradientAccumulationSteps < 1) {
            throw new IllegalArgumentException(
                    "`gradient-accumulation-steps >= 1` must hold, but got " + gradientAccumulationSteps);
        }
        if (batchSize < 1 || epochs < 1) {
            throw new IllegalArgumentException(
                    "`batch-size >= 1` and `epochs >= 1` must hold, but got " + batchSize + " and " + epochs);
        }
    }

    public TrainingPlan withLoss(LossPlan changed) {
        return new TrainingPlan(
                changed,
                optimizer,
                schedule,
                batchSize,
                epochs,
                clipping,
                earlyStopping,
                shuffle,
                seed,
                otherLosses,
                gradientAccumulationSteps,
                ema);
    }

    public TrainingPlan withOptimizer(Optimizer changed) {
        return new TrainingPlan(
                loss,
                changed,
                schedule,
                batchSize,
                epochs,
                clipping,
                earlyStopping,
                shuffle,
                seed,
                otherLosses,
                gradientAccumulationSteps,
                ema);
    }

    public TrainingPlan withSchedule(Schedule changed) {
        return new TrainingPlan(
                loss,
                optimizer,
                changed,
                batchSize,
                epochs,
                clipping,
                earlyStopping,
                shuffle,
                seed,
                otherLosses,
                gradientAccumulationSteps,
                ema);
    }

    public TrainingPlan withBatchSize(int changed) {
        return new TrainingPlan(
                loss,
                optimizer,
                schedule,
                changed,
                epochs,
                clipping,
                earlyStopping,
                shuffle,
                seed,
                otherLosses,
                gradientAccumulationSteps,
                ema);
    }

    public TrainingPlan withEpochs(int changed) {
        return new TrainingPlan(
                loss,
                optimizer,
                schedule,
                batchSize,
                changed,
                clipping,
                earlyStopping,
                shuffle,
                seed,
                otherLosses,
                gradientAccumulationSteps,
                ema);
    }

    public TrainingPlan withClipping(@Nullable Clipping changed) {
        return new TrainingPlan(
                loss,
                optimizer,
                schedule,
                batchSize,
                epochs,
                changed,
                earlyStopping,
                shuffle,
                seed,
                otherLosses,
                gradientAccumulationSteps,
                ema);
    }

    public TrainingPlan withEarlyStopping(@Nullable Integer changed) {
        return new TrainingPlan(
                loss,
                optimizer,
                schedule,
                batchSize,
                epochs,
                clipping,
                changed,
                shuffle,
                seed,
                otherLosses,
                gradientAccumulationSteps,
                ema);
    }

    public TrainingPlan withShuffle(boolean changed) {
        return new TrainingPlan(
                loss,
                optimizer,
                schedule,
                batchSize,
                epochs,
                clipping,
                earlyStopping,
                changed,
                seed,
                otherLosses,
                gradientAccumulationSteps,
                ema);
    }

    public TrainingPlan withSeed(long changed) {
        return new TrainingPlan(
                loss,
                optimizer,
                schedule,
                batchSize,
                epochs,
                clipping,
                earlyStopping,
                shuffle,
                changed,
                otherLosses,
                gradientAccumulationSteps,
                ema);
    }

    public TrainingPlan withGradientAccumulationSteps(int changed) {
        return new TrainingPlan(
                loss,
                optimizer,
                schedule,
                batchSize,
                epochs,
                clipping,
                earlyStopping,
                shuffle,
                seed,
                otherLosses,
                changed,
                ema);
    }

    public TrainingPlan withEma(@Nullable Ema changed) {
        return new TrainingPlan(
                loss,
                optimizer,
                schedule,
                batchSize,
                epochs,
                clipping,
                earlyStopping,
                shuffle,
                seed,
                otherLosses,
                gradientAccumulationSteps,
                changed);
    }
}
