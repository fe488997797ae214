package dev.plumbline.start;

import dev.plumbline.data.SplitName;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.start.DataProfile.SplitProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Classes of which train holds a handful of examples, or none though other splits ask for them. */
final class RareClass implements Check<DataProfile> {
    /** Of fewer, a tenth held out for validation is less than one example: nobody can say how well it is learned. */
    private static final int FEW = 10;

    private static final Rule RULE = new Rule(
            "rare-class",
            Stage.START,
            "Some classes have hardly any examples",
            "W4; a tenth held out of fewer than 10 examples is less than one");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(DataProfile profile) {
        List<Integer> counts = profile.train().classCounts();
        List<Finding> findings = new ArrayList<>();
        List<String> few = new ArrayList<>();
        for (int k = 0; k < counts.size(); k++) {
            int asked = asked(profile, k);
            if (counts.get(k) == 0 && asked > 0) {
                findings.add(unlearnable(profile, k, asked));
            } else if (counts.get(k) < FEW) {
                few.add(counts.get(k) + " of " + Classes.name(profile, k));
            }
        }
        if (!few.isEmpty()) {
            findings.add(new Finding(
                    RULE,
                    Severity.WARNING,
                    Status.CONFIRMED,
                    "target " + profile.schema().target(),
                    "train examples: " + Figures.list(few),
                    "So few examples are learned by heart at best, and no split holds enough of them to tell.",
                    "counted in the train split",
                    "Collect more of them, merge them into another class, or leave them out with `data.classes`."));
        }
        return findings;
    }

    private static int asked(DataProfile profile, int number) {
        int most = 0;
        for (Map.Entry<SplitName, SplitProfile> entry : profile.splits().entrySet()) {
            most = Math.max(most, entry.getValue().classCounts().get(number));
        }
        return most;
    }

    private static Finding unlearnable(DataProfile profile, int number, int asked) {
        return new Finding(
                RULE,
                Severity.ERROR,
                Status.CONFIRMED,
                Classes.name(profile, number),
                "no train example, but up to " + asked + " in another split",
                "A class that was never shown cannot be said: every one of these examples will be wrong.",
                "counted in every split",
                "Split again, stratified by class (`validation: {fraction: 0.1}` does), or leave the class out with"
                        + " `data.classes`.");
    }
}
