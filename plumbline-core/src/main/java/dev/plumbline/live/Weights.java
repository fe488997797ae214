package dev.plumbline.live;

import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The trained weights of a snapshot: parameters of two or more axes; biases and scales live by other sizes. */
final class Weights {
    private Weights() {}

    static List<ParameterView> of(Snapshot snapshot) {
        return snapshot.parameters().stream()
                .filter(p -> p.trainable() && p.shape().rank() >= 2)
                .toList();
    }

    /** Root mean square of a parameter's gradient; NaN where there is none. */
    static double gradientSize(ParameterView view) {
        Statistics gradient = view.gradient();
        return gradient == null
                ? Double.NaN
                : gradient.norm() / Math.sqrt(Math.max(1, view.shape().elements()));
    }

    /** Norm of all gradients of the snapshot together. */
    static double totalGradient(Snapshot snapshot) {
        return total(snapshot.parameters().stream().map(ParameterView::gradient).toList());
    }

    /** Norm of all trained parameters of the snapshot together. */
    static double totalValue(Snapshot snapshot) {
        return total(snapshot.parameters().stream()
                .filter(ParameterView::trainable)
                .map(ParameterView::value)
                .toList());
    }

    /** Whether a gradient came to it. */
    static boolean isPushed(ParameterView view) {
        return gradientSize(view) > 0;
    }

    /** The middle weight's update against its value, of those that are asked for; NaN of none. */
    static double updateRatio(Snapshot snapshot, Predicate<ParameterView> which) {
        double[] ratios = of(snapshot).stream()
                .filter(which)
                .map(ParameterView::updateRatio)
                .filter(r -> r != null && Double.isFinite(r))
                .mapToDouble(r -> r)
                .sorted()
                .toArray();
        return ratios.length == 0 ? Double.NaN : ratios[ratios.length / 2];
    }

    private static double total(List<@Nullable Statistics> parts) {
        double squares = 0;
        for (Statistics part : parts) {
            squares += part == null ? 0 : part.norm() * part.norm();
        }
        return Math.sqrt(squares);
    }
}
