package dev.plumbline.debug.cause.training;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.experiment.Clipping;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gradients are clipped to so little at nearly every step that the weights hardly move. */
final class ClippingTooTight implements Cause {
    private static final Rule RULE = new Rule(
            "clipping-too-tight",
            Stage.OVERFIT,
            "Gradients are clipped to next to nothing",
            "Google's tuning playbook: more than 50 % of the steps clipped is too many; usual bounds 0.1 to 10");
    /** Share of the steps seen. */
    private static final double NEARLY_ALL = 0.9;
    /** How many times the bound a gradient must be for the difference to matter. */
    private static final double FAR = 10;
    /** Adaptive optimizers undo a scale, until the gradient is no larger than their epsilon. */
    private static final double FAR_FOR_ADAPTIVE = 1e4;
    /** A bound that no gradient which teaches anything stays below. */
    private static final double TINY = 1e-3;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    private static @Nullable Clipping clipping(Setup setup) {
        return setup.experiment().training().clipping();
    }

    @Override
    public List<Finding> look(Setup setup) {
        Clipping clipping = clipping(setup);
        if (clipping == null) {
            return List.of();
        }
        double[] times = snapshots(setup).stream()
                .mapToDouble(s -> GradientSize.of(s, clipping.kind()) / clipping.bound())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        boolean adapts = setup.experiment().training().optimizer().isAdaptive();
        double median = times.length == 0 ? Double.NaN : times[times.length / 2];
        double far = adapts ? FAR_FOR_ADAPTIVE : FAR;
        double share = times.length == 0
                ? Double.NaN
                : (double) java.util.Arrays.stream(times).filter(t -> t > 1).count() / times.length;
        boolean isTight = share >= NEARLY_ALL && median > far || clipping.bound() <= TINY;
        if (!isTight && !(share >= NEARLY_ALL)) {
            return List.of();
        }
        String seen = clipping.kind().label() + " " + clipping.bound()
                + (times.length == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "; gradients were above it at %.0f %% of %d steps looked at, typically %.3g times as large",
                                100 * share,
                                times.length,
                                median));
        String why = "Whatever the gradient says of how far to go is lost, and the step is the bound times the rate.";
        String remedy = "Clip at the 90th percentile of the gradients' norm, or not at all (`without-clipping`).";
        return List.of(
                isTight
                        ? Symptom.of(setup, RULE, "training." + clipping.kind().label(), seen, why, remedy)
                        : Symptom.hint(RULE, "training." + clipping.kind().label(), seen, why, remedy));
    }

    private static List<Snapshot> snapshots(Setup setup) {
        Run training = setup.observed().training();
        Run run = training == null ? setup.observed().firstStep() : training;
        return run == null ? List.of() : run.trace().snapshots();
    }

    @Override
    public List<String> edits(Setup setup) {
        return clipping(setup) == null
                ? List.of()
                : Objects.requireNonNull(clipping(setup)).equals(Clipping.globalNorm(1))
                        ? List.of("without-clipping")
                        : List.of("without-clipping", "clip-norm=1");
    }
}
