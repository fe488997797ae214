package dev.plumbline.formats.onnx;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.Parameter.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which of a file's numbers training moves. ONNX does not say; the rule is by use and shape:
 *
 * <ul>
 *   <li>inputs that an operator calls weight, scale, bias or table are WEIGHT or BIAS; a batch norm's mean and variance
 *       are STATISTIC;
 *   <li>what is added to, multiplied with or joined to computed values is learned too, unless it is a scalar (the 0.125
 *       of attention, the 2 of a square), a mask (it holds an infinity, or numbers below -1e4), or meets a network
 *       input directly (the mean that images are normalized by);
 *   <li>all else is CONSTANT, and so is all that is not float32.
 * </ul>
 */
final class Roles {
    private static final float MASKED = -1e4f;
    private static final Map<String, List<Role>> BY_INPUT = Map.ofEntries(
            Map.entry("Conv", List.of(Role.WEIGHT, Role.BIAS)),
            Map.entry("ConvTranspose", List.of(Role.WEIGHT, Role.BIAS)),
            Map.entry("DeformConv", List.of(Role.WEIGHT, Role.CONSTANT, Role.BIAS)),
            Map.entry("Gemm", List.of(Role.WEIGHT, Role.BIAS)),
            Map.entry("LSTM", List.of(Role.WEIGHT, Role.WEIGHT, Role.BIAS)),
            Map.entry("GRU", List.of(Role.WEIGHT, Role.WEIGHT, Role.BIAS)),
            Map.entry("RNN", List.of(Role.WEIGHT, Role.WEIGHT, Role.BIAS)),
            Map.entry("BatchNormalization", List.of(Role.WEIGHT, Role.BIAS, Role.STATISTIC, Role.STATISTIC)),
            Map.entry("InstanceNormalization", List.of(Role.WEIGHT, Role.BIAS)),
            Map.entry("LayerNormalization", List.of(Role.WEIGHT, Role.BIAS)),
            Map.entry("GroupNormalization", List.of(Role.WEIGHT, Role.BIAS)),
            Map.entry("RMSNormalization", List.of(Role.WEIGHT)),
            Map.entry("PRelu", List.of(Role.WEIGHT)));
    private static final Set<String> ADDING = Set.of("Add", "Sub", "Sum");
    private static final Set<String> MIXING = Set.of("Mul", "Div", "Concat", "Einsum", "Attention");

    private final Network network;
    private final Uses uses;

    private Roles(Network network) {
        this.network = network;
        this.uses = new Uses(network);
    }

    /** The network, each parameter in its role. */
    static Network assigned(Network network) {
        Roles roles = new Roles(network);
        return network.withParameters(
                network.parameters().stream().map(roles::assigned).toList());
    }

    private Parameter assigned(Parameter parameter) {
        Role role = parameter.type().dtype() == DType.FLOAT32 ? role(parameter) : Role.CONSTANT;
        boolean trainable = role == Role.WEIGHT || role == Role.BIAS;
        return new Parameter(
                parameter.name(),
                parameter.type(),
                role,
                null,
                parameter.values(),
                parameter.fanIn(),
                parameter.fanOut(),
                trainable);
    }

    private Role role(Parameter parameter) {
        for (Uses.Use use : uses.meant(parameter.name())) {
            Role role = role(parameter, use);
            if (role != Role.CONSTANT) {
                return role;
            }
        }
        return Role.CONSTANT;
    }

    private Role role(Parameter parameter, Uses.Use use) {
        Node node = use.node();
        List<Role> named = BY_INPUT.get(node.operator());
        if (named != null && use.index() >= 1) {
            return use.index() <= named.size() ? named.get(use.index() - 1) : Role.CONSTANT;
        }
        boolean matrix = parameter.type().shape().rank() >= 2;
        return switch (node.operator()) {
            case "MatMul", "Gemm" -> parameter.type().shape().rank() >= 1 ? Role.WEIGHT : Role.CONSTANT;
            case "Gather" -> use.index() == 0 && matrix ? Role.WEIGHT : Role.CONSTANT;
            default -> {
                boolean adds = ADDING.contains(node.operator());
                if (!adds && !MIXING.contains(node.operator()) || !isLearned(parameter, node, adds)) {
                    yield Role.CONSTANT;
                }
                yield adds ? Role.BIAS : Role.WEIGHT;
            }
        };
    }

    private boolean isLearned(Parameter parameter, Node node, boolean adds) {
        if (!(parameter.values() instanceof FloatTensor values) || isMask(values)) {
            return false;
        }
        boolean scalar = values.elements() == 1 && !(adds && values.shape().rank() >= 1 && follows(node));
        return !scalar && node.inputs().stream().noneMatch(i -> network.inputs().containsKey(uses.origin(i)));
    }

    /** Whether a sum adds to what a matrix product or convolution gives, as the bias of a single unit does. */
    private boolean follows(Node node) {
        return node.inputs().stream().anyMatch(i -> {
            Node maker = uses.maker(i);
            return maker != null
                    && Set.of("MatMul", "Conv", "ConvTranspose", "Gemm").contains(maker.operator());
        });
    }

    private static boolean isMask(FloatTensor tensor) {
        for (float value : tensor.values()) {
            if (value < MASKED || Float.isInfinite(value)) {
                return true;
            }
        }
        return false;
    }
}
