package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.experiment.Modality;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Constraint;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults in training and in what flows, planted in networks that learn without them and run with the real engine. */
class DynamicsCausesTest {
    private static final Dataset BLOBS = Samples.classes(Shape.of(12), Modality.TABULAR, 300, 4, 0);
    /** Its validation scores go up in fits and starts. */
    private static final Dataset NOISY_LABELS = Samples.classes(Shape.of(12), Modality.TABULAR, 300, 4, 0.3);

    private static final String MLP = "model: {architecture: mlp, hidden: [32]}\n";
    private static final String ADAM =
            "training: {epochs: 30, batch-size: 16, optimizer: {name: adam, learning-rate: 3e-3}}\n";
    private static final String SGD =
            "training: {epochs: 30, batch-size: 16, optimizer: {name: sgd, learning-rate: 0.05%s}%s}\n";

    /**
     * @param edit with which it learns
     * @param change of the network, as a model file would bring it
     */
    record Planted(String rule, Dataset data, String yaml, UnaryOperator<Network> change, String edit) {
        Planted(String rule, String yaml, String edit) {
            this(rule, BLOBS, yaml, UnaryOperator.identity(), edit);
        }

        Planted(String rule, String yaml, UnaryOperator<Network> change, String edit) {
            this(rule, BLOBS, yaml, change, edit);
        }

        Trial trial() {
            return change.equals(UnaryOperator.identity()) ? Trial.of(yaml, data) : Trial.of(yaml, data, change);
        }

        @Override
        public String toString() {
            return rule + " (" + edit + ")";
        }
    }

    private static String layers(String first) {
        return "model: {layers: [" + first + ", {dense: {units: 4}}]}\n";
    }

    static Stream<Planted> faults() {
        return Stream.of(
                new Planted(
                        "schedule-kills-rate",
                        MLP + SGD.formatted("", ", schedule: {name: exponential, rate: 0.1, steps: 4}"),
                        "schedule=constant"),
                new Planted("epochs-too-few", MLP + ADAM.replace("epochs: 30", "epochs: 1"), "epochs=64"),
                new Planted(
                        "batch-too-large",
                        MLP + ADAM.replace("batch-size: 16", "batch-size: 512").replace("3e-3", "1e-3"),
                        "batch-size=32"),
                new Planted(
                        "momentum-too-high",
                        "model: {architecture: mlp, hidden: [32, 32, 32]}\n"
                                + "training: {epochs: 10, batch-size: 16,"
                                + " optimizer: {name: sgd, learning-rate: 0.02, momentum: 0.9999}}\n",
                        "momentum=0.9"),
                new Planted(
                        "optimizer-setting",
                        MLP + ADAM.replace("3e-3", "3e-3, epsilon: 10"),
                        "optimizer-settings=usual"),
                new Planted("clipping-too-tight", MLP + SGD.formatted("", ", clip-norm: 0.001"), "without-clipping"),
                new Planted(
                        "early-stopping-too-soon",
                        NOISY_LABELS,
                        MLP + "training: {epochs: 100, batch-size: 4, early-stopping: 1,"
                                + " optimizer: {name: sgd, learning-rate: 3e-3}}\n",
                        UnaryOperator.identity(),
                        "early-stopping=10"),
                new Planted("capacity-too-small", "model: {architecture: mlp, hidden: [1]}\n" + ADAM, "min-width=32"),
                new Planted(
                        "batch-norm-statistics",
                        layers("{dense: {units: 32, activation: relu}}, {batch-norm: {momentum: 0.99999}}") + ADAM,
                        "batch-norm-momentum=0.9"),
                new Planted("noise-too-strong", MLP + ADAM, DynamicsCausesTest::noisy, "without-noise"),
                new Planted("constraint-too-tight", MLP + ADAM, DynamicsCausesTest::constrained, "without-constraints"),
                new Planted(
                        "vanishing-gradient",
                        "model: {architecture: mlp, hidden: [16, 16, 16, 16, 16, 16, 16, 16], activation: sigmoid}\n"
                                + ADAM,
                        "activation=relu"),
                new Planted(
                        "exploding-gradient",
                        layers("{dense: {units: 32, activation: relu, initializer: normal(4)}},"
                                        + " {dense: {units: 32, activation: relu, initializer: normal(4)}},"
                                        + " {dense: {units: 32, activation: relu, initializer: normal(4)}}")
                                + SGD.formatted("", ""),
                        "initialize=he"),
                new Planted(
                        "dead-units",
                        layers("{dense: {units: 32, activation: relu, bias-initializer: constant(-30)}}") + ADAM,
                        "initialize=he"),
                new Planted(
                        "saturating-activations",
                        layers("{dense: {units: 32, activation: tanh, initializer: normal(30)}},"
                                        + " {dense: {units: 32, activation: tanh, initializer: normal(30)}}")
                                + ADAM.replace("epochs: 30", "epochs: 3"),
                        "initialize=glorot"),
                new Planted("gradient-missing", MLP + ADAM, n -> behindRelu(n, "Sign"), "remove-node=behind"),
                new Planted("input-ignored", MLP + ADAM, n -> behindRelu(n, "Mul"), "remove-node=behind"));
    }

