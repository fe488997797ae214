package dev.plumbline.cli.step;

import dev.plumbline.data.Tensor;
import dev.plumbline.network.Node;
import dev.plumbline.torch.Recording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two examples or batches on their way through the network: how far apart they are after each node, where they begin to
 * differ and where they no longer do. The distance is the norm of the difference over the larger of both norms: 0 where
 * they are the same, 1 where one of them is 0, 2 where they are opposite.
 */
final class Comparison {
    /** What rounding in float32 may leave between equal values that were computed in another order. */
    private static final double SAME = 1e-6;

    private final Walker walker;
    private final Rows rows;
    private final boolean training;
    private final String one;
    private final String other;

    /**
     * @param training whether in training mode
     * @param one what the first is called
     */
    Comparison(Walker walker, boolean training, String one, String other) {
        this.walker = walker;
        this.rows = new Rows(walker);
        this.training = training;
        this.one = one;
        this.other = other;
    }

    List<String> of(long[] ones, long[] others) {
        try (Recording a = walker.debugger().record(ones, walker.batch(), training);
                Recording b = walker.debugger().record(others, walker.batch(), training)) {
            return lines(a, b);
        }
    }

    private List<String> lines(Recording a, Recording b) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + one + " and " + other + " in " + (training ? "training" : "evaluation")
                + " mode; 0 is the same, 2 opposite");
        Map<String, Boolean> apart = new HashMap<>();
        for (String input : walker.network().inputs().keySet()) {
            lines.add(rows.label(input) + said(input, a, b, apart, false));
        }
        for (Node node : walker.network().nodes()) {
            boolean fed = node.inputs().stream().anyMatch(input -> apart.getOrDefault(input, false));
            if (a.value(node.output()).isEmpty() || b.value(node.output()).isEmpty()) {
                lines.add(rows.label(node) + "not computed");
                break;
            }
            lines.add(rows.label(node) + said(node.output(), a, b, apart, fed));
            node.outputs().forEach(output -> apart.putIfAbsent(output, fed));
        }
        return lines;
    }

    private String said(String name, Recording a, Recording b, Map<String, Boolean> apart, boolean fed) {
        Optional<Tensor> first = a.value(name);
        Optional<Tensor> second = b.value(name);
        if (first.isEmpty() || second.isEmpty()) {
            return "not computed";
        }
        boolean begun = apart.containsValue(true);
        if (!first.get().shape().equals(second.get().shape())) {
            apart.put(name, true);
            return "shapes " + first.get().shape() + " and " + second.get().shape();
        }
        double distance = distance(first.get(), second.get());
        boolean differ = !(distance < SAME);
        apart.put(name, differ);
        String text = Double.isNaN(distance) ? notFinite(first.get(), second.get()) : Figures.of(distance);
        if (differ && !begun) {
            return text + "  they begin to differ";
        }
        return text + (fed && !differ ? "  they no longer differ: what told them apart is lost here" : "");
    }

    private String notFinite(Tensor first, Tensor second) {
        boolean inFirst = !isFinite(first);
        boolean inSecond = !isFinite(second);
        return "NaN or infinite in " + (inFirst && inSecond ? "both" : inFirst ? one : other);
    }

    private static boolean isFinite(Tensor tensor) {
        return dev.plumbline.lab.Statistics.of(tensor).isFinite();
    }

    /** NaN where either is not finite. */
    static double distance(Tensor a, Tensor b) {
        double apart = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < a.elements(); i++) {
            apart += (a.get(i) - b.get(i)) * (a.get(i) - b.get(i));
            first += a.get(i) * a.get(i);
            second += b.get(i) * b.get(i);
        }
        double larger = Math.max(first, second);
        return Double.isInfinite(larger) ? Double.NaN : larger == 0 ? 0 : Math.sqrt(apart / larger);
    }
}
