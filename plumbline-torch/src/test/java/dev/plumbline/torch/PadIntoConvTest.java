package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.Node;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Padding of its own in front of a convolution, against the same network as it is written. */
class PadIntoConvTest {
    private static final FloatTensor IMAGES = Calculation.random(3, 2, 2, 5, 6);

    private static Network network(float value, boolean readTwice, long... pads) {
        NetworkBuilder builder = new NetworkBuilder(Operators.standard());
        builder.input("x", ValueType.floats(Shape.of(2, 5, 6).batched()));
        builder.layer("pad", "ZeroPadding2D", true);
        String amounts = builder.constant("amounts", LongTensor.of(pads, pads.length), DType.INT64);
        String filled = builder.constant("value", new FloatTensor(new float[] {value}, Shape.of()), DType.FLOAT32);
        String padded = builder.node("Pad", Attributes.none(), "x", amounts, filled);
        builder.layer("conv", "Conv2D", true);
        String weight = builder.weight("weight", Shape.of(3, 2, 3, 3), Initializer.HE, 18, 27);
        String conv = builder.node(
                "Conv",
                Attributes.none().with("strides", List.of(2, 2)).with("pads", List.of(0, 1, 0, 0)),
                padded,
                weight);
        return readTwice ? builder.build(conv, builder.node("Relu", Attributes.none(), padded)) : builder.build(conv);
    }

    private static List<String> operators(Network network) {
        return network.nodes().stream().map(Node::operator).toList();
    }

    private static float[] output(Network network) {
        try (Inference inference = new Inference(network, TorchSettings.standard())) {
            Tensor output =
                    Objects.requireNonNull(inference.run(Map.of("x", IMAGES)).get(network.output()));
            return ((FloatTensor) output).values();
        }
    }

    @Test
    void zerosAroundAnImageBecomeTheConvolutionsOwn() {
        Network written = network(0, false, 0, 0, 1, 2, 0, 0, 3, 0);
        Network moved = PadIntoConv.of(written);
        assertThat(operators(moved)).containsExactly("Conv");
        assertThat(moved.nodes().get(0).attributes().integers("pads").orElseThrow())
                .containsExactly(1, 3, 3, 0);
        assertThat(output(moved)).containsExactly(output(written), Offset.offset(1e-6f));
    }

    @Test
    void otherValuesOtherAxesAndOtherReadersKeepTheirPadding() {
        assertThat(operators(PadIntoConv.of(network(1, false, 0, 0, 1, 1, 0, 0, 1, 1))))
                .contains("Pad");
        assertThat(operators(PadIntoConv.of(network(0, false, 0, 0, 1, -1, 0, 0, 1, 1))))
                .contains("Pad");
        assertThat(operators(PadIntoConv.of(network(0, true, 0, 0, 1, 1, 0, 0, 1, 1))))
                .contains("Pad");
    }
}
