package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.Tensor;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.torch.Inference;
import dev.plumbline.torch.Recording;
import dev.plumbline.torch.TorchDebugger;
import dev.plumbline.torch.TorchSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the debugger sees in model files that other programs wrote is what they compute. */
class StepValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"keras-digits", "onnx-wine"})
    void every_value_is_what_inference_gives(String example) {
        try (StepFixture step = StepFixture.example(example);
                Recording recording = step.debugger().record(step.debugger().batch(0), 0, false)) {
            TorchDebugger debugger = step.debugger();
            Network network = debugger.network();
            List<String> names = network.nodes().stream().map(Node::output).toList();
            Network all = new Network(network.inputs(), network.nodes(), network.parameters(), names, network.layers());
            String input = network.inputs().keySet().iterator().next();
            try (Inference inference = new Inference(all, TorchSettings.standard())) {
                Map<String, Tensor> expected =
                        inference.run(Map.of(input, recording.value(input).orElseThrow()));
                assertThat(names)
                        .allSatisfy(name ->
                                near(recording.value(name).orElseThrow(), Objects.requireNonNull(expected.get(name))));
            }
        }
    }

    private static void near(Tensor seen, Tensor expected) {
        assertThat(seen.shape()).isEqualTo(expected.shape());
        for (int i = 0; i < seen.elements(); i++) {
            assertThat(seen.get(i)).isCloseTo(expected.get(i), within(1e-5 * (1 + Math.abs(expected.get(i)))));
        }
    }
}
