package dev.plumbline.torch;

import dev.plumbline.data.DType;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Schedule;
import dev.plumbline.experiment.Settings;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.RunRequest.Probing;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The linear regression that Python's side trains too: eight examples {@code x[i][k] = sin(1 + 3 i + k)}, targets
 * {@code y[i][o] = cos(2 i + o)}, a layer of two units whose parameters all start from 0.5.
 */
final class Waves {
    private static final int EXAMPLES = 8;
    private static final int FEATURES = 3;
    private static final int UNITS = 2;

    private Waves() {}

    static Dataset data() {
        float[] x = new float[EXAMPLES * FEATURES];
        float[] y = new float[EXAMPLES * UNITS];
        for (int i = 0; i < EXAMPLES; i++) {
            for (int k = 0; k < FEATURES; k++) {
                x[i * FEATURES + k] = (float) Math.sin(1 + 3 * i + k);
            }
            for (int o = 0; o < UNITS; o++) {
                y[i * UNITS + o] = (float) Math.cos(2 * i + o);
            }
        }
        Schema schema = new Schema(
                Modality.TABULAR,
                List.of(new InputSchema("x", Shape.of(FEATURES), DType.FLOAT32, List.of(), 0)),
                "y",
                List.of(),
                UNITS);
        Split train = new Split(List.of(FloatTensor.of(x, EXAMPLES, FEATURES)), FloatTensor.of(y, EXAMPLES, UNITS));
        return new Dataset(Task.REGRESSION, schema, Map.of(SplitName.TRAIN, train), List.of());
    }

    /** Steps of full batches. */
    static TrainingPlan plan(Optimizer optimizer, int steps) {
        return new TrainingPlan(
                LossPlan.of(Loss.MSE), optimizer, new Schedule.Constant(), EXAMPLES, steps, null, null, false, 1);
    }

    static Network network() {
        return NetworkFactory.standard().create(experiment(plan(Optimizer.Adam.of(0.1), 1)), data().schema());
    }

    private static Experiment experiment(TrainingPlan plan) {
        Map<String, Object> settings =
                Map.of("units", UNITS, "initializer", "constant(0.5)", "bias-initializer", "constant(0.5)");
        Experiment experiment = Trials.of(data(), "mlp", Map.of())
                .withModel(ModelPlan.layers(List.of(new LayerSpec("dense", Settings.of("layer", settings)))))
                .withTraining(plan);
        return experiment.withData(experiment.data().withNormalization(Normalization.NONE));
    }

    static Run train(TrainingPlan plan, Network network) {
        RunRequest request = new RunRequest(Trials.minute(), Probing.NONE, Set.of(), false, 0);
        return Trials.run(experiment(plan), network, data(), request);
    }

    static float[] values(Run run, String parameter) {
        return ((FloatTensor) Objects.requireNonNull(run.parameters().get(parameter))).values();
    }
}
