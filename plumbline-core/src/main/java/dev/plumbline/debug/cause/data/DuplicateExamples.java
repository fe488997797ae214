package dev.plumbline.debug.cause.data;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.FullTrainingCause;
import dev.plumbline.experiment.DataEdit;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.start.Copies;
import dev.plumbline.start.DataProfile.SplitProfile;
import java.util.List;

/** Much of train is copies: a few examples count many times over. */
final class DuplicateExamples implements FullTrainingCause {
    private static final Rule RULE = new Rule(
            "duplicate-examples",
            Stage.COMPARE,
            "Much of the train split is copies",
            "RULES, labels: duplicates; Barz and Denzler, 2020, count 3.3 % to 10 % in well-known sets");
    /** Three times the most that is known of a usual data set. */
    private static final double MANY = 0.3;

    private static final double SOME = 0.1;

    @Override
    public Rule rule() {
        return RULE;
    }

    private static double share(Setup setup) {
        SplitProfile train = setup.profile().train();
        boolean dropped = setup.experiment().data().edits().contains(DataEdit.Repair.DROP_DUPLICATES);
        return dropped || !Copies.areCertain(train) ? 0 : (double) train.duplicates() / Math.max(1, train.examples());
    }

    @Override
    public List<Finding> look(Setup setup) {
        double share = share(setup);
        if (share < SOME) {
            return List.of();
        }
        SplitProfile train = setup.profile().train();
        return List.of(new Finding(
                RULE,
                share < MANY ? Severity.INFO : Severity.WARNING,
                Status.CONFIRMED,
                "split train",
                train.duplicates() + " of " + train.examples() + " examples (" + Figures.percent(share)
                        + ") repeat an earlier one",
                "There is less to learn from than it seems, and what is repeated outweighs the rest.",
                "inputs were compared element by element",
                "Drop copies before splitting (`drop-duplicates`); look at how they came about."));
    }

    @Override
    public List<String> edits(Setup setup) {
        return share(setup) < SOME ? List.of() : List.of("drop-duplicates");
    }
}
