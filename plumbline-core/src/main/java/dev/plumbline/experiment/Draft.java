package dev.plumbline.experiment;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as a person wrote it: what is left out is null, and the start stage fills it from the data, saying why.
 *
 * @param name what people call it
 * @param task null: read from the target
 * @param data where the splits come from
 * @param normalizationGiven whether the person chose {@link DataPlan#normalization()}
 * @param targetNormalizationGiven whether the person chose {@link DataPlan#targetNormalization()}
 * @param model null: the first architecture for the data's modality (S1)
 * @param training what the person set of it
 * @param goal null: the task's default metric, no target
 * @param metricGiven whether the person chose the goal's metric
 * @param budget null: five minutes
 */
public record Draft(
        String name,
        @Nullable Task task,
        DataPlan data,
        boolean normalizationGiven,
        boolean targetNormalizationGiven,
        @Nullable ModelPlan model,
        TrainingDraft training,
        @Nullable Goal goal,
        boolean metricGiven,
        @Nullable Budget budget) {

    /** What a person set of a {@link TrainingPlan}; null for what they left out. */
    public record TrainingDraft(
            @Nullable LossPlan loss,
            @Nullable Optimizer optimizer,
            @Nullable Schedule schedule,
            @Nullable Integer batchSize,
            @Nullable Integer epochs,
            @Nullable Clipping clipping,
            @Nullable Integer earlyStopping,
            @Nullable Boolean shuffle,
            @Nullable Long seed,
            @Nullable Map<String, LossPlan> otherLosses,
            @Nullable Integer gradientAccumulationSteps,
            @Nullable Ema ema) {
        /** Nothing said of other outputs, or of what else happens beside an update at every step. */
        public TrainingDraft(
                @Nullable LossPlan loss,
                @Nullable Optimizer optimizer,
                @Nullable Schedule schedule,
                @Nullable Integer batchSize,
                @Nullable Integer epochs,
                @Nullable Clipping clipping,
                @Nullable Integer earlyStopping,
                @Nullable Boolean shuffle,
                @Nullable Long seed) {
            this(
                    loss,
                    optimizer,
                    schedule,
                    batchSize,
                    epochs,
                    clipping,
                    earlyStopping,
                    shuffle,
                    seed,
                    null,
                    null,
                    null);
        }

        /** Nothing set. */
        public static TrainingDraft empty() {
            return new TrainingDraft(null, null, null, null, null, null, null, null, null);
        }

        /** These settings, and another's where these have none. */
        public TrainingDraft orElse(TrainingDraft other) {
            return new TrainingDraft(
                    loss == null ? other.loss : loss,
                    optimizer == null ? other.optimizer : optimizer,
                    schedule == null ? other.schedule : schedule,
                    batchSize == null ? other.batchSize : batchSize,
                    epochs == null ? other.epochs : epochs,
                    clipping == null ? other.clipping : clipping,
                    earlyStopping == null ? other.earlyStopping : earlyStopping,
                    shuffle == null ? other.shuffle : shuffle,
                    seed == null ? other.seed : seed,
                    otherLosses == null ? other.otherLosses : otherLosses,
                    gradientAccumulationSteps == null ? other.gradientAccumulationSteps : gradientAccumulationSteps,
                    ema == null ? other.ema : ema);
        }

        /** Everything set. */
        public static TrainingDraft of(TrainingPlan plan) {
            return new TrainingDraft(
                    plan.loss(),
                    plan.optimizer(),
                    plan.schedule(),
                    plan.batchSize(),
                    plan.epochs(),
                    plan.clipping(),
                    plan.earlyStopping(),
                    plan.shuffle(),
                    plan.seed(),
                    plan.otherLosses(),
                    plan.gradientAccumulationSteps(),
                    plan.ema());
        }
    }

    /** This draft with a task. */
    public Draft withTask(Task changed) {
        return new Draft(
                name,
                changed,
                data,
                normalizationGiven,
                targetNormalizationGiven,
                model,
                training,
                goal,
                metricGiven,
                budget);
    }

    /** This draft with other data. */
    public Draft withData(DataPlan changed) {
        return new Draft(
                name,
                task,
                changed,
                normalizationGiven,
                targetNormalizationGiven,
                model,
                training,
                goal,
                metricGiven,
                budget);
    }

    /** Only data: the first thing a person has. */
    public static Draft of(String name, DataPlan data) {
        return new Draft(name, null, data, false, false, null, TrainingDraft.empty(), null, false, null);
    }

    /** A draft with nothing left out. */
    public static Draft of(Experiment experiment) {
        return new Draft(
                experiment.name(),
                experiment.task(),
                experiment.data(),
                true,
                true,
                experiment.model(),
                TrainingDraft.of(experiment.training()),
                experiment.goal(),
                true,
                null);
    }
}
