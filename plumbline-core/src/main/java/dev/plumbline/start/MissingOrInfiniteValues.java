package dev.plumbline.start;

import dev.plumbline.data.SplitName;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.lab.Statistics;
import dev.plumbline.start.DataProfile.FeatureProfile;
import dev.plumbline.start.DataProfile.InputProfile;
import java.util.ArrayList;
import java.util.List;

/** NaN or infinity among the numbers: one of them is enough to turn the loss, and then every weight, into NaN. */
final class MissingOrInfiniteValues implements Check<DataProfile> {
    private static final Rule RULE = new Rule(
            "missing-or-infinite-values",
            Stage.START,
            "The data hold values that are missing or infinite",
            "D1, numerical instability; IEEE 754: NaN passes through every sum");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(DataProfile profile) {
        List<Finding> findings = new ArrayList<>();
        profile.splits().forEach((name, split) -> {
            for (InputProfile input : split.inputs()) {
                add(findings, name, "input " + input.name(), input.values(), features(input));
            }
            add(findings, name, "target " + profile.schema().target(), split.target(), "");
        });
        return findings;
    }

    private static String features(InputProfile input) {
        List<String> names = input.features().stream()
                .filter(f -> !f.values().isFinite())
                .map(FeatureProfile::name)
                .toList();
        return names.isEmpty() ? "" : ", in " + Figures.list(names);
    }

    private static void add(List<Finding> findings, SplitName split, String what, Statistics values, String features) {
        if (values.isFinite()) {
            return;
        }
        List<String> seen = new ArrayList<>();
        if (values.nans() > 0) {
            seen.add(Figures.count(values.nans(), "missing value") + " (NaN)");
        }
        if (values.infinities() > 0) {
            seen.add(Figures.count(values.infinities(), "infinite value"));
        }
        findings.add(new Finding(
                RULE,
                Severity.ERROR,
                Status.CONFIRMED,
                what + " of " + split,
                String.join(" and ", seen) + features,
                "One such value in a batch makes the loss NaN, and the step after it makes every weight NaN.",
                "counted in the data",
                "Fill them (the feature's median and a column that says it was missing), drop these examples, or find"
                        + " the division or logarithm that made them."));
    }
}
