package dev.plumbline.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Schedule;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.network.operator.Operators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits and inputs of networks that come from a file; the reader of files is replaced, the networks are real. */
class ImportedNetworkTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aFileIsThere() throws IOException {
        Files.writeString(folder.resolve("model.onnx"), "its content is what the reader says");
    }

    private Experiment experiment(String model, String training) {
        Draft draft = ExperimentFile.parse(
                "data: {train: a.csv}\n" + training + "\nmodel: " + model, folder.resolve("experiment.yaml"));
        return new Experiment(
                "test",
                Task.CLASSIFICATION,
                draft.data(),
                Objects.requireNonNull(draft.model()),
                new TrainingPlan(
                        LossPlan.of(Loss.CROSS_ENTROPY),
                        Optimizer.Adam.of(3e-4),
                        new Schedule.Constant(),
                        32,
                        1,
                        null,
                        null,
                        true,
                        0),
                Goal.of(Metric.ACCURACY));
    }

    private static Schema schema(Shape shape, DType dtype) {
        return new Schema(
                Modality.IMAGE, List.of(new InputSchema("x", shape, dtype, List.of(), 0)), "y", List.of(), 10);
    }

    private static final Schema DIGITS = schema(Shape.of(1, 8, 8), DType.FLOAT32);

    /** A factory whose files hold the network that the native factory makes of a model. */
    private NetworkFactory holding(String model, Schema schema) {
        Network network = NetworkFactory.standard().create(experiment(model, ""), schema);
        return NetworkFactory.standard()
                .reading(file -> new ImportedModel("test", network, TrainingDraft.empty(), null, List.of()));
    }

    private Network edited(String model, String... edits) {
        Experiment experiment = experiment("model.onnx", "");
        for (String edit : edits) {
            experiment = Interventions.standard().parse(edit).apply(experiment);
        }
        return holding(model, DIGITS).create(reread(experiment), DIGITS);
    }

    private Experiment reread(Experiment experiment) {
        Draft draft = ExperimentFile.parse(ExperimentFile.write(experiment, folder), folder.resolve("experiment.yaml"));
        return experiment.withModel(Objects.requireNonNull(draft.model()));
    }

    private static Shape shape(Network network, String value) {
        return Objects.requireNonNull(
                        new ShapeInference(Operators.standard()).infer(network).get(value))
                .shape();
    }

    private static List<String> operators(Network network) {
        return network.nodes().stream().map(Node::operator).toList();
    }

    @Test
    void wideningScalesEveryHiddenLayerAndKeepsTheOutput() {
        Network before = edited("{architecture: lenet}");
        Network after = edited("{architecture: lenet}", "wider=2");
        assertThat(operators(after)).isEqualTo(operators(before));
        assertThat(shape(after, after.output())).isEqualTo(shape(before, before.output()));
        Parameter first = before.parameter("conv2d_1/weight").orElseThrow();
        Parameter wide = after.parameter("conv2d_1/weight").orElseThrow();
        assertThat(wide.type().shape().get(0))
                .isEqualTo(2 * first.type().shape().get(0));
        assertThat(wide.fanIn()).isEqualTo(first.fanIn());
        assertThat(after.parameter("dense_1/weight").orElseThrow().fanIn())
                .isEqualTo(2 * before.parameter("dense_1/weight").orElseThrow().fanIn());
        assertThat(after.parameter("output/bias").orElseThrow().type().shape()).isEqualTo(Shape.of(10));
    }

    @Test
    void narrowingAnLstmChangesItsUnits() {
        Schema steps = schema(Shape.of(20, 3), DType.FLOAT32);
        Experiment experiment = Interventions.standard().parse("narrower=2").apply(experiment("model.onnx", ""));
        Network after = holding("{architecture: lstm, units: 6}", steps).create(experiment, steps);
        Node lstm = after.nodes().stream()
                .filter(n -> n.operator().equals("LSTM"))
                .findFirst()
                .orElseThrow();
        assertThat(lstm.attributes().integer("hidden_size", 0)).isEqualTo(3);
        assertThat(shape(after, lstm.output()).get(-1)).isEqualTo(3);
        assertThat(shape(after, after.output())).isEqualTo(Shape.of(Shape.BATCH, 10));
    }

    @Test
    void widthsThatStandAsNumbersInTheGraphAreReportedAndNotBroken() {
        String model = "{layers: [flatten, dense: {units: 12}, reshape: {shape: [3, 4]}, flatten, dense: {units: 10}]}";
        assertThatThrownBy(() -> edited(model, "wider=2"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("cannot be scaled")
                .hasMessageContaining("in the model itself");
    }

    @Test
    void dropoutIsPutBeforeTheDenseLayersBehindOthersAndThenReplaced() {
        String mlp = "{architecture: mlp, hidden: [30, 20]}";
        Network once = edited(mlp, "dropout=0.3");
        assertThat(operators(once).stream().filter("Dropout"::equals)).hasSize(2);
        Node first = once.nodes().stream()
                .filter(n -> n.operator().equals("Dropout"))
                .findFirst()
                .orElseThrow();
        assertThat(first.attributes().number("ratio", 0)).isEqualTo(0.3);
        assertThat(once.readers(first.output())).extracting(Node::operator).containsExactly("Gemm");
        Network set = edited("{architecture: mlp, hidden: [30, 20], dropout: 0.9}", "dropout=0.3");
        assertThat(set.nodes().stream().filter(n -> n.operator().equals("Dropout")))
                .allSatisfy(n -> assertThat(n.attributes().number("ratio", 0)).isEqualTo(0.3));
    }

    @Test
    void batchNormComesBehindEveryHiddenSum() {
        Network network = edited("{architecture: lenet}", "batch-norm");
        List<Node> normalizations = network.nodes().stream()
                .filter(n -> n.operator().equals("BatchNormalization"))
                .toList();
        assertThat(normalizations).hasSize(4);
        assertThat(normalizations)
                .allSatisfy(n -> assertThat(network.readers(n.output()))
                        .extracting(Node::operator)
                        .containsExactly("Relu"));
        assertThat(shape(network, network.output())).isEqualTo(Shape.of(Shape.BATCH, 10));
    }

    @Test
    void deepeningPutsLayersBeforeTheOutput() {
        Network network = edited("{architecture: mlp, hidden: [16]}", "deeper=2");
        assertThat(operators(network))
                .containsExactly("Flatten", "Gemm", "Relu", "Gemm", "Relu", "Gemm", "Relu", "Gemm");
        assertThat(shape(network, network.output())).isEqualTo(Shape.of(Shape.BATCH, 10));
    }

    @Test
    void saturatingActivationsAreReplacedButNotTheOutput() {
        String model =
                "{layers: [flatten, dense: {units: 9, activation: sigmoid}, dense: {units: 10, activation: sigmoid}]}";
        assertThat(operators(edited(model, "activation=relu")))
                .containsExactly("Flatten", "Gemm", "Relu", "Gemm", "Sigmoid");
    }

    @Test
    void imagesWithChannelsFirstAreTransposedForANetworkThatWantsThemLast() {
        NetworkFactory factory =
                holding("{layers: [flatten, dense: {units: 10}]}", schema(Shape.of(8, 6, 3), DType.FLOAT32));
        Network network = factory.create(experiment("model.onnx", ""), schema(Shape.of(3, 8, 6), DType.FLOAT32));
        assertThat(operators(network)).containsExactly("Transpose", "Flatten", "Gemm");
        assertThat(network.nodes().get(0).attributes().integers("perm").orElseThrow())
                .containsExactly(0, 2, 3, 1);
        assertThat(network.layers().get(0)).isEqualTo(new Layer("data", "Input"));
    }

    @Test
    void anAxisOfSizeOneAndAnotherElementTypeAreBroughtToWhatTheNetworkWants() {
        NetworkFactory factory =
                holding("{layers: [flatten, dense: {units: 10}]}", schema(Shape.of(8, 6, 1), DType.FLOAT32));
        Network network = factory.create(experiment("model.onnx", ""), schema(Shape.of(8, 6), DType.INT64));
        assertThat(operators(network)).containsExactly("Reshape", "Cast", "Flatten", "Gemm");
        assertThat(shape(network, network.output())).isEqualTo(Shape.of(Shape.BATCH, 10));
    }

    @Test
    void examplesOfAnotherSizeAreRefusedWithBothShapes() {
        NetworkFactory factory = holding("{layers: [flatten, dense: {units: 10}]}", DIGITS);
        assertThatThrownBy(() -> factory.create(experiment("model.onnx", ""), schema(Shape.of(1, 9, 9), DType.FLOAT32)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("(1, 8, 8)")
                .hasMessageContaining("(1, 9, 9)");
    }

    @Test
    void theFingerprintFollowsTheFilesContentAndNotItsPlace() throws IOException {
        Experiment one = experiment("model.onnx", "");
        Files.createDirectory(folder.resolve("elsewhere"));
        Files.copy(folder.resolve("model.onnx"), folder.resolve("elsewhere/copy.onnx"));
        assertThat(experiment("elsewhere/copy.onnx", "").fingerprint()).isEqualTo(one.fingerprint());
        Files.writeString(folder.resolve("model.onnx"), "other weights");
        assertThat(experiment("model.onnx", "").fingerprint()).isNotEqualTo(one.fingerprint());
    }

    @Test
    void aModelFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> experiment("missing.onnx", ""))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("missing.onnx")
                .hasMessageContaining("relative to the experiment file");
    }

    @Test
    void aFactoryWithoutAReaderSaysWhatItLacks() {
        assertThatThrownBy(() -> NetworkFactory.standard().create(experiment("model.onnx", ""), DIGITS))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("ModelFiles");
    }

    @Test
    void anOutputThatIsAnImageIsComparedRowByRow() {
        Schema images = new Schema(
                Modality.IMAGE,
                List.of(new InputSchema("x", Shape.of(1, 8, 8), DType.FLOAT32, List.of(), 0)),
                "y",
                List.of(),
                64);
        String model = "{layers: [conv2d: {filters: 1, kernel-size: 3, padding: same}]}";
        Network network = holding(model, images).create(experiment("model.onnx", ""), images);
        assertThat(operators(network)).containsExactly("Conv", "Reshape");
        assertThat(shape(network, network.output())).isEqualTo(Shape.of(Shape.BATCH, 64));
    }
}
