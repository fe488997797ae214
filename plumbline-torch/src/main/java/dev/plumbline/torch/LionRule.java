package dev.plumbline.torch;

import static dev.plumbline.torch.UpdateRule.f;

import dev.plumbline.experiment.Optimizer;
import java.util.ArrayList;
import java.util.List;

/** The sign of an average of momentum and gradient. */
record LionRule(Optimizer.Lion of) implements UpdateRule {
    @Override
    public int slots() {
        return 1;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(WeightDecayText.lines(of));
        lines.add("change = " + f("_foreach_lerp", "slot0", "gs", 1 - of.beta1()));
        lines.add(f("_foreach_sign_", "change"));
        lines.add("torch._foreach_add_(ps, change, alpha=torch.neg(lr))");
        lines.add(f("_foreach_lerp_", "slot0", "gs", 1 - of.beta2()));
        return lines;
    }
}
