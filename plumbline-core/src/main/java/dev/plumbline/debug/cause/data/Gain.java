package dev.plumbline.debug.cause.data;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.edit.Edits;
import dev.plumbline.data.estimate.Answers;
import dev.plumbline.data.estimate.Learned;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.DataEdit;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * A change of a split tried on a simple model of train, which takes a moment: what it scores in the split as it is, and
 * in the split changed. A clear gain shows that the split, and not the network, is at fault.
 */
record Gain(double before, double after, int examples, boolean classes) {
    private static final double CLEAR = 0.1;
    private static final double ERRORS = 4;

    static Optional<Gain> of(Evidence evidence, Setup setup, SplitName name, DataEdit.Repair repair) {
        Dataset dataset = evidence.data(setup);
        Dataset changed = Edits.repaired(dataset, repair, 0);
        return evidence.of(setup, SplitName.TRAIN)
                .filter(train -> train.leftOut().isBeyondChance() && name != SplitName.TRAIN)
                .map((Learned train) -> {
                    Answers was = train.ofSome(dataset.split(name).orElseThrow());
                    Answers is = train.ofSome(changed.split(name).orElseThrow());
                    return new Gain(was.score(), is.score(), is.size(), is.task() == Task.CLASSIFICATION);
                });
    }

    private boolean isClear() {
        double error = Math.sqrt(0.5 / Math.max(1, examples));
        return after - before > Math.max(CLEAR, ERRORS * error);
    }

    /** The finding, shown to hurt where the gain is clear. */
    static Finding judged(Finding suspected, Optional<Gain> gain, String edit) {
        return gain.filter(Gain::isClear)
                .map(g -> suspected.confirmed("a simple model of train "
                        + (g.classes() ? "is right for " : "explains ") + Figures.percent(g.before())
                        + " of the split as it is, and " + Figures.percent(g.after()) + " with `" + edit + "`"))
                .orElse(suspected);
    }

    /** The edit, where full training can tell what it brings: by the validation split. */
    static List<String> edits(List<SplitName> splits, String edit) {
        return splits.contains(SplitName.VALIDATION) || splits.contains(SplitName.TRAIN) ? List.of(edit) : List.of();
    }
}
