package dev.plumbline.intervention;

import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Ema;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Experiments to edit, from the YAML that a person would write. */
final class Experiments {
    private static final String TRAINING = """
            task: classification
            data: {train: train.csv, max-examples: 500, normalization: none}
            training:
              loss: {name: nll, scale: -2, weights: [1, 2, 3]}
              optimizer: {name: sgd, learning-rate: 0.1, weight-decay: 0.01}
              schedule: constant
              batch-size: 32
              epochs: 9
              clip-norm: 5
              shuffle: false
              seed: 3
            goal: {metric: accuracy}
            """;

    private Experiments() {}

    static Experiment mlp() {
        return with("model: {architecture: mlp, hidden: [30, 20], activation: tanh, dropout: 0.2}");
    }

    static Experiment lenet() {
        return with("model: {architecture: lenet}");
    }

    static Experiment lstm() {
        return with("model: {architecture: lstm, units: 5}");
    }

    /** Convolution, two hidden dense layers, one with an activation of its own, a layer nobody knows, a softmax. */
    static Experiment layers() {
        return with("""
                model:
                  layers:
                    - conv2d: {filters: 4, kernel-size: [3, 3], activation: relu}
                    - mystery: {units: 7, depth: {a: 1}}
                    - flatten
                    - dense: {units: 20, activation: sigmoid}
                    - dense: {units: 12, name: narrow}
                    - activation: {activation: tanh}
                    - dense: {units: 3, activation: softmax}
                  edits:
                    - remove-node: dense_2/Softmax
                """);
    }

    static Experiment regression() {
        return new Experiment(
                "regression",
                Task.REGRESSION,
                mlp().data(),
                mlp().model(),
                mlp().training()
                        .withLoss(LossPlan.of(Loss.MSE))
                        .withOptimizer(new Optimizer.Adam(1e-3, 0.5, 0.9, 1, 0)),
                Goal.of(Metric.RMSE));
    }

    /** With what is otherwise left out of a training plan. */
    static Experiment smoothed() {
        TrainingPlan plan = mlp().training();
        return mlp().withTraining(plan.withLoss(LossPlan.of(Loss.CROSS_ENTROPY).with("label-smoothing", 0.1))
                .withGradientAccumulationSteps(4)
                .withEma(new Ema(0.99, 10)));
    }

    static List<Experiment> all() {
        return List.of(mlp(), lenet(), lstm(), layers(), regression(), smoothed());
    }

    static Experiment with(String model) {
        return complete(ExperimentFile.parse(TRAINING + model, Path.of("folder/experiment.yaml")));
    }

    static Experiment reread(Experiment experiment) {
        return complete(ExperimentFile.parse(
                ExperimentFile.write(experiment, Path.of("folder")), Path.of("folder/experiment.yaml")));
    }

    private static Experiment complete(Draft draft) {
        Draft.TrainingDraft training = draft.training();
        return new Experiment(
                draft.name(),
                Objects.requireNonNull(draft.task()),
                draft.data(),
                Objects.requireNonNull(draft.model()),
                new TrainingPlan(
                        Objects.requireNonNull(training.loss()),
                        Objects.requireNonNull(training.optimizer()),
                        Objects.requireNonNull(training.schedule()),
                        Objects.requireNonNull(training.batchSize()),
                        Objects.requireNonNull(training.epochs()),
                        training.clipping(),
                        training.earlyStopping(),
                        Objects.requireNonNull(training.shuffle()),
                        Objects.requireNonNull(training.seed()),
                        Map.of(),
                        Objects.requireNonNullElse(training.gradientAccumulationSteps(), 1),
                        training.ema()),
                Objects.requireNonNull(draft.goal()));
    }

    static String layersOf(Experiment experiment) {
        return ((ModelPlan.Layers) experiment.model().source())
                .layers().stream()
                        .map(layer -> layer.type() + layer.settings().values())
                        .toList()
                        .toString();
    }

    static String settingsOf(Experiment experiment) {
        return new java.util.TreeMap<>(
                        ((ModelPlan.Architecture) experiment.model().source())
                                .settings()
                                .values())
                .toString();
    }
}
