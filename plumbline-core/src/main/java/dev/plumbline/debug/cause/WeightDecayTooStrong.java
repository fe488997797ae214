package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Weights are pulled to 0 harder than the loss pushes them away. */
final class WeightDecayTooStrong implements Cause {
    private static final Rule RULE = new Rule(
            "weight-decay-too-strong",
            Stage.OVERFIT,
            "Weight decay is too strong",
            "D5: error plateaus -> too much regularization; usual values 1e-5 to 1e-2 (Google's tuning playbook)");
    private static final double STRONG = 0.01;
    /** A decoupled decay (AdamW's) is multiplied by the learning rate, so it is usual up to 0.1. */
    private static final double STRONG_DECOUPLED = 0.3;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY, Trend.OSCILLATES, Trend.GOES_UP);
    }

    @Override
    public List<Finding> look(Setup setup) {
        double decay = setup.experiment().training().optimizer().weightDecay();
        double strong = setup.experiment().training().optimizer().isDecoupled() ? STRONG_DECOUPLED : STRONG;
        return decay <= strong
                ? List.of()
                : List.of(Finding.suspected(
                        RULE,
                        "training.optimizer",
                        "weight decay " + decay + ", usual up to " + strong,
                        "The pull on every weight outweighs the loss; the network is kept near saying nothing.",
                        "Set weight decay to 0 until the network learns, then add a little."));
    }

    @Override
    public List<String> edits(Setup setup) {
        return setup.experiment().training().optimizer().weightDecay() > 0 ? List.of("weight-decay=0") : List.of();
    }
}
