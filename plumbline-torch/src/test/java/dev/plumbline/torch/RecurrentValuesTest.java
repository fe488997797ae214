package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Against ONNX Runtime 1.32, for values that both sides work out: element i of an input is {@code 0.8 * sin(1.7 * i +
 * k)}, k being 1 for X, 2 for W, 3 for R, 4 for B, 5 and 6 for the initial states, 7 for the peepholes.
 */
class RecurrentValuesTest {
    private static final int SIZE = 2;
    private static final int STEPS = 3;
    private static final Attributes NONE = Attributes.none().with("hidden_size", SIZE);
    private static final Attributes BOTH = NONE.with("direction", "bidirectional");
    private static final Attributes REVERSE = NONE.with("direction", "reverse");

    @Test
    void a_plain_rnn_stops_at_each_examples_end() {
        List<FloatTensor> outputs = outputs("RNN", NONE, 1, lengths(2, 3), state(5, 1));
        assertThat(outputs.get(0).values())
                .containsExactly(
                        new float[] {
                            0.112132f,
                            -0.218681f,
                            0.0983895f,
                            -0.123247f,
                            0.720027f,
                            -0.703098f,
                            -0.428171f,
                            0.349897f,
                            0,
                            0,
                            -0.719498f,
                            0.64597f
                        },
                        within(2e-6f));
        assertThat(outputs.get(1).values())
                .containsExactly(new float[] {0.720027f, -0.703098f, -0.719498f, 0.64597f}, within(2e-6f));
    }

    @Test
    void each_direction_has_a_function_of_its_own() {
        assertThat(outputs("RNN", BOTH.withAny("activations", List.of("Relu", "Tanh")), 1)
                        .get(1)
                        .values())
                .containsExactly(
                        new float[] {0.91062f, 0, 0, 1.00796f, 0.267127f, -0.144034f, -0.191949f, -0.26423f},
                        within(2e-5f));
    }

    @Test
    void a_gru_resets_before_or_after_the_product() {
        assertThat(outputs("GRU", NONE.with("linear_before_reset", 1), 3).get(1).values())
                .containsExactly(new float[] {-0.0820401f, -0.514611f, -0.583138f, -0.330273f}, within(2e-6f));
        assertThat(outputs("GRU", NONE, 3).get(1).values())
                .containsExactly(new float[] {0.0398182f, -0.677183f, -0.317321f, -0.355475f}, within(2e-6f));
    }

    @Test
    void a_gru_of_two_directions_turns_round_at_each_examples_end() {
        List<FloatTensor> outputs = outputs("GRU", BOTH.with("linear_before_reset", 1), 3, lengths(1, 3), state(5, 2));
        assertThat(outputs.get(0).values())
                .containsExactly(
                        new float[] {
                            -0.624277f,
                            -0.0989241f,
                            0.153248f,
                            -0.396248f,
                            -0.49963f,
                            0.610525f,
                            0.0100619f,
                            -0.0318588f,
                            0,
                            0,
                            -0.273612f,
                            -0.336419f,
                            0,
                            0,
                            -0.0355002f,
                            -0.155749f,
                            0,
                            0,
                            -0.531914f,
                            -0.278484f,
                            0,
                            0,
                            -0.123913f,
                            -0.337726f
                        },
                        within(2e-6f));
        assertThat(outputs.get(1).values())
                .containsExactly(
                        new float[] {
                            -0.624277f,
                            -0.0989241f,
                            -0.531914f,
                            -0.278484f,
                            -0.49963f,
                            0.610525f,
                            0.0100619f,
                            -0.0318588f
                        },
                        within(2e-6f));
    }

    @Test
    void an_lstm_has_peepholes_a_bound_and_a_forget_gate_that_is_what_the_input_gate_leaves() {
        List<FloatTensor> outputs = outputs(
                "LSTM",
                REVERSE.with("clip", 0.5).with("input_forget", 1),
                4,
                lengths(3, 1),
                state(5, 1),
                state(6, 1),
                wave(7, 1, 3 * SIZE));
        assertThat(outputs.get(0).values())
                .containsExactly(
                        new float[] {
                            0.17948f,
                            -0.0665362f,
                            0.114945f,
                            -0.307691f,
                            0.120738f,
                            -0.0172581f,
                            0,
                            0,
                            0.0219812f,
                            0.0836929f,
                            0,
                            0
                        },
                        within(2e-6f));
        assertThat(outputs.get(2).values())
                .containsExactly(new float[] {0.296755f, -0.140605f, 0.186805f, -0.666007f}, within(2e-6f));
    }

