package dev.plumbline.compare;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network's parameters taken from another network, so that what then still differs is the graph. Parameters are
 * matched in the order of their use by shape, those of one name preferred: the alignment of two sequences with the most
 * matches (Needleman and Wunsch, 1970). A matrix that one network stores turned is turned.
 *
 * @param values by the name that this network has for it
 * @param unmatched this network's parameters without a partner
 * @param others the other network's
 */
record WeightMap(Map<String, Tensor> values, List<String> unmatched, List<String> others) {
    private static final double SAME_NAME = 0.1;

    /** A parameter as it is used. */
    private record Held(Parameter parameter, boolean turned) {
        Shape shape() {
            Shape stored = parameter.type().shape();
            return turned ? Shape.of(stored.get(1), stored.get(0)) : stored;
        }

        double match(Held other) {
            boolean fits = parameter.role() == other.parameter.role() && shape().equals(other.shape());
            return !fits ? 0 : parameter.name().equals(other.parameter.name()) ? 1 + SAME_NAME : 1;
        }
    }

    /** @param given the other network's parameters, by its names */
    static WeightMap between(Network mine, Network other, Map<String, Tensor> given) {
        List<Held> left = inOrderOfUse(mine);
        List<Held> right = inOrderOfUse(other);
        double[][] best = new double[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                double match = left.get(i).match(right.get(j));
                double both = match > 0 ? match + best[i + 1][j + 1] : 0;
                best[i][j] = Math.max(both, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
        Map<String, Tensor> values = new LinkedHashMap<>();
        List<String> unmatched = new ArrayList<>();
        List<String> others = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            double match = left.get(i).match(right.get(j));
            if (match > 0 && best[i][j] == match + best[i + 1][j + 1]) {
                Held from = right.get(j++);
                Held to = left.get(i++);
                Tensor value = given.get(from.parameter().name());
                if (value != null) {
                    values.put(to.parameter().name(), from.turned() == to.turned() ? value : turned(value));
                }
            } else if (best[i][j] == best[i + 1][j]) {
                unmatched.add(left.get(i++).parameter().name());
            } else {
                others.add(right.get(j++).parameter().name());
            }
        }
        left.subList(i, left.size()).forEach(h -> unmatched.add(h.parameter().name()));
        right.subList(j, right.size()).forEach(h -> others.add(h.parameter().name()));
        return new WeightMap(values, unmatched, others);
    }

    private static List<Held> inOrderOfUse(Network network) {
        Map<String, Held> held = new LinkedHashMap<>();
        for (Node node : network.nodes()) {
            for (int i = 0; i < node.inputs().size(); i++) {
                String name = node.inputs().get(i);
                boolean turned = node.operator().equals("Gemm")
                        && (i == 1 && node.attributes().integer("transB", 0) == 1);
                network.parameter(name)
                        .filter(p -> p.role() != Parameter.Role.CONSTANT)
                        .ifPresent(p -> held.putIfAbsent(name, new Held(p, turned)));
            }
        }
        return List.copyOf(held.values());
    }

    private static Tensor turned(Tensor matrix) {
        int[] from = SameValues.turned(matrix.shape(), List.of(1, 0));
        float[] values = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            values[i] = (float) matrix.get(from[i]);
        }
        return new FloatTensor(
                values, Shape.of(matrix.shape().get(1), matrix.shape().get(0)));
    }
}
