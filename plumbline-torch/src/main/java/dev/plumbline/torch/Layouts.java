package dev.plumbline.torch;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which parameters libtorch holds in another order than the network: those of recurrent layers ({@link GateOrder}).
 * Converted when loaded and read, not at every step.
 */
final class Layouts {
    private final Map<String, GateOrder> gated;

    private Layouts(Map<String, GateOrder> gated) {
        this.gated = gated;
    }

    /** Those of a network; a parameter that something else reads too, or that is given as double, stays as it is. */
    static Layouts of(Network network) {
        Map<String, GateOrder> gated = new HashMap<>();
        for (Parameter parameter : network.parameters()) {
            List<Node> readers = network.readers(parameter.name());
            boolean floats = parameter.values() == null || parameter.values() instanceof FloatTensor;
            if (floats && !readers.isEmpty() && !network.outputs().contains(parameter.name())) {
                String operator = readers.get(0).operator();
                GateOrder.of(operator)
                        .filter(order -> readers.stream()
                                .allMatch(n -> n.operator().equals(operator) && isWeightOf(n, parameter.name())))
                        .ifPresent(order -> gated.put(parameter.name(), order));
            }
        }
        return new Layouts(gated);
    }

    private static boolean isWeightOf(Node node, String parameter) {
        return node.inputs().indexOf(parameter) >= 1 && node.inputs().lastIndexOf(parameter) <= 3;
    }

    boolean isGated(String parameter) {
        return gated.containsKey(parameter);
    }

    /** The values as libtorch holds them; the same array where nothing changes. */
    float[] toTorch(Parameter parameter, float[] values) {
        return Optional.ofNullable(gated.get(parameter.name()))
                .map(order -> order.reordered(values, groups(parameter)))
                .orElse(values);
    }

    /** The values as the network means them. */
    float[] fromTorch(Parameter parameter, float[] values) {
        return Optional.ofNullable(gated.get(parameter.name()))
                .map(order -> order.inverse().reordered(values, groups(parameter)))
                .orElse(values);
    }

    /** A matrix (directions, gates hidden, ...) has one group of gates a direction, the bias (directions, ...) two. */
    private static int groups(Parameter parameter) {
        List<Integer> sizes = parameter.type().shape().sizes();
        return sizes.size() == 2 ? 2 * sizes.get(0) : sizes.get(0);
    }
}