    @Test
    void a_reverse_lstm_gives_the_cell_at_each_examples_beginning() {
        List<FloatTensor> outputs = outputs("LSTM", REVERSE, 4, lengths(1, 3), state(5, 1), state(6, 1));
        assertThat(outputs.get(1).values())
                .containsExactly(new float[] {0.100003f, 0.0486651f, 0.14782f, -0.318026f}, within(2e-6f));
        assertThat(outputs.get(2).values())
                .containsExactly(new float[] {0.123839f, 0.119588f, 0.188052f, -0.987301f}, within(2e-6f));
    }

    @Test
    void constants_of_functions_go_to_those_that_take_one() {
        Attributes attributes = NONE.withAny("activations", List.of("HardSigmoid", "ScaledTanh", "Softsign"))
                .withAny("activation_alpha", List.of(0.3, 1.2))
                .withAny("activation_beta", List.of(0.4, 0.9));
        assertThat(outputs("LSTM", attributes, 4).get(2).values())
                .containsExactly(new float[] {0.217909f, -0.198301f, 0, -0.958471f}, within(2e-6f));
    }

    @Test
    void an_example_without_steps_keeps_its_state() {
        for (int before : List.of(0, 1)) {
            List<FloatTensor> outputs =
                    outputs("GRU", NONE.with("linear_before_reset", before), 3, lengths(0, 3), state(5, 1));
            FloatTensor initial = state(5, 1);
            assertThat(outputs.get(0).values()).startsWith(0, 0);
            assertThat(outputs.get(1).values()).startsWith(initial.values()[0], initial.values()[1]);
        }
    }

    @Test
    void weights_that_the_network_holds_are_reordered_once_and_read_back_as_they_were() {
        for (String operator : List.of("GRU", "LSTM")) {
            int gates = operator.equals("GRU") ? 3 : 4;
            Attributes attributes = NONE.with("linear_before_reset", 1);
            NetworkBuilder builder = new NetworkBuilder(Operators.standard());
            builder.input("x", ValueType.floats(Shape.of(STEPS, Shape.BATCH, SIZE)));
            builder.layer("layer", operator, true);
            Map<String, FloatTensor> weights = Map.of(
                    "w", wave(2, 1, gates * SIZE, SIZE),
                    "r", wave(3, 1, gates * SIZE, SIZE),
                    "b", wave(4, 1, 2 * gates * SIZE));
            weights.forEach((name, values) -> builder.parameter(new Parameter(
                    name,
                    new ValueType(DType.FLOAT32, values.shape()),
                    Parameter.Role.WEIGHT,
                    null,
                    values,
                    1,
                    1,
                    true)));
            Node node = builder.node(operator, attributes, 1, "x", "w", "r", "b");
            try (Inference inference = new Inference(builder.build(node.output()), TorchSettings.standard())) {
                FloatTensor y = (FloatTensor)
                        inference.run(Map.of("x", wave(1, STEPS, SIZE, SIZE))).get(node.output());
                assertThat(Objects.requireNonNull(y).values())
                        .containsExactly(
                                outputs(operator, attributes, gates).get(0).values(), within(1e-6f));
                assertThat(inference.parameters()).containsAllEntriesOf(weights);
            }
        }
    }

    private static List<FloatTensor> outputs(String operator, Attributes attributes, int gates, Tensor... others) {
        int directions = attributes.text("direction", "").equals("bidirectional") ? 2 : 1;
        Tensor[] inputs = new Tensor[4 + others.length];
        inputs[0] = wave(1, STEPS, SIZE, SIZE);
        inputs[1] = wave(2, directions, gates * SIZE, SIZE);
        inputs[2] = wave(3, directions, gates * SIZE, SIZE);
        inputs[3] = wave(4, directions, 2 * gates * SIZE);
        System.arraycopy(others, 0, inputs, 4, others.length);
        return Calculation.of(operator, attributes, operator.equals("LSTM") ? 3 : 2, inputs)
                .outputs();
    }

    private static LongTensor lengths(long first, long second) {
        return LongTensor.of(new long[] {first, second}, 2);
    }

    private static FloatTensor state(int k, int directions) {
        return wave(k, directions, SIZE, SIZE);
    }

    private static FloatTensor wave(int k, int... sizes) {
        float[] values = new float[(int) Shape.of(sizes).elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.8 * Math.sin(1.7 * i + k));
        }
        return FloatTensor.of(values, sizes);
    }
}
