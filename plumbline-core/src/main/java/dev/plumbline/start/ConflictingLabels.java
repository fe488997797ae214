package dev.plumbline.start;

import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.start.DataProfile.SplitProfile;
import java.util.List;

/** Equal inputs with different targets: no network can give both. */
final class ConflictingLabels implements Check<DataProfile> {
    private static final Rule RULE = new Rule(
            "conflicting-labels",
            Stage.START,
            "Equal inputs have different targets",
            "RULES, labels; Northcutt et al., Pervasive Label Errors in Test Sets, 2021: 3.3 % on average");

    /** The share of label errors that Northcutt et al. found on average in ten benchmark test sets. */
    private static final double USUAL = 0.033;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(DataProfile profile) {
        SplitProfile train = profile.train();
        if (train.conflicts() == 0) {
            return List.of();
        }
        double share = (double) train.conflicts() / train.examples();
        boolean copies = Copies.areCertain(train);
        // coarse inputs leave open what decides; the copies of a measurement do not, but numbers are noisy
        boolean hurts = share > USUAL && profile.task() != Task.REGRESSION;
        Severity severity = !copies ? Severity.INFO : hurts ? Severity.ERROR : Severity.WARNING;
        return List.of(new Finding(
                RULE,
                severity,
                Status.CONFIRMED,
                "split train",
                Figures.count(train.conflicts(), "example") + " (" + Figures.percent(share)
                        + ") with an earlier example's input but another target",
                copies
                        ? "At most one of two different targets for one input is right; the other is an error that no"
                                + " training removes."
                        : "The inputs are coarse, so different cases look alike: the error cannot fall below what they"
                                + " leave open.",
                "inputs and targets were compared element by element",
                copies
                        ? "Look at these examples: were targets shuffled against inputs, or inputs blanked? Correct or"
                                + " drop them."
                        : "Add features that tell such cases apart, or count it as irreducible error."));
    }
}