    private static Network constrained(Network network) {
        return network.withConstraints(network.parameters().stream()
                .filter(p -> p.role() == Parameter.Role.WEIGHT)
                .map(p -> new Constraint(p.name(), Constraint.Kind.MAX_NORM, 0, 0.01, 1, List.of(0)))
                .toList());
    }

    /** Gaussian noise ten times as large as the inputs. */
    private static Network noisy(Network network) {
        String input = network.inputs().keySet().iterator().next();
        Attributes normal = Attributes.none()
                .with("distribution", "normal")
                .with("a", 0.0)
                .with("b", 10.0)
                .with("rest", 0.0)
                .with("axes", List.of(0, 1));
        List<Node> nodes = new ArrayList<>();
        nodes.add(new Node("drawn", "plumbline.Random", List.of(input), List.of("drawn"), normal, "noise"));
        nodes.add(new Node("noisy", "Add", List.of(input, "drawn"), List.of("noisy"), Attributes.none(), "noise"));
        for (Node node : network.nodes()) {
            nodes.add(node.withInputs(node.inputs().stream()
                    .map(in -> in.equals(input) ? "noisy" : in)
                    .toList()));
        }
        return network.withNodes(nodes);
    }

    /** One operator more behind the first ReLU: one without a slope, or a product with zeros. */
    private static Network behindRelu(Network network, String operator) {
        List<Node> nodes = new ArrayList<>();
        String relu = "";
        for (Node node : network.nodes()) {
            String behind = relu;
            nodes.add(node.withInputs(node.inputs().stream()
                    .map(in -> in.equals(behind) ? "behind" : in)
                    .toList()));
            if (node.operator().equals("Relu") && relu.isEmpty()) {
                relu = node.output();
                List<String> inputs = operator.equals("Mul") ? List.of(relu, "zeros") : List.of(relu);
                nodes.add(new Node("behind", operator, inputs, List.of("behind"), Attributes.none(), "behind"));
            }
        }
        List<Parameter> parameters = new ArrayList<>(network.parameters());
        if (operator.equals("Mul")) {
            FloatTensor zeros = FloatTensor.of(new float[32], 32);
            parameters.add(new Parameter(
                    "zeros", ValueType.floats(zeros.shape()), Parameter.Role.CONSTANT, null, zeros, 1, 1, false));
        }
        return new Network(network.inputs(), nodes, parameters, network.outputs(), network.layers());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aPlantedFaultIsSeenAndLearningComesBackWithItsEdit(Planted planted) {
        try (Trial trial = planted.trial()) {
            Setup setup = trial.setup();
            Cause cause = Trial.cause(planted.rule());
            assertThat(cause.look(setup)).isNotEmpty();
            // where the best epoch was good all the same, it is a hint in the end, and a warning before
            assertThat(Stream.of(setup, Trial.beforeTraining(setup)).flatMap(s -> cause.look(s).stream()))
                    .extracting(Finding::severity)
                    .contains(Severity.WARNING);
            assertThat(cause.edits(setup)).contains(planted.edit());
            double before = trial.accuracy();
            double after = trial.accuracy(planted.edit());
            assertThat(after)
                    .as("accuracy with " + planted.edit() + ", without " + before)
                    .isGreaterThan(before + 0.05);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                MLP + ADAM,
                MLP
                        + "training: {epochs: 30, batch-size: 16, optimizer: {name: sgd, learning-rate: 0.05, momentum: 0.9}}",
                MLP
                        + "training: {epochs: 30, batch-size: 16, schedule: cosine, optimizer: {name: adam, learning-rate: 3e-3}}",
                MLP
                        + "training: {epochs: 40, batch-size: 8, clip-norm: 1, early-stopping: 10, optimizer: {name: adam, learning-rate: 3e-3}}",
                "model: {architecture: mlp, hidden: [64, 32], dropout: 0.3, batch-norm: true}\n" + ADAM,
                "model: {architecture: mlp, hidden: [16, 16], activation: tanh}\n" + ADAM
            })
    void aHealthyTrainingIsToldOfNothing(String yaml) {
        try (Trial trial = Trial.of(yaml, BLOBS)) {
            assertThat(trial.accuracy()).isGreaterThan(0.9);
            assertThat(Trial.told(trial.setup())).isEmpty();
        }
    }
}
