package dev.plumbline.report;

import dev.plumbline.lab.Statistics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person's eye should stop at in the layer table. Unusual is not wrong: the checks decide, with their sources.
 */
public final class Oddity {
    private static final double MOSTLY = 0.9;
    private static final double TINY = 1e-8;
    private static final double HUGE = 1e4;

    private Oddity() {}

    /** Of what a layer gave. */
    public static Optional<String> ofValue(Statistics value) {
        Optional<String> notFinite = notFinite(value);
        if (notFinite.isPresent()) {
            return notFinite;
        }
        if (value.zeroShare() >= 1) {
            return Optional.of("all 0");
        }
        if (value.zeroShare() >= MOSTLY) {
            return Optional.of("mostly 0");
        }
        if (value.deviation() == 0) {
            return Optional.of("constant");
        }
        return reach(value) > HUGE ? Optional.of("huge") : Optional.empty();
    }

    /** Of the gradient that flowed back to a layer. */
    public static Optional<String> ofGradient(@Nullable Statistics gradient) {
        if (gradient == null) {
            return Optional.of("none");
        }
        Optional<String> notFinite = notFinite(gradient);
        if (notFinite.isPresent()) {
            return notFinite;
        }
        if (gradient.norm() == 0 || gradient.zeroShare() >= 1) {
            return Optional.of("all 0");
        }
        if (reach(gradient) < TINY) {
            return Optional.of("tiny");
        }
        return reach(gradient) > HUGE ? Optional.of("huge") : Optional.empty();
    }

    private static Optional<String> notFinite(Statistics statistics) {
        if (statistics.nans() > 0) {
            return Optional.of(Numbers.count(statistics.nans()) + " NaN");
        }
        return statistics.infinities() > 0
                ? Optional.of(Numbers.count(statistics.infinities()) + " ∞")
                : Optional.empty();
    }

    private static double reach(Statistics statistics) {
        return Math.max(Math.abs(statistics.min()), Math.abs(statistics.max()));
    }
}
