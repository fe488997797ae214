package dev.plumbline.debug.cause.flow;

import dev.plumbline.debug.Setup;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The gradients of the first step by the weights that they flow to, in the order in which the network computes.
 *
 * @param weights each weight matrix or kernel with its gradient's Euclidean norm
 * @param strongest of all parameters, biases too; null where there are none
 */
record GradientFlow(List<Weight> weights, @Nullable Weight strongest) {
    GradientFlow {
        weights = List.copyOf(weights);
    }

    /** A weight and the norm of its gradient; NaN where that is not finite. */
    record Weight(String name, String layer, double norm) {}

    /** As the first snapshot shows it; empty where nothing has run. */
    static GradientFlow of(Setup setup) {
        Map<String, ParameterView> views = new LinkedHashMap<>();
        setup.observed().first().map(Snapshot::parameters).orElse(List.of()).stream()
                .filter(p -> p.trainable() && p.shape().rank() > 1)
                .forEach(p -> views.put(p.parameter(), p));
        List<Weight> weights = new ArrayList<>();
        for (Node node : setup.network().nodes()) {
            for (String input : node.inputs()) {
                ParameterView view = views.remove(input);
                Statistics gradient = view == null ? null : view.gradient();
                if (gradient != null && view != null) {
                    double norm = gradient.isFinite() ? gradient.norm() : Double.NaN;
                    weights.add(new Weight(view.parameter(), node.layer(), norm));
                }
            }
        }
        Weight strongest = setup.observed().first().map(Snapshot::parameters).orElse(List.of()).stream()
                .filter(ParameterView::trainable)
                .flatMap(p -> weight(p).stream())
                .max(Comparator.comparingDouble(Weight::norm))
                .orElse(null);
        return new GradientFlow(weights, strongest);
    }

    private static Optional<Weight> weight(ParameterView view) {
        Statistics gradient = view.gradient();
        return gradient == null || !gradient.isFinite()
                ? Optional.empty()
                : Optional.of(new Weight(view.parameter(), view.layer(), gradient.norm()));
    }

    Weight first() {
        return weights.get(0);
    }

    Weight last() {
        return weights.get(weights.size() - 1);
    }

    /** The first weight's norm over the last one's; NaN where there are fewer than two. */
    double ratio() {
        return weights.size() < 2 ? Double.NaN : first().norm() / last().norm();
    }

    /** The first weight's norm over the strongest one's; NaN where there are fewer than two weights. */
    double share() {
        return weights.size() < 2 || strongest == null ? Double.NaN : first().norm() / strongest.norm();
    }

    /** Of all together; NaN where one is not finite. */
    double norm() {
        return Math.sqrt(weights.stream().mapToDouble(w -> w.norm() * w.norm()).sum());
    }
}
