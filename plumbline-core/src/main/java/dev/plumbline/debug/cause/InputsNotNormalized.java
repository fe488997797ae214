package dev.plumbline.debug.cause;

import dev.plumbline.data.DType;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Network;
import dev.plumbline.start.DataProfile.FeatureProfile;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The network is fed raw numbers, far from the unit scale that initializers and learning rates are made for (S4, D1).
 */
final class InputsNotNormalized implements Cause {
    private static final Rule RULE = new Rule(
            "inputs-not-normalized",
            Stage.OVERFIT,
            "Inputs are not normalized",
            "S4, D1; RULES: input range outside [-1, 1] (UMLAUT, DeepDiagnosis), hidden mean >= 10 (AutoTrainer)");
    /** Ten times what standardization would give. */
    private static final double FAR = 10;
    /** A weak hint: three deviations, where a standardized feature hardly ever is. */
    private static final double SOMEWHAT = 3;

    private static final String WHY =
            "A feature of large numbers drowns the others, and its gradients are as large as its numbers.";
    private static final String REMEDY = "Subtract the mean and divide by the standard deviation, both of train.";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    private static boolean raw(Setup setup) {
        return setup.experiment().data().normalization() == Normalization.NONE
                && setup.input().dtype() == DType.FLOAT32
                && setup.network().inputs().keySet().stream().noneMatch(in -> isLookedUp(setup.network(), in));
    }

    /** Numbers of words that an archive holds as real ones: they have no scale. */
    private static boolean isLookedUp(Network network, String value) {
        return network.readers(value).stream()
                .anyMatch(
                        n -> n.operator().equals("Gather") && n.inputs().get(1).equals(value)
                                || n.operator().matches("Cast|Identity|Reshape|Squeeze|Unsqueeze|Pad|Slice")
                                        && n.inputs().get(0).equals(value)
                                        && isLookedUp(network, n.output()));
    }

    /** The feature farthest from mean 0 and standard deviation 1. */
    private static Optional<FeatureProfile> worst(Setup setup) {
        return setup.input().features().stream().max(Comparator.comparingDouble(InputsNotNormalized::size));
    }

    private static double size(FeatureProfile feature) {
        double size =
                Math.max(Math.abs(feature.values().mean()), feature.values().deviation());
        return Double.isNaN(size) ? 0 : size;
    }

    @Override
    public List<Finding> look(Setup setup) {
        FedInput fed = FedInput.of(setup);
        if (!raw(setup) || fed.isNormalized()) {
            return List.of();
        }
        if (!fed.steps().isEmpty()) {
            return fed.values()
                    .filter(v -> Math.max(Math.abs(v.mean()), v.deviation()) > FAR)
                    .map(v -> List.of(Symptom.of(
                            setup,
                            RULE,
                            "layer " + fed.steps().get(fed.steps().size() - 1).layer(),
                            String.format(
                                    Locale.ROOT,
                                    "it gives a mean of %.4g and a standard deviation of %.4g to the first weights",
                                    v.mean(),
                                    v.deviation()),
                            WHY,
                            REMEDY)))
                    .orElse(List.of());
        }
        return worst(setup)
                .filter(f -> size(f) > SOMEWHAT)
                .map(f -> List.of(finding(f)))
                .orElse(List.of());
    }

    private static Finding finding(FeatureProfile feature) {
        String seen = String.format(
                Locale.ROOT,
                "none, and feature %s has mean %.4g and standard deviation %.4g in train",
                feature.name(),
                feature.values().mean(),
                feature.values().deviation());
        return Finding.suspected(RULE, "data.normalization", seen, WHY, REMEDY)
                .withSeverity(size(feature) > FAR ? Severity.WARNING : Severity.INFO);
    }

    @Override
    public List<String> edits(Setup setup) {
        return raw(setup) && !FedInput.of(setup).isNormalized() ? List.of("normalization=standardize") : List.of();
    }
}
