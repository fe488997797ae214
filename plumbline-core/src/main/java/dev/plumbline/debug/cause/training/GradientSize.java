package dev.plumbline.debug.cause.training;

import dev.plumbline.experiment.Clipping;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.List;
import java.util.Objects;

/** How large the gradients of a step are, as a kind of clipping measures them. */
final class GradientSize {
    private GradientSize() {}

    /** The norm of all together, or the largest norm of a parameter, or the largest element; 0 without gradients. */
    static double of(Snapshot snapshot, Clipping.Kind kind) {
        List<Statistics> gradients = snapshot.parameters().stream()
                .filter(p -> p.trainable() && p.gradient() != null)
                .map(p -> Objects.requireNonNull(p.gradient()))
                .toList();
        return switch (kind) {
            case GLOBAL_NORM ->
                Math.sqrt(
                        gradients.stream().mapToDouble(g -> g.norm() * g.norm()).sum());
            case EACH_NORM ->
                gradients.stream().mapToDouble(Statistics::norm).max().orElse(0);
            case VALUE ->
                gradients.stream()
                        .mapToDouble(g -> Math.max(Math.abs(g.min()), Math.abs(g.max())))
                        .max()
                        .orElse(0);
        };
    }
}
