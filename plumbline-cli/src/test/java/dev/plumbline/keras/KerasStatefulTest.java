package dev.plumbline.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.formats.ModelFiles;
import dev.plumbline.formats.onnx.OnnxWriter;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.network.Parameter;
import dev.plumbline.torch.Inference;
import dev.plumbline.torch.TorchLab;
import dev.plumbline.torch.TorchSettings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stateful layers go on from batch to batch as in Keras; {@code make_stateful.py} made what is compared with. */
class KerasStatefulTest {
    private static final int BATCH = 8;

    private static Path folder(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(KerasStatefulTest.class.getResource("stateful-" + name), name)
                .toURI());
    }

    private static ImportedModel model(String name) throws URISyntaxException {
        return new ModelFiles().read(folder(name).resolve("sgd.keras"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"recurrent", "convolved"})
    void threeBatchesInARowGiveWhatTheyGiveInKeras(String name) throws IOException, URISyntaxException {
        Network network = model(name).network();
        Tensor x = ArrayFile.read(folder(name).resolve("data.bin")).get(0);
        List<Tensor> expected = ArrayFile.read(folder(name).resolve("outputs.bin"));
        try (Inference inference = new Inference(network, TorchSettings.standard())) {
            for (int batch = 0; batch < expected.size(); batch++) {
                int first = batch * BATCH;
                Tensor rows = x.rows(IntStream.range(first, first + BATCH).toArray());
                Tensor found =
                        Objects.requireNonNull(inference.run(Map.of("x", rows)).get(network.output()));
                assertThat(Differences.relative(expected.get(batch), found))
                        .as("batch " + batch)
                        .isLessThan(1e-4);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"recurrent", "convolved"})
    void twentyStepsHaveTheLossesOfKeras(String name) throws URISyntaxException {
        Comparison comparison = Curve.compare(folder(name), name + "\tsgd\tregression\t0\tsgd.keras");

        assertThat(comparison.agrees()).as(comparison.toString()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"recurrent", "convolved"})
    void aSplitIsPredictedFromZeros_whateverTrainingLeftBehind(String name) throws IOException, URISyntaxException {
        Path file = folder(name).resolve("sgd.keras");
        ModelFiles files = new ModelFiles();
        ImportedModel model = files.read(file);
        Dataset data = Curve.dataset(model, Task.REGRESSION, 0, ArrayFile.read(file.resolveSibling("data.bin")));
        TrainingPlan still = Curve.plan(model.training(), 1).withOptimizer(new Optimizer.Sgd(1e-30, 0, false, 0));
        Experiment experiment = Curve.experiment(name, Task.REGRESSION, file, still);
        RunRequest request = new RunRequest(
                Budget.of(Duration.ofMinutes(1)), RunRequest.Probing.NONE, Set.of(SplitName.TRAIN), false, 0);
        NetworkFactory networks = NetworkFactory.standard().reading(files);
        try (TorchLab lab = new TorchLab((plan, asked) -> data, networks, TorchSettings.standard())) {
            Run run = lab.run(experiment, request, Observer.SILENT);

            Tensor keras = ArrayFile.read(file.resolveSibling("predicted.bin")).get(0);
            Tensor ours = Objects.requireNonNull(run.predictions().get(SplitName.TRAIN))
                    .outputs();
            assertThat(Differences.relative(keras, ours)).isLessThan(1e-4);
            assertThat(run.parameters().keySet()).noneMatch(parameter -> parameter.contains("state_"));
        }
    }

    @Test
    void aBatchLargerThanItsStates_isRefused() throws IOException, URISyntaxException {
        Path file = folder("recurrent").resolve("sgd.keras");
        ModelFiles files = new ModelFiles();
        ImportedModel model = files.read(file);
        Dataset data = Curve.dataset(model, Task.REGRESSION, 0, ArrayFile.read(file.resolveSibling("data.bin")));
        TrainingPlan plan = Curve.plan(model.training(), 1).withBatchSize(16);
        Experiment experiment = Curve.experiment("large", Task.REGRESSION, file, plan);
        NetworkFactory networks = NetworkFactory.standard().reading(files);
        RunRequest request = RunRequest.full(Budget.of(Duration.ofMinutes(1)));
        try (TorchLab lab = new TorchLab((given, asked) -> data, networks, TorchSettings.standard())) {
            assertThatThrownBy(() -> lab.run(experiment, request, Observer.SILENT))
                    .isInstanceOf(UnusableInputException.class)
                    .hasMessageContaining("training.batch-size")
                    .hasMessageContaining("at most 8")
                    .hasMessageContaining("16");
        }
    }

    @Test
    void onnxHasTheStatesAsInputsAndOutputs(@TempDir Path folder) throws URISyntaxException {
        Path file = folder.resolve("model.onnx");
        new OnnxWriter().write(model("recurrent").network(), Map.of(), file);

        Network read = new ModelFiles().read(file).network();
        assertThat(read.outputs()).hasSize(11).anyMatch(output -> output.equals("lstm/state_0:next"));
        assertThat(read.nodes()).noneMatch(node -> node.operator().startsWith("plumbline."));
    }

    @Test
    void statesAreNoWeights_andBeginAtZero() throws URISyntaxException {
        List<Parameter> states = model("recurrent").network().parameters().stream()
                .filter(p -> p.role() == Parameter.Role.STATE)
                .toList();

        // LSTM 2, SimpleRNN 1, two GRUs, LSTM cell 2 and GRU cell 1, LSTM 2
        assertThat(states).hasSize(10).allSatisfy(state -> {
            assertThat(state.trainable()).isFalse();
            assertThat(state.type().shape().get(0)).isEqualTo(BATCH);
            assertThat(((FloatTensor) Objects.requireNonNull(state.values())).values())
                    .containsOnly(0);
        });
    }

    @Test
    void aStatefulModelIsFedInOrder_inBatchesOfItsSize() throws URISyntaxException {
        ImportedModel model = model("recurrent");

        assertThat(model.training().batchSize()).isEqualTo(BATCH);
        assertThat(model.training().shuffle()).isFalse();
        assertThat(model.notes()).anyMatch(note -> note.contains("is stateful"));
    }
}
