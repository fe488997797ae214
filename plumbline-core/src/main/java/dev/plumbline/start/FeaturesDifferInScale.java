package dev.plumbline.start;

import dev.plumbline.experiment.Normalization;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.start.DataProfile.FeatureProfile;
import dev.plumbline.start.DataProfile.InputProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Raw features whose spread differs by orders of magnitude, or is far from 1. Only a reason to look: where the plan
 * standardizes, nothing of it reaches the network.
 */
final class FeaturesDifferInScale implements Check<DataProfile> {
    private static final Rule RULE = new Rule(
            "features-differ-in-scale",
            Stage.START,
            "Input features are not on one scale near 1",
            "S4 and D1; LeCun et al., Efficient BackProp, 1998, section 4.3");

    /**
     * Gradient descent's condition number grows with the square of the ratio: at 100 it is 10,000 (Efficient BackProp).
     */
    private static final double RATIO = 100;
    /** A standard deviation off by more than this from 1: He initialization then starts with a loss 100 times off. */
    private static final double FAR = 10;

    private final Normalization normalization;
    private final boolean scalesItself;

    /** @param scalesItself whether the network may do it: one from a file, of which data alone tell nothing */
    FeaturesDifferInScale(Normalization normalization, boolean scalesItself) {
        this.normalization = normalization;
        this.scalesItself = scalesItself;
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(DataProfile profile) {
        List<Finding> findings = new ArrayList<>();
        for (InputProfile input : profile.train().inputs()) {
            List<FeatureProfile> varying = input.features().stream()
                    .filter(f -> f.values().deviation() > 0)
                    .sorted(Comparator.comparingDouble(f -> f.values().deviation()))
                    .toList();
            if (!varying.isEmpty()) {
                look(input, varying.get(0), varying.get(varying.size() - 1), findings);
            }
        }
        return findings;
    }

    private void look(InputProfile input, FeatureProfile least, FeatureProfile most, List<Finding> findings) {
        double small = least.values().deviation();
        double large = most.values().deviation();
        boolean unequal = large / small >= RATIO;
        boolean far = large >= FAR || large <= 1 / FAR;
        if (!unequal && !far) {
            return;
        }
        boolean reachesNetwork = normalization == Normalization.NONE && !scalesItself;
        String seen = unequal
                ? "standard deviations from " + Figures.number(small) + " (" + least.name() + ") to "
                        + Figures.number(large) + " (" + most.name() + ")"
                : "standard deviation " + Figures.number(large) + " (" + most.name() + ")";
        findings.add(Finding.suspected(
                        RULE,
                        "input " + input.name(),
                        seen + ", and `normalization: " + normalization + "`",
                        why(reachesNetwork),
                        reachesNetwork ? "Set `data.normalization: standardize`." : "Nothing, while it stays so.")
                .withSeverity(reachesNetwork ? Severity.WARNING : Severity.INFO));
    }

    private String why(boolean reachesNetwork) {
        if (reachesNetwork) {
            return "The network sees them as they are: large features drown small ones, and no learning rate suits both.";
        }
        String raw = "Raw, large features would drown small ones. ";
        return normalization == Normalization.NONE
                ? raw
                        + "The network comes from a file and may scale them itself; what reaches its first layer is looked"
                        + " at later (`inputs-not-normalized`)."
                : raw + "This plan's normalization takes care of that.";
    }
}
