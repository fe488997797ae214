package dev.plumbline.debug.cause.data;

import dev.plumbline.data.Schema;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.edit.LabelMatching.Renumbering;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.DataEdit;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.ArrayList;
import java.util.List;

/** A split's class numbers mean other classes than train's: names were numbered anew for each file. */
final class LabelsDifferBetweenSplits extends BetweenSplits<Renumbering> {
    private static final Rule RULE = new Rule(
            "labels-differ-between-splits",
            Stage.COMPARE,
            "A split's classes are numbered otherwise than train's",
            "RULES, labels: permutation; a simple model of train says another class of most examples, round in a ring");

    LabelsDifferBetweenSplits(Evidence evidence) {
        super(RULE, DataEdit.Repair.MATCH_LABELS, "match-labels", evidence);
    }

    @Override
    List<Renumbering> faults(Evidence known, Setup setup) {
        return known.renumberings(setup);
    }

    @Override
    SplitName split(Renumbering renumbering) {
        return renumbering.split();
    }

    @Override
    Finding finding(Setup setup, Renumbering renumbering) {
        Schema schema = setup.dataset().schema();
        List<String> moved = new ArrayList<>();
        for (int k = 0; k < renumbering.classes().size() && moved.size() < 4; k++) {
            int is = renumbering.classes().get(k);
            if (is != k) {
                moved.add(Figures.className(schema, k) + " looks like train's " + Figures.className(schema, is));
            }
        }
        return Finding.suspected(
                RULE,
                "target " + schema.target() + " of " + renumbering.split(),
                String.join(", ", moved) + "; a simple model of train is right for "
                        + Figures.percent(renumbering.agreed()) + " as they are and for "
                        + Figures.percent(renumbering.agreedAfter()) + " renumbered",
                "What the network says right is counted wrong.",
                "Number classes once, by the names of train, and use that table for every split; `match-labels` shows"
                        + " what it brings.");
    }
}
