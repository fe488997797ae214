package dev.plumbline.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Draft;
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
import dev.plumbline.network.operator.Operators;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NetworkFactoryTest {
    private static final Schema DIGITS = schema(Modality.IMAGE, Shape.of(1, 8, 8), DType.FLOAT32, 0, 10);
    private static final Schema ROWS = schema(Modality.TABULAR, Shape.of(13), DType.FLOAT32, 0, 3);
    private static final Schema TOKENS = schema(Modality.SEQUENCE, Shape.of(20), DType.INT64, 50, 2);

    private static Schema schema(Modality modality, Shape shape, DType dtype, int vocabulary, int outputs) {
        return new Schema(
                modality, List.of(new InputSchema("x", shape, dtype, List.of(), vocabulary)), "y", List.of(), outputs);
    }

    private static Experiment experiment(String model) {
        Draft draft =
                ExperimentFile.parse("data: {train: a.csv}\nmodel:\n" + model.indent(2), Path.of("experiment.yaml"));
        return new Experiment(
                "test",
                Task.CLASSIFICATION,
                DataPlan.of(Path.of("a.csv")),
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

    private static Network network(String model, Schema schema) {
        return NetworkFactory.standard().create(experiment(model), schema);
    }

    private static Shape output(Network network) {
        Map<String, ValueType> types = new ShapeInference(Operators.standard()).infer(network);
        return Objects.requireNonNull(types.get(network.output())).shape();
    }

    @Test
    void lenet_onSmallImages_keepsSomethingToSeeBehindTheSecondPooling() {
        Network network = network("architecture: lenet", DIGITS);

        assertThat(output(network)).isEqualTo(Shape.of(Shape.BATCH, 10));
        assertThat(network.parameter("dense_1/weight").orElseThrow().type().shape())
                .isEqualTo(Shape.of(120, 16 * 2 * 2));
        assertThat(network.layers()).extracting(Layer::name).contains("conv2d_1", "max-pool2d_2", "output");
    }

    @Test
    void mlp_andLstm_endInOneUnitForEachClass() {
        assertThat(output(network("{architecture: mlp, hidden: [32, 16], batch-norm: true, dropout: 0.2}", ROWS)))
                .isEqualTo(Shape.of(Shape.BATCH, 3));
        assertThat(output(network("architecture: lstm", TOKENS))).isEqualTo(Shape.of(Shape.BATCH, 2));
    }

    @Test
    void heUnderRelu_glorotOtherwise() {
        Network network = network("layers: [dense: {units: 8, activation: relu}, dense: {units: 3}]", ROWS);

        assertThat(network.parameter("dense_1/weight").orElseThrow().initializer())
                .isEqualTo(Initializer.HE);
        assertThat(network.parameter("dense_2/weight").orElseThrow().initializer())
                .isEqualTo(Initializer.GLOROT);
        assertThat(network.parameter("dense_1/bias").orElseThrow().initializer())
                .isEqualTo(Initializer.ZEROS);
    }

    @Test
    void layerThatDoesNotFit_isNamedWithWhatWasExpectedAndFound() {
        assertThatThrownBy(() -> network("layers: [conv2d: {filters: 4, name: head}]", ROWS))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("conv2d")
                .hasMessageContaining("expected 4 axes (batch, channels, height, width), found 2 axes: (N, 13)");
        assertThatThrownBy(() -> network("layers: [conv2d: {filters: 4, kernel-size: 9}]", DIGITS))
                .hasMessageContaining("shrunk to nothing");
        assertThatThrownBy(() -> network("layers: [danse: {units: 4}]", ROWS))
                .hasMessageContaining("Did you mean `dense`?");
        assertThatThrownBy(() -> network("layers: [dense: {unit: 4}]", ROWS))
                .hasMessageContaining("Did you mean `units`?");
        assertThatThrownBy(() -> network("architecture: leenet", DIGITS)).hasMessageContaining("Did you mean `lenet`?");
    }

    @Test
    void aDenseLayerWorksPositionByPosition_untilAnEditFlattensOrPools() {
        String layers = "layers: [dense: {units: 4, name: head}]\n";
        assertThat(output(network(layers, DIGITS))).isEqualTo(Shape.of(Shape.BATCH, 1, 8, 4));
        assertThat(output(network(layers + "edits: [{flatten-before: head/MatMul}]", DIGITS)))
                .isEqualTo(Shape.of(Shape.BATCH, 4));
        Network pooled = network(layers + "edits: [{pool-before: head/MatMul}]", DIGITS);
        assertThat(output(pooled)).isEqualTo(Shape.of(Shape.BATCH, 4));
        assertThat(pooled.parameter("head/weight").orElseThrow().type().shape()).isEqualTo(Shape.of(8, 4));
    }

    @Test
    void removingTheOutputsSoftmax_leavesLogits() {
        String layers = "layers: [dense: {units: 3, activation: softmax, name: out}]\n";
        Network squashed = network(layers, ROWS);
        Network linear = network(layers + "edits: [{remove-node: out/Softmax}]", ROWS);

        assertThat(squashed.output()).isEqualTo("out/Softmax");
        assertThat(linear.output()).isEqualTo("out/Gemm");
        assertThat(linear.nodes()).hasSize(1);
        assertThatThrownBy(() -> network(layers + "edits: [{remove-node: out/Sofmax}]", ROWS))
                .hasMessageContaining("Did you mean `out/Softmax`?");
    }

    @Test
    void editsReachEveryNodeTheyName() {
        String layers = """
                layers:
                  - dense: {units: 8, activation: sigmoid, initializer: zeros, trainable: false}
                  - dropout: {rate: 0.9}
                  - dropout: {rate: 0.9}
                  - dense: {units: 3, activation: sigmoid}
                edits:
                  - {remove-operator: Dropout}
                  - {replace-activation: Sigmoid, with: Relu}
                  - {initialize: he}
                  - {unfreeze: all}
                """;
        Network network = network(layers, ROWS);

        assertThat(network.nodes()).extracting(Node::operator).containsExactly("Gemm", "Relu", "Gemm", "Sigmoid");
        assertThat(network.parameters()).allMatch(Parameter::trainable);
        assertThat(network.parameter("dense_1/weight").orElseThrow().initializer())
                .isEqualTo(Initializer.HE);
        assertThat(output(network)).isEqualTo(Shape.of(Shape.BATCH, 3));
    }

    @Test
    void reshapeAndReturnedSequences_keepTheBatch() {
        Schema series = schema(Modality.SEQUENCE, Shape.of(29, 12), DType.FLOAT32, 0, 9);
        assertThat(output(network(
                        "layers: [lstm: {units: 7, return-sequences: true}, lstm: {units: 5}, dense: {units: 9}]",
                        series)))
                .isEqualTo(Shape.of(Shape.BATCH, 9));
        assertThat(output(network("layers: [reshape: {shape: [4, 4, 4]}, flatten, dense: {units: 2}]", DIGITS)))
                .isEqualTo(Shape.of(Shape.BATCH, 2));
        assertThatThrownBy(() -> network("layers: [reshape: {shape: [5, 5]}]", DIGITS))
                .hasMessageContaining("expected 64 elements an example");
    }
}
