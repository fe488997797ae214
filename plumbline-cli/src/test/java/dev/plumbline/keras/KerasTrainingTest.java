package dev.plumbline.keras;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.DType;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Schedule;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.formats.ModelFiles;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.torch.TorchLab;
import dev.plumbline.torch.TorchSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keras's random layers act when a network trains, by the run's seed. */
class KerasTrainingTest {
    private static final String IMAGE = "[null,6,5,2]";

    @TempDir
    private Path folder;

    private Path model(String layer) throws IOException {
        String input = "{\"class_name\":\"InputLayer\",\"config\":{\"name\":\"x\",\"batch_shape\":" + IMAGE + "}}";
        String dense = "{\"class_name\":\"Dense\",\"config\":{\"name\":\"out\",\"units\":1,"
                + "\"kernel_initializer\":\"ones\"}}";
        String flat = "{\"class_name\":\"Flatten\",\"config\":{\"name\":\"flat\"}}";
        String between = layer.isEmpty() ? "" : layer + ",";
        String config = "{\"class_name\":\"Sequential\",\"config\":{\"name\":\"s\",\"layers\":[" + input + "," + between
                + flat + "," + dense + "]}}";
        return Files.write(folder.resolve("model.json"), config.getBytes(StandardCharsets.UTF_8));
    }

    private static Dataset data() {
        SplittableRandom random = new SplittableRandom(4);
        float[] images = new float[16 * 60];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        Tensor x = FloatTensor.of(images, 16, 6, 5, 2);
        Tensor y = FloatTensor.of(new float[16], 16, 1);
        Schema schema = new Schema(
                Modality.TABULAR,
                List.of(new InputSchema("x", Shape.of(6, 5, 2), DType.FLOAT32, List.of(), 0)),
                "y",
                List.of(),
                1);
        return new Dataset(Task.REGRESSION, schema, Map.of(SplitName.TRAIN, new Split(List.of(x), y)), List.of());
    }

    private static float[] losses(Path file, long seed) {
        TrainingPlan plan = new TrainingPlan(
                new LossPlan(Loss.MSE, 1),
                new Optimizer.Sgd(1e-4, 0, false, 0),
                new Schedule.Constant(),
                8,
                3,
                null,
                null,
                false,
                seed);
        DataPlan data =
                DataPlan.of(file).withNormalization(Normalization.NONE).withTargetNormalization(Normalization.NONE);
        Experiment experiment = new Experiment(
                "keras", Task.REGRESSION, data, ModelPlan.file(file), plan, Goal.of(Metric.byDefault(Task.REGRESSION)));
        Dataset examples = data();
        NetworkFactory networks = NetworkFactory.standard().reading(new ModelFiles());
        try (TorchLab lab = new TorchLab((given, asked) -> examples, networks, TorchSettings.standard())) {
            RunRequest request =
                    new RunRequest(Budget.of(Duration.ofMinutes(5)), RunRequest.Probing.NONE, Set.of(), false, 0);
            Run run = lab.run(experiment, request, Observer.SILENT);
            assertThat(run.outcome()).isNotInstanceOf(Outcome.Failed.class);
            return run.trace().losses();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dropout;\"rate\":0.4",
                "Dropout;\"rate\":0.4,\"noise_shape\":[null,1,1,2]",
                "SpatialDropout2D;\"rate\":0.4",
                "GaussianDropout;\"rate\":0.4",
                "GaussianNoise;\"stddev\":0.5",
                "AlphaDropout;\"rate\":0.4",
                "RandomFlip;\"mode\":\"horizontal\"",
                "RandomBrightness;\"factor\":[-0.5,0.5],\"value_range\":[-2,2]",
                "RandomContrast;\"factor\":[0.5,0.5]",
                "RandomCrop;\"height\":4,\"width\":3",
            })
    void aRandomLayerDrawsAnewInEveryStepAndBySeed(String layer) throws IOException {
        String[] parts = layer.split(";");
        Path file = model("{\"class_name\":\"" + parts[0] + "\",\"config\":{\"name\":\"layer\"," + parts[1] + "}}");
        float[] first = losses(file, 1);
        assertThat(losses(file, 1)).as("the same seed").containsExactly(first);
        for (float loss : first) {
            assertThat(loss).isFinite();
        }
        if (!parts[0].equals("RandomFlip")) {
            // with equal weights for all places a flip changes the loss only once they have moved apart
            assertThat(losses(file, 2)).as("another seed").isNotEqualTo(first);
        }
    }

    @Test
    void withoutARandomLayerTheSeedDecidesNothing() throws IOException {
        Path file = model("");
        assertThat(losses(file, 2)).containsExactly(losses(file, 1));
    }
}
