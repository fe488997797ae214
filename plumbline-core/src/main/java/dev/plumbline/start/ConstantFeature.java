package dev.plumbline.start;

import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.start.DataProfile.FeatureProfile;
import dev.plumbline.start.DataProfile.InputProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * Features that are the same in every train example. A few cost nothing (the border of digits is always white); most of
 * them, or all, are a sign of an input that was lost on the way.
 */
final class ConstantFeature implements Check<DataProfile> {
    private static final Rule RULE = new Rule(
            "constant-feature",
            Stage.START,
            "Features never change",
            "RULES, input range: constant features (UMLAUT, DeepDiagnosis)");

    /** Above this share of an input's features what remains is the exception: something went wrong on the way. */
    private static final double MOST = 0.5;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(DataProfile profile) {
        List<Finding> findings = new ArrayList<>();
        for (InputProfile input : profile.train().inputs()) {
            List<FeatureProfile> constant = input.constant();
            if (constant.isEmpty() || profile.train().examples() < 2) {
                continue;
            }
            boolean all = constant.size() == input.features().size();
            Severity severity = all
                    ? Severity.ERROR
                    : constant.size() > MOST * input.features().size() ? Severity.WARNING : Severity.INFO;
            findings.add(new Finding(
                    RULE,
                    severity,
                    Status.CONFIRMED,
                    "input " + input.name(),
                    seen(input, constant, all),
                    all
                            ? "The inputs of all train examples are equal: there is nothing to learn from."
                            : "A constant feature tells nothing, and a value other than that in later use meets weights"
                                    + " that were never trained.",
                    "every value of the train split was compared",
                    severity == Severity.INFO
                            ? "Leave them, or remove them for a smaller network."
                            : "Look at how the input was read and scaled: an integer division, a wrong column, a"
                                    + " picture that was not found."));
        }
        return findings;
    }

    private static String seen(InputProfile input, List<FeatureProfile> constant, boolean all) {
        String names = Figures.list(constant.stream()
                .map(f -> f.name() + " = " + Figures.number(f.values().min()))
                .toList());
        return all
                ? "all " + Figures.count(constant.size(), "feature") + " constant: " + names
                : constant.size() + " of " + Figures.count(input.features().size(), "feature") + " constant: " + names;
    }
}
