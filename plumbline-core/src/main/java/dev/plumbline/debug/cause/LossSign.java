package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The loss is multiplied by a negative number, so that training drives it up. */
final class LossSign implements Cause {
    private static final Rule RULE = new Rule(
            "loss-sign",
            Stage.OVERFIT,
            "The loss has the wrong sign",
            "D5: error goes up -> flipped sign in loss or gradient");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.GOES_UP, Trend.EXPLODES);
    }

    @Override
    public List<Finding> look(Setup setup) {
        double scale = setup.experiment().training().loss().scale();
        return scale >= 0
                ? List.of()
                : List.of(Finding.suspected(
                        RULE,
                        "training.loss",
                        "scale " + scale,
                        "A loss times a negative number is lowest where the network is most wrong.",
                        "Remove the scale, or make it positive."));
    }

    @Override
    public List<String> edits(Setup setup) {
        return setup.experiment().training().loss().scale() < 0 ? List.of("loss-sign") : List.of();
    }
}
