package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TransposesLastTest {
    static Stream<Arguments> networks() {
        return Stream.of(
                Arguments.of("lenet", ImageNetworks.lenet(true), Calculation.random(1, 2, 28, 28, 1)),
                Arguments.of("resnet", ImageNetworks.resnet(true), Calculation.random(1, 2, 16, 16, 3)),
                Arguments.of("branches", ImageNetworks.branches(), Calculation.random(1, 3, 6, 6, 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void a_network_gives_the_same_numbers_with_its_transposes_moved(String name, Network network, FloatTensor x) {
        Map<String, Tensor> before = run(network, x);
        Map<String, Tensor> after = run(TransposesLast.of(network), x);
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((output, values) -> {
            FloatTensor moved = (FloatTensor) Objects.requireNonNull(after.get(output));
            assertThat(moved.shape()).isEqualTo(values.shape());
            assertThat(moved.values()).containsExactly(((FloatTensor) values).values(), Offset.offset(2e-5f));
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void its_gradients_in_training_stay_the_same(String name, Network network, FloatTensor x) {
        try (Slopes before = new Slopes(network, network, x);
                Slopes after = new Slopes(network, Faster.of(network), x)) {
            List<FloatTensor> expected = before.gradients();
            List<FloatTensor> found = after.gradients();
            for (int i = 0; i < expected.size(); i++) {
                double largest = 1e-3;
                for (float value : expected.get(i).values()) {
                    largest = Math.max(largest, Math.abs(value));
                }
                assertThat(found.get(i).values())
                        .containsExactly(expected.get(i).values(), Offset.offset((float) (1e-4 * largest)));
            }
        }
    }

    @Test
    void a_channels_last_network_keeps_one_transpose_at_its_input_and_one_before_it_is_flattened() {
        assertThat(transposes(ImageNetworks.lenet(true))).isEqualTo(8);
        assertThat(transposes(Faster.of(ImageNetworks.lenet(true)))).isEqualTo(2);
    }

    @Test
    void a_mean_over_all_places_leaves_only_the_transpose_at_the_input() {
        assertThat(transposes(Faster.of(ImageNetworks.resnet(true)))).isEqualTo(1);
    }

    @Test
    void a_network_without_transposes_stays_as_it_is() {
        Network network = ImageNetworks.resnet(false);
        assertThat(TransposesLast.of(network)).isSameAs(network);
    }

    private static long transposes(Network network) {
        return network.nodes().stream()
                .filter(n -> n.operator().equals("Transpose"))
                .count();
    }

    private static Map<String, Tensor> run(Network network, FloatTensor x) {
        try (Inference inference = new Inference(network, TorchSettings.standard())) {
            return inference.run(Map.of("x", x));
        }
    }
}
