package dev.plumbline.torch;

import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which parameters libtorch holds in another order than the network: an LSTM's, whose gates ONNX stacks as input,
 * output, forget, cell and libtorch as input, forget, cell, output. Converted when loaded and read, not at every step.
 */
final class Layouts {
    private static final int GATES = 4;
    private static final int[] TO_TORCH = {0, 2, 3, 1};
    private static final int[] FROM_TORCH = {0, 3, 1, 2};

    private final Set<String> gated;

    private Layouts(Set<String> gated) {
        this.gated = gated;
    }

    /** Those of a network; a parameter that something else reads too stays as it is. */
    static Layouts of(Network network) {
        Set<String> gated = new HashSet<>();
        for (Parameter parameter : network.parameters()) {
            List<Node> readers = network.readers(parameter.name());
            if (!readers.isEmpty() && readers.stream().allMatch(n -> isWeightOf(n, parameter.name()))) {
                gated.add(parameter.name());
            }
        }
        return new Layouts(gated);
    }

    private static boolean isWeightOf(Node node, String parameter) {
        int index = node.inputs().indexOf(parameter);
        return node.operator().equals("LSTM") && index >= 1 && index <= 3;
    }

    boolean isGated(String parameter) {
        return gated.contains(parameter);
    }

    /** The values as libtorch holds them; the same array where nothing changes. */
    float[] toTorch(Parameter parameter, float[] values) {
        return isGated(parameter.name()) ? reordered(parameter, values, TO_TORCH) : values;
    }

    /** The values as the network means them. */
    float[] fromTorch(Parameter parameter, float[] values) {
        return isGated(parameter.name()) ? reordered(parameter, values, FROM_TORCH) : values;
    }

    private static float[] reordered(Parameter parameter, float[] values, int[] order) {
        List<Integer> sizes = parameter.type().shape().sizes();
        // (directions, 4 hidden, ...) has one group of gates a direction, the bias (directions, 8 hidden) two
        int groups = sizes.size() == 2 ? 2 * sizes.get(0) : sizes.get(0);
        int group = values.length / groups;
        int block = group / GATES;
        float[] out = new float[values.length];
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < GATES; k++) {
                System.arraycopy(values, g * group + order[k] * block, out, g * group + k * block, block);
            }
        }
        return out;
    }
}
