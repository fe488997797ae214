package dev.plumbline.debug.cause.training;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A setting of the optimizer so far from what it is made for that its steps have another size than the rate asks for.
 */
final class OptimizerSetting implements Cause {
    private static final Rule RULE = new Rule(
            "optimizer-setting",
            Stage.OVERFIT,
            "A setting of the optimizer is far from usual",
            "Kingma and Ba, 2015; the defaults of Keras 3 and PyTorch 2.7; Google's tuning playbook on Adam's epsilon");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    @Override
    public List<Finding> look(Setup setup) {
        Optimizer optimizer = setup.experiment().training().optimizer();
        List<String> unusual = UnusualSettings.of(optimizer);
        return unusual.isEmpty()
                ? List.of()
                : List.of(Symptom.of(
                        setup,
                        RULE,
                        "training.optimizer",
                        optimizer.name() + " with " + String.join(", ", unusual),
                        "Steps have another size than the learning rate asks for, or swing with every batch.",
                        "Leave the setting out: `optimizer-settings=usual`."));
    }

    @Override
    public List<String> edits(Setup setup) {
        Optimizer optimizer = setup.experiment().training().optimizer();
        return optimizer.withUsualSettings().equals(optimizer) ? List.of() : List.of("optimizer-settings=usual");
    }
}
