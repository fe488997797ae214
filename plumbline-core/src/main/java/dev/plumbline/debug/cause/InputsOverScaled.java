package dev.plumbline.debug.cause;

import dev.plumbline.data.DType;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import dev.plumbline.start.DataProfile.FeatureProfile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/** Inputs were scaled twice, so that hardly anything is left of them: divided by 255 in the file and in the network. */
final class InputsOverScaled implements Cause {
    private static final Rule RULE = new Rule(
            "inputs-over-scaled",
            Stage.OVERFIT,
            "Inputs are scaled to almost nothing",
            "D1: over-normalized inputs; a tenth of what [0, 1] gives, whose deviation is 0.2 to 0.3");
    /** Pixels in [0, 1] have ten times that, standardized features fifty times. */
    private static final double TINY = 0.02;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    private static boolean raw(Setup setup) {
        return setup.experiment().data().normalization() == Normalization.NONE
                && setup.input().dtype() == DType.FLOAT32;
    }

    /** The largest deviation of a feature in the data; empty where they are normalized or none varies. */
    private static OptionalDouble largest(Setup setup) {
        return raw(setup)
                ? setup.input().features().stream()
                        .map(FeatureProfile::values)
                        .mapToDouble(v -> v.deviation())
                        .filter(d -> d > 0)
                        .max()
                : OptionalDouble.empty();
    }

    private static boolean inData(Setup setup) {
        OptionalDouble largest = largest(setup);
        return largest.isPresent() && largest.getAsDouble() < TINY;
    }

    private static boolean inNetwork(FedInput fed) {
        // nothing at all left is no matter of scale: that is input-ignored
        return fed.values()
                .filter(v -> v.deviation() > 0 && v.deviation() < TINY)
                .isPresent();
    }

    @Override
    public List<Finding> look(Setup setup) {
        FedInput fed = FedInput.of(setup);
        if (fed.isNormalized() || !(inNetwork(fed) || fed.steps().isEmpty() && inData(setup))) {
            return List.of();
        }
        double deviation = fed.values()
                .map(v -> v.deviation())
                .orElseGet(() -> largest(setup).orElse(Double.NaN));
        String where = fed.steps().isEmpty()
                ? "data.normalization"
                : "layer " + fed.steps().get(fed.steps().size() - 1).layer();
        return List.of(Symptom.of(
                setup,
                RULE,
                where,
                String.format(
                        Locale.ROOT,
                        "what the first weights are fed has a standard deviation of %.3g, usual are 0.2 to 1",
                        deviation),
                "Inputs so small leave the first layer nothing but its biases, and its gradients are as small.",
                "Scale once: in the data or in the network. Standardize, or divide by 255 a single time."));
    }

    @Override
    public List<String> edits(Setup setup) {
        FedInput fed = FedInput.of(setup);
        if (fed.isNormalized()) {
            return List.of();
        }
        List<String> edits = new ArrayList<>();
        if (inNetwork(fed)) {
            for (Node factor : fed.factors(setup)) {
                edits.add("remove-node=" + factor.name());
            }
        }
        if (inData(setup)) {
            edits.add("normalization=standardize");
        }
        return edits;
    }
}
