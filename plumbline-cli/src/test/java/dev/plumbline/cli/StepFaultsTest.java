package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.step.StepSession;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.network.Node;
import dev.plumbline.torch.TorchDebugger;
import dev.plumbline.torch.TorchSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Networks of model files with faults that only show on the way back, or that do not even run. */
class StepFaultsTest {
    /** The wine network of PyTorch, changed. */
    private static StepFixture opened(UnaryOperator<Network> change) {
        Proposed proposed = Proposed.of(Subject.of(ExampleRuns.examples().resolve("onnx-wine")));
        ImportedModel model = Objects.requireNonNull(proposed.imported());
        NetworkFactory networks = NetworkFactory.standard()
                .reading(path -> new ImportedModel(
                        model.format(), change.apply(model.network()), model.training(), model.metric(), List.of()));
        TorchDebugger debugger =
                TorchDebugger.open(proposed.data(), networks, proposed.experiment(), TorchSettings.standard());
        return new StepFixture(debugger, new StepSession(debugger, () -> false));
    }

    /** A node between a value and those that read it. */
    private static Network inserted(Network network, String after, Node node) {
        List<Node> nodes = new ArrayList<>();
        for (Node each : network.nodes()) {
            nodes.add(each.withInputs(each.inputs().stream()
                    .map(input -> input.equals(after) ? node.output() : input)
                    .toList()));
            if (each.output().equals(after)) {
                nodes.add(node);
            }
        }
        return network.withNodes(nodes);
    }

    private static String relu(Network network) {
        return network.nodes().stream()
                .filter(n -> n.operator().equals("Relu"))
                .findFirst()
                .orElseThrow()
                .output();
    }

    private static Network with(Network network, String operator) {
        String relu = relu(network);
        Node node = new Node("added", operator, List.of(relu), List.of("added"), Attributes.none(), "added");
        return inserted(network, relu, node);
    }

    @Test
    void a_gradient_that_is_not_finite_is_traced_to_the_derivative_that_made_it() {
        try (StepFixture step = opened(network -> with(network, "Sqrt"))) {
            List<String> found = step.lines("nan");
            assertThat(found.get(0))
                    .startsWith("  step 0, gradient of /Relu (layer")
                    .contains("infinite of");
            assertThat(found.get(1)).isEqualTo("  the derivative of Sqrt at 0");
            assertThat(found.get(2)).isEqualTo("  from added, whose own gradient has finite values only");
            assertThat(step.say("where")).contains("the gradient has reached node 3 of 5");
            step.say("batch 0");
            step.say("break nan");
            assertThat(step.say("run")).contains("loss ");
            assertThat(step.say("backward"))
                    .contains("breakpoint 1: ")
                    .contains("3/5")
                    .doesNotContain("parameters");
        }
    }

    @Test
    void an_infinity_that_the_loss_does_not_show_is_found_all_the_same() {
        // 1 / 0 is infinite, and its sigmoid is 1 again
        try (StepFixture step = opened(network -> {
            Network reciprocal = with(network, "Reciprocal");
            Node sigmoid = new Node(
                    "squashed", "Sigmoid", List.of("added"), List.of("squashed"), Attributes.none(), "squashed");
            return inserted(reciprocal, "added", sigmoid);
        })) {
            List<String> found = step.lines("nan");
            assertThat(found.get(0))
                    .startsWith("  step 0, node added (layer added, Reciprocal): ")
                    .contains(" infinite of ");
            assertThat(found.get(1)).isEqualTo("  Reciprocal of 0");
            assertThat(found).last().asString().endsWith(": it does not show there");
        }
    }

    @Test
    void a_node_that_cannot_fit_is_reached_with_what_is_known_before_it() {
        try (StepFixture step = opened(network -> with(network, "Transpose"))) {
            List<String> run = step.lines("run");
            assertThat(run).first().asString().contains("fails: ").contains("layer");
            assertThat(step.say("list")).contains(" x ").contains("does not fit");
            assertThat(step.say("forward")).contains("fails: ").contains("input     added");
            assertThat(step.say("print added [0, :2]")).contains("float32 (2)");
            assertThat(step.say("nan")).startsWith("fault: a training step: expected a network that fits");
        }
    }
}
