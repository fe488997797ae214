package dev.plumbline.formats.onnx;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.Parameter.Role;
import java.util.List;
import java.util.Set;

/**
 * Gives learned parameters an initializer, so that they can be drawn anew: He's before a rectifier, Glorot's otherwise,
 * ones for scales, zeros for biases, small normal numbers for positions. The file keeps its values; ONNX does not say
 * how they were drawn.
 */
final class Draws {
    private static final Set<String> RECTIFIERS = Set.of(
            "Relu", "LeakyRelu", "PRelu", "Elu", "Selu", "Gelu", "Clip", "HardSwish", "Swish", "Mish", "Softplus");
    private static final Set<String> BETWEEN = Set.of(
            "Add",
            "BatchNormalization",
            "Identity",
            "Dropout",
            "Reshape",
            "LayerNormalization",
            "GroupNormalization",
            "InstanceNormalization");

    /** As ViT, BERT and GPT draw positions and class tokens. */
    private static final Initializer SMALL = new Initializer.Normal(0.02);

    private static final int FAR = 4;

    private record Fans(int in, int out) {}

    private final Uses uses;

    private Draws(Network network) {
        this.uses = new Uses(network);
    }

    static Network given(Network network) {
        Draws draws = new Draws(network);
        return network.withParameters(
                network.parameters().stream().map(draws::given).toList());
    }

    private Parameter given(Parameter parameter) {
        if (parameter.role() == Role.CONSTANT) {
            return parameter;
        }
        List<Uses.Use> meant = uses.meant(parameter.name());
        if (meant.isEmpty()) {
            return parameter;
        }
        Uses.Use use = meant.get(0);
        Fans fans = fans(parameter.type().shape(), use);
        return new Parameter(
                parameter.name(),
                parameter.type(),
                parameter.role(),
                initializer(parameter, use),
                parameter.values(),
                fans.in,
                fans.out,
                parameter.trainable());
    }

    private Initializer initializer(Parameter parameter, Uses.Use use) {
        int rank = parameter.type().shape().rank();
        String operator = use.node().operator();
        if (parameter.role() == Role.STATISTIC) {
            return use.index() == 4 ? Initializer.ONES : Initializer.ZEROS;
        }
        if (parameter.role() == Role.BIAS) {
            return operator.equals("Add") && rank > 1 && broad(parameter.type().shape()) ? SMALL : Initializer.ZEROS;
        }
        return switch (operator) {
            case "Conv", "ConvTranspose", "DeformConv", "Gemm", "MatMul" ->
                rectified(use.node(), 0) ? Initializer.HE : Initializer.GLOROT;
            case "LSTM", "GRU", "RNN", "Einsum" -> Initializer.GLOROT;
            case "Gather" -> new Initializer.Normal(1);
            case "PRelu" -> new Initializer.Constant(0.25);
            case "Concat" -> SMALL;
            default -> Initializer.ONES;
        };
    }

    /** Whether more than one axis is larger than 1. */
    private static boolean broad(Shape shape) {
        return shape.sizes().stream().filter(s -> s > 1).count() > 1;
    }

    private boolean rectified(Node node, int depth) {
        for (Uses.Use use : uses.of(node.output())) {
            String operator = use.node().operator();
            if (RECTIFIERS.contains(operator)
                    || (depth < FAR && BETWEEN.contains(operator) && rectified(use.node(), depth + 1))) {
                return true;
            }
        }
        return false;
    }

    private static Fans fans(Shape shape, Uses.Use use) {
        int rank = shape.rank();
        if (rank < 2) {
            return new Fans(1, 1);
        }
        int places = 1;
        for (int i = 2; i < rank; i++) {
            places *= Math.max(1, shape.get(i));
        }
        Fans fans = switch (use.node().operator()) {
            case "Conv", "DeformConv" -> new Fans(shape.get(1) * places, shape.get(0) * places);
            case "ConvTranspose" -> new Fans(shape.get(0) * places, shape.get(1) * places);
            case "Gemm" ->
                use.node().attributes().integer("transB", 0) == 1
                        ? new Fans(shape.get(1), shape.get(0))
                        : new Fans(shape.get(0), shape.get(1));
            // the gates are stacked; each is a layer of its own
            case "LSTM" -> new Fans(shape.get(rank - 1), shape.get(rank - 2) / 4);
            case "GRU" -> new Fans(shape.get(rank - 1), shape.get(rank - 2) / 3);
            case "RNN" -> new Fans(shape.get(rank - 1), shape.get(rank - 2));
            default ->
                use.index() == 0 && use.node().operator().equals("MatMul")
                        ? new Fans(shape.get(rank - 1), shape.get(rank - 2))
                        : new Fans(shape.get(rank - 2), shape.get(rank - 1));
        };
        return new Fans(Math.max(1, fans.in), Math.max(1, fans.out));
    }
}
