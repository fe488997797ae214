package dev.plumbline.debug.cause.data;

import dev.plumbline.data.SplitName;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.experiment.DataEdit;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import java.util.List;
import java.util.Set;

/**
 * A split that was read otherwise than train. What an edit of the data would bring is tried on a simple model at once;
 * only full training can tell it of the network.
 *
 * @param <F> one split's fault
 */
abstract class BetweenSplits<F> implements Cause {
    private final Rule rule;
    private final DataEdit.Repair repair;
    private final String edit;
    private final Evidence evidence;

    /** @param edit the repair, as an intervention is called */
    BetweenSplits(Rule rule, DataEdit.Repair repair, String edit, Evidence evidence) {
        this.rule = rule;
        this.repair = repair;
        this.edit = edit;
        this.evidence = evidence;
    }

    /** The splits in which it shows. */
    abstract List<F> faults(Evidence known, Setup setup);

    abstract SplitName split(F fault);

    /** Suspected, for one split. */
    abstract Finding finding(Setup setup, F fault);

    @Override
    public final Rule rule() {
        return rule;
    }

    @Override
    public final Set<Trend> explains() {
        return Set.of();
    }

    @Override
    public final boolean onlyInFullTraining() {
        return true;
    }

    @Override
    public final List<Finding> look(Setup setup) {
        return faults(evidence, setup).stream()
                .map(fault -> Gain.judged(finding(setup, fault), Gain.of(evidence, setup, split(fault), repair), edit))
                .toList();
    }

    @Override
    public final List<String> edits(Setup setup) {
        return Gain.edits(faults(evidence, setup).stream().map(this::split).toList(), edit);
    }
}
