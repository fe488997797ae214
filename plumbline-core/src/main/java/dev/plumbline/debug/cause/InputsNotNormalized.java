package dev.plumbline.debug.cause;

import dev.plumbline.data.DType;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
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
        if (!raw(setup)) {
            return List.of();
        }
        return worst(setup)
                .filter(f -> size(f) > FAR)
                .map(f -> List.of(Finding.suspected(
                        RULE,
                        "data.normalization",
                        String.format(
                                Locale.ROOT,
                                "none, and feature %s has mean %.4g and standard deviation %.4g in train",
                                f.name(),
                                f.values().mean(),
                                f.values().deviation()),
                        "A feature of large numbers drowns the others, and its gradients are as large as its numbers.",
                        "Subtract the mean and divide by the standard deviation, both of train.")))
                .orElse(List.of());
    }

    @Override
    public List<String> edits(Setup setup) {
        return raw(setup) ? List.of("normalization=standardize") : List.of();
    }
}
