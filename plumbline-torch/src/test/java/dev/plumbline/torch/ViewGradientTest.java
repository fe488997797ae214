package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Modality;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Gradients that libtorch gives as transposed or repeated views, which its optimizers would misread. */
class ViewGradientTest {
    private static final Dataset ROWS = Samples.classes(Shape.of(6), Modality.TABULAR, 200, 3, 0);
    private static final Experiment TRIAL = Trials.of(ROWS, "mlp", Map.of());

    private static NetworkBuilder builder() {
        NetworkBuilder builder = new NetworkBuilder(Operators.standard());
        builder.input("x", ValueType.floats(Shape.of(6).batched()));
        builder.layer("out", "Dense", true);
        return builder;
    }

    private static Run run(Network network) {
        return Trials.run(TRIAL, network, ROWS, RunRequest.full(Trials.minute().withSteps(20)));
    }

    private static float[] weight(Run run) {
        return ((FloatTensor) Objects.requireNonNull(run.parameters().get("out/weight"))).values();
    }

    @Test
    void a_weight_that_is_transposed_on_the_way_learns_as_one_that_is_not() {
        NetworkBuilder direct = builder();
        String w = direct.weight("weight", Shape.of(3, 6), Initializer.HE, 6, 3);
        Network plain = direct.build(direct.node("Gemm", Attributes.none().with("transB", 1), "x", w));
        NetworkBuilder detour = builder();
        String same = detour.weight("weight", Shape.of(3, 6), Initializer.HE, 6, 3);
        Network turned = detour.build(
                detour.node("MatMul", Attributes.none(), "x", detour.node("Transpose", Attributes.none(), same)));
        assertThat(weight(run(turned))).containsExactly(weight(run(plain)), within(1e-4f));
    }

    @Test
    void a_weight_that_is_summed_gets_the_same_update_everywhere() {
        NetworkBuilder builder = builder();
        String weight = builder.weight("weight", Shape.of(40, 50), Initializer.ZEROS, 1, 1);
        String sum = builder.node("ReduceSum", Attributes.none().with("keepdims", 0), weight);
        String scores = builder.node(
                "Gemm",
                Attributes.none().with("transB", 1),
                "x",
                builder.weight("scores", Shape.of(3, 6), Initializer.HE, 6, 3));
        String tilted = builder.node("Add", Attributes.none(), scores, builder.node("Exp", Attributes.none(), sum));
        float[] learned = weight(run(builder.build(builder.node("Mul", Attributes.none(), tilted, tilted))));
        assertThat(learned).containsOnly(learned[0]);
        assertThat(learned[0]).isNotZero();
    }
}
