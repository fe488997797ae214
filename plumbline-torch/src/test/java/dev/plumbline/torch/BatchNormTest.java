package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The running statistics. The batch 1, 3, 5, 11 has mean 5 and variance 14, or 56 / 3 without bias. */
class BatchNormTest {
    private static final FloatTensor X = FloatTensor.of(new float[] {1, 3, 5, 11}, 4, 1);
    private static final FloatTensor[] STATISTICS = {
        FloatTensor.of(new float[] {2}, 1),
        FloatTensor.of(new float[] {1}, 1),
        FloatTensor.of(new float[] {1}, 1),
        FloatTensor.of(new float[] {4}, 1)
    };
    private static final Attributes MOSTLY_KEPT =
            Attributes.none().with("momentum", 0.75).with("epsilon", 0.0);

    @Test
    void the_running_statistics_come_out_as_well() {
        Calculation norm = calculation(MOSTLY_KEPT.with("training_mode", 1));
        for (Calculation each : List.of(norm, norm.inTraining())) {
            List<FloatTensor> outputs = each.outputs();
            assertThat(outputs.get(0).values()[2]).isCloseTo(1, within(1e-6f));
            assertThat(outputs.get(1).values()).containsExactly(new float[] {0.75f * 1 + 0.25f * 5}, within(1e-6f));
            assertThat(outputs.get(2).values()).containsExactly(new float[] {0.75f * 4 + 0.25f * 14}, within(1e-5f));
        }
    }

    @Test
    void an_unbiased_variance_is_divided_by_one_less() {
        assertThat(calculation(MOSTLY_KEPT.with("unbiased", 1))
                        .inTraining()
                        .outputs()
                        .get(2)
                        .values())
                .containsExactly(new float[] {0.75f * 4 + 0.25f * 56 / 3}, within(1e-5f));
    }

    @Test
    void steps_of_training_move_what_the_network_holds() {
        assertThat(moved(MOSTLY_KEPT, X, 1)).containsExactly(new float[] {2, 6.5f}, within(1e-5f));
        assertThat(moved(MOSTLY_KEPT, X, 2))
                .containsExactly(new float[] {0.75f * 2 + 0.25f * 5, 0.75f * 6.5f + 0.25f * 14}, within(1e-5f));
        assertThat(moved(MOSTLY_KEPT.with("unbiased", 1), X, 1))
                .containsExactly(new float[] {2, 3 + 14 / 3f}, within(1e-5f));
    }

    @Test
    void a_single_value_has_no_variance() {
        assertThat(moved(MOSTLY_KEPT, FloatTensor.of(new float[] {5}, 1, 1), 1))
                .containsExactly(new float[] {2, 3}, within(1e-6f));
    }

    private static Calculation calculation(Attributes attributes) {
        return Calculation.of(
                "BatchNormalization", attributes, 3, X, STATISTICS[0], STATISTICS[1], STATISTICS[2], STATISTICS[3]);
    }

    /** The running mean and variance after steps with gradients. */
    private static float[] moved(Attributes attributes, FloatTensor x, int steps) {
        NetworkBuilder builder = new NetworkBuilder(Operators.standard());
        builder.input("x", ValueType.floats(Shape.of(Shape.BATCH, 1)));
        builder.layer("norm", "BatchNorm", true);
        Parameter.Role[] roles = {
            Parameter.Role.WEIGHT, Parameter.Role.BIAS, Parameter.Role.STATISTIC, Parameter.Role.STATISTIC
        };
        for (int i = 0; i < roles.length; i++) {
            builder.parameter(new Parameter(
                    "p" + i, new ValueType(DType.FLOAT32, Shape.of(1)), roles[i], null, STATISTICS[i], 1, 1, i < 2));
        }
        Node node = builder.node("BatchNormalization", attributes, 1, "x", "p0", "p1", "p2", "p3");
        Network network = builder.build(node.output());
        Libtorch libtorch = new Libtorch(TorchSettings.standard());
        libtorch.prepareThread();
        Wiring wiring = Wiring.of(network);
        Arguments arguments = new Arguments();
        Map<String, String> values = new HashMap<>(wiring.claim(arguments));
        values.put("x", arguments.add("x"));
        ForwardText forward = ForwardText.training(network, Translations.standard());
        ProgramText text = new ProgramText(arguments);
        String output = forward.writeOutput(text, values);
        text.line("found = torch.grad([torch.sum(" + output + ")], ps)", "return [unchecked_cast(Tensor, found[0])]");
        try (NDManager memory = libtorch.memory()) {
            Weights weights = new Weights(wiring, forward.layouts(), new Seeds(0), memory);
            Script script = Script.load(text.program());
            for (int i = 0; i < steps; i++) {
                List<NDArray> given = new ArrayList<>(weights.arrays());
                given.add(Native.of(x, memory));
                script.call(given, true, memory);
            }
            Map<String, Tensor> read = weights.read();
            return new float[] {value(read, "p2"), value(read, "p3")};
        }
    }

    private static float value(Map<String, Tensor> values, String name) {
        return (float) Objects.requireNonNull(values.get(name)).get(0);
    }
}
