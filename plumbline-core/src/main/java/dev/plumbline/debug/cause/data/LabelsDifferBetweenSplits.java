package dev.plumbline.debug.cause.data;

import dev.plumbline.data.Schema;
import dev.plumbline.data.edit.LabelMatching.Renumbering;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.experiment.DataEdit;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A split's class numbers mean other classes than train's: names were numbered anew for each file. */
final class LabelsDifferBetweenSplits implements Cause {
    private static final Rule RULE = new Rule(
            "labels-differ-between-splits",
            Stage.COMPARE,
            "A split's classes are numbered otherwise than train's",
            "RULES, labels: permutation; a simple model of train says another class of most examples, round in a ring");

    private final Evidence evidence;

    LabelsDifferBetweenSplits(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return Set.of();
    }

    @Override
    public boolean onlyInFullTraining() {
        return true;
    }

    @Override
    public List<Finding> look(Setup setup) {
        Schema schema = setup.dataset().schema();
        return evidence.renumberings(setup).stream()
                .map(renumbering -> Gain.judged(
                        finding(schema, renumbering),
                        Gain.of(evidence, setup, renumbering.split(), DataEdit.Repair.MATCH_LABELS),
                        "match-labels"))
                .toList();
    }

    private static Finding finding(Schema schema, Renumbering renumbering) {
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

    @Override
    public List<String> edits(Setup setup) {
        return Gain.edits(
                evidence.renumberings(setup).stream().map(Renumbering::split).toList(), "match-labels");
    }
}
