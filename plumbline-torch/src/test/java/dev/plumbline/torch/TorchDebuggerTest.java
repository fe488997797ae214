package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Settings;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.network.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TorchDebuggerTest {
    private static final Dataset ROWS = Samples.classes(Shape.of(12), Modality.TABULAR, 200, 3, 0.3);
    private static final Dataset IMAGES = Samples.classes(Shape.of(1, 8, 8), Modality.IMAGE, 200, 3, 0);
    private static final Dataset TOKENS = Samples.tokens(100, 6, 5);

    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("mlp", ROWS, Map.of("hidden", List.of(16), "dropout", 0.4)),
                Arguments.of("lenet", IMAGES, Map.of()),
                Arguments.of("lstm", TOKENS, Map.of()));
    }

    private static TorchDebugger open(Experiment experiment, Dataset data) {
        return TorchDebugger.open(DataSource.of(data), NetworkFactory.standard(), experiment, TorchSettings.standard());
    }

    @ParameterizedTest
    @MethodSource("networks")
    void in_evaluation_mode_every_value_is_what_inference_gives(
            String architecture, Dataset data, Map<String, Object> settings) {
        try (TorchDebugger debugger = open(Trials.of(data, architecture, settings), data);
                Recording recording = debugger.record(debugger.batch(0), 0, false)) {
            Network network = debugger.network();
            List<String> names = network.nodes().stream().map(n -> n.output()).toList();
            Network all = new Network(
                    network.inputs(),
                    network.nodes(),
                    network.parameters().stream()
                            .map(p -> p.withValues(
                                    Objects.requireNonNull(debugger.parameters().get(p.name()))))
                            .toList(),
                    names,
                    network.layers());
            try (Inference inference = new Inference(all, TorchSettings.standard())) {
                String input = network.inputs().keySet().iterator().next();
                Map<String, Tensor> expected =
                        inference.run(Map.of(input, recording.value(input).orElseThrow()));
                assertThat(names)
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(recording.value(name))
                                .hasValueSatisfying(
                                        seen -> near(seen, Objects.requireNonNull(expected.get(name)), 1e-6)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void values_and_gradients_are_those_that_a_run_probes(
            String architecture, Dataset data, Map<String, Object> settings) {
        Experiment experiment = Trials.of(data, architecture, settings);
        Snapshot probed = Trials.run(experiment, data, RunRequest.oneStep())
                .trace()
                .first()
                .orElseThrow();
        try (TorchDebugger debugger = open(experiment, data);
                Recording recording = debugger.record(debugger.batch(0), 0, true)) {
            for (NodeView node : probed.nodes()) {
                same(recording.value(node.node()).orElseThrow(), node.value());
                same(recording.gradient(node.node()).orElse(null), node.gradient());
            }
            for (ParameterView parameter : probed.parameters()) {
                same(debugger.parameters().get(parameter.parameter()), parameter.value());
                same(recording.gradient(parameter.parameter()).orElse(null), parameter.gradient());
            }
            assertThat(debugger.look()).isEqualTo(new Snapshot(0, probed.nodes(), withoutUpdates(probed)));
        }
    }

    private static List<ParameterView> withoutUpdates(Snapshot snapshot) {
        return snapshot.parameters().stream()
                .map(p -> new ParameterView(
                        p.parameter(), p.layer(), p.trainable(), p.shape(), p.value(), p.gradient(), null))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void training_changes_the_weights_exactly_as_a_run_does(
            String architecture, Dataset data, Map<String, Object> settings) {
        Experiment experiment = Trials.of(data, architecture, settings);
        int steps = 13;
        RunRequest request =
                new RunRequest(Trials.minute().withSteps(steps), RunRequest.Probing.NONE, Set.of(), false, 0);
        Run run = Trials.run(experiment, data, request);
        try (TorchDebugger debugger = open(experiment, data)) {
            float[] first = debugger.train(5);
            float[] rest = debugger.train(steps - 5);
            assertThat(first).hasSize(5);
            assertThat(first).containsExactly(Arrays.copyOf(run.trace().losses(), 5));
            assertThat(rest[rest.length - 1]).isEqualTo(run.trace().losses()[steps - 1]);
            run.parameters()
                    .forEach((name, values) ->
                            assertThat(debugger.parameters().get(name)).as(name).isEqualTo(values));
            debugger.reset();
            assertThat(debugger.step()).isZero();
            assertThat(debugger.train(1)[0]).isEqualTo(first[0]);
        }
    }

    @Test
    void looking_changes_nothing() {
        Experiment experiment = Trials.of(IMAGES, "lenet", Map.of());
        try (TorchDebugger one = open(experiment, IMAGES);
                TorchDebugger other = open(experiment, IMAGES)) {
            one.record(one.batch(3), 3, true).close();
            one.look();
            assertThat(one.train(4)).containsExactly(other.train(4));
        }
    }

    @Test
    void it_ends_with_the_plan_and_stays_at_a_step_whose_loss_is_not_finite() {
        Dataset numbers = Samples.regression(200, 3);
        Experiment regression = Trials.of(numbers, "mlp", Map.of("activation", "linear"));
        try (TorchDebugger debugger = open(regression, numbers)) {
            assertThat(debugger.train(1000)).hasSize((int) debugger.totalSteps());
            assertThat(debugger.train(1)).isEmpty();
        }
        Experiment diverging =
                regression.withTraining(regression.training().withOptimizer(new Optimizer.Sgd(10, 0.9, false, 0)));
        try (TorchDebugger debugger = open(diverging, numbers)) {
            float[] losses = debugger.train(1000);
            assertThat(Float.isFinite(losses[losses.length - 1])).isFalse();
            assertThat(debugger.step()).isEqualTo(losses.length - 1);
            assertThat(debugger.train(3)).hasSize(1);
        }
    }

    @Test
    void a_node_that_fails_when_it_runs_leaves_what_was_before_it() {
        Experiment experiment = Trials.of(TOKENS, "lstm", Map.of())
                .withModel(ModelPlan.layers(List.of(
                        spec("embedding", Map.of("vocabulary", 3, "units", 4, "name", "words")),
                        spec("lstm", Map.of("units", 4)),
                        spec("dense", Map.of("units", 2)))));
        try (TorchDebugger debugger = open(experiment, TOKENS);
                Recording recording = debugger.record(debugger.batch(0), 0, true)) {
            assertThat(recording.failure()).hasValueSatisfying(f -> {
                assertThat(f.node()).isEqualTo("words/Gather");
                assertThat(f.text()).contains("index out of range");
            });
            assertThat(recording.value("x")).isPresent();
            assertThat(recording.value("words/Gather")).isEmpty();
            assertThat(recording.loss()).isEmpty();
            assertThatThrownBy(() -> debugger.train(1))
                    .isInstanceOf(UnusableInputException.class)
                    .hasMessageContaining("words/Gather");
        }
    }

    @Test
    void a_network_whose_output_does_not_fit_the_loss_can_be_looked_at_all_the_way() {
        Experiment flattenForgotten = Trials.of(IMAGES, "lenet", Map.of())
                .withModel(ModelPlan.layers(List.of(spec("conv2d", Map.of("filters", 3, "kernel-size", 3)))));
        try (TorchDebugger debugger = open(flattenForgotten, IMAGES);
                Recording recording = debugger.record(debugger.batch(0), 0, true)) {
            assertThat(recording.failure()).hasValueSatisfying(f -> {
                assertThat(f.node()).isNull();
                assertThat(f.text()).contains("under loss");
            });
            assertThat(recording.value(debugger.network().output()))
                    .hasValueSatisfying(v -> assertThat(v.shape().rank()).isEqualTo(4));
            assertThatThrownBy(() -> debugger.train(1))
                    .isInstanceOf(UnusableInputException.class)
                    .hasMessageContaining("a flatten may be missing");
        }
    }

    @Test
    void a_layer_that_cannot_fit_leaves_those_before_it() {
        Experiment tooSmall = Trials.of(IMAGES, "lenet", Map.of())
                .withModel(ModelPlan.layers(List.of(
                        spec("conv2d", Map.of("filters", 4, "kernel-size", 3, "name", "first")),
                        spec("max-pool2d", Map.of("pool-size", 4, "name", "pool")),
                        spec("conv2d", Map.of("filters", 4, "kernel-size", 3, "name", "second")),
                        spec("flatten", Map.of()),
                        spec("dense", Map.of("units", 3)))));
        try (TorchDebugger debugger = open(tooSmall, IMAGES);
                Recording recording = debugger.record(debugger.batch(0), 0, true)) {
            assertThat(recording.failure())
                    .hasValueSatisfying(
                            f -> assertThat(f.text()).startsWith("layer second, node second/Conv: expected"));
            assertThat(debugger.network().output()).isEqualTo("pool/MaxPool");
            assertThat(recording.value("pool/MaxPool")).isPresent();
        }
    }

    @Test
    void a_node_of_a_model_file_that_cannot_fit_leaves_those_before_it() {
        Experiment lenet = Trials.of(IMAGES, "lenet", Map.of());
        Network whole;
        try (TorchDebugger debugger = open(lenet, IMAGES)) {
            whole = debugger.network();
        }
        Node flatten = whole.nodes().stream()
                .filter(n -> n.operator().equals("Flatten"))
                .findFirst()
                .orElseThrow();
        Network unfit = whole.withNodes(whole.nodes().stream()
                .map(n -> n.inputs().contains(flatten.output()) ? unflattened(n, flatten) : n)
                .toList());
        Experiment fromFile =
                lenet.withModel(new ModelPlan(new ModelPlan.File(Path.of("made-in-the-test.onnx"), "none"), List.of()));
        NetworkFactory networks = NetworkFactory.standard()
                .reading(path -> new ImportedModel("ONNX", unfit, TrainingDraft.empty(), null, List.of()));
        try (TorchDebugger debugger =
                        TorchDebugger.open(DataSource.of(IMAGES), networks, fromFile, TorchSettings.standard());
                Recording recording = debugger.record(debugger.batch(0), 0, true)) {
            assertThat(recording.failure())
                    .hasValueSatisfying(f -> assertThat(f.node()).isEqualTo("dense_1/Gemm"));
            assertThat(recording.value(flatten.output())).isPresent();
            assertThat(debugger.types()).containsKey(flatten.output()).doesNotContainKey("dense_1/Gemm");
        }
    }

    private static Node unflattened(Node node, Node flatten) {
        List<String> inputs = new ArrayList<>(node.inputs());
        inputs.set(inputs.indexOf(flatten.output()), flatten.inputs().get(0));
        return node.withInputs(inputs);
    }

    private static LayerSpec spec(String type, Map<String, Object> settings) {
        return new LayerSpec(type, Settings.of("model", settings));
    }

    private static void near(Tensor seen, Tensor expected, double tolerance) {
        assertThat(seen.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < seen.elements(); i++) {
            assertThat(seen.get(i)).isCloseTo(expected.get(i), within(tolerance * (1 + Math.abs(expected.get(i)))));
        }
    }

    private static void same(@Nullable Tensor seen, @Nullable Statistics expected) {
        if (seen == null || expected == null) {
            assertThat(expected).isNull();
            assertThat(seen).isNull();
            return;
        }
        Statistics found = Statistics.of(seen);
        assertThat(found.min()).isEqualTo(expected.min());
        assertThat(found.max()).isEqualTo(expected.max());
        assertThat(found.zeroShare()).isEqualTo(expected.zeroShare());
        assertThat(found.norm()).isCloseTo(expected.norm(), within(1e-6 * (1 + expected.norm())));
        assertThat(found.deviation()).isCloseTo(expected.deviation(), within(1e-6 * (1 + expected.norm())));
        assertThat(found.nans() + found.infinities()).isEqualTo(expected.nans() + expected.infinities());
    }
}
