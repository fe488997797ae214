package dev.plumbline.torch;

import static dev.plumbline.torch.UpdateRule.f;

import dev.plumbline.experiment.Optimizer;
import java.util.ArrayList;
import java.util.List;

/** Adadelta, which both libraries write alike. */
record AdadeltaRule(Optimizer.Adadelta of) implements UpdateRule {
    @Override
    public int slots() {
        return 2;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(WeightDecayText.lines(of));
        lines.add(f("_foreach_mul_", "slot0", of.rho()));
        lines.add(f("_foreach_addcmul_", "slot0", "gs", "gs", 1 - of.rho()));
        lines.add("change = " + f("_foreach_add", "slot1", of.epsilon()));
        lines.add("below = " + f("_foreach_add", "slot0", of.epsilon()));
        lines.add(f("_foreach_div_", "change", "below"));
        lines.add(f("_foreach_sqrt_", "change"));
        lines.add(f("_foreach_mul_", "change", "gs"));
        lines.add(f("_foreach_mul_", "slot1", of.rho()));
        lines.add(f("_foreach_addcmul_", "slot1", "change", "change", 1 - of.rho()));
        lines.add("torch._foreach_add_(ps, change, alpha=torch.neg(lr))");
        return lines;
    }
}
