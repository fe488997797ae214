package dev.plumbline.start;

import dev.plumbline.data.SplitName;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import java.util.ArrayList;
import java.util.List;

/** Too few examples to learn from, or to tell two scores apart. */
final class FewExamples implements Check<DataProfile> {
    /** Below this scikit-learn's guide to choosing an estimator says "get more data". */
    private static final int TO_LEARN = 50;
    /** With 100 examples and 90 % right, the 95 % interval is 6 points to either side. */
    private static final int TO_SCORE = 100;

    private static final Rule RULE = new Rule(
            "few-examples",
            Stage.START,
            "There are few examples",
            "W4; scikit-learn, Choosing the right estimator (50 examples); binomial interval of a score");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(DataProfile profile) {
        List<Finding> findings = new ArrayList<>();
        profile.splits().forEach((name, split) -> {
            if (name == SplitName.TRAIN && split.examples() < TO_LEARN) {
                findings.add(finding(
                        name,
                        Severity.WARNING,
                        Figures.count(split.examples(), "example"),
                        "A network learns so few by heart; what it has understood cannot be seen.",
                        "Collect more, at least " + TO_LEARN + ", or use a simpler model: the baselines show how far"
                                + " one gets."));
            } else if (name != SplitName.TRAIN && split.examples() < TO_SCORE) {
                double half = 1.96 * Math.sqrt(0.9 * 0.1 / Math.max(1, split.examples()));
                findings.add(finding(
                        name,
                        Severity.INFO,
                        Figures.count(split.examples(), "example"),
                        String.format(
                                java.util.Locale.ROOT,
                                "A share of 90 %% is known to about %.0f points here: smaller differences are noise.",
                                100 * half),
                        "Judge by the intervals, or make the split larger."));
            }
        });
        return findings;
    }

    private static Finding finding(SplitName split, Severity severity, String seen, String why, String remedy) {
        return new Finding(RULE, severity, Status.CONFIRMED, "split " + split, seen, why, "counted", remedy);
    }
}
