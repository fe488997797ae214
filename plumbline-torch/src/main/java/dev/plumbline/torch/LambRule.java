package dev.plumbline.torch;

import static dev.plumbline.torch.UpdateRule.correction;
import static dev.plumbline.torch.UpdateRule.f;

import dev.plumbline.experiment.Optimizer;
import java.util.ArrayList;
import java.util.List;

/** Adam's step, scaled for each parameter by its norm over the step's. */
record LambRule(Optimizer.Lamb of) implements UpdateRule {
    @Override
    public int slots() {
        return 2;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(WeightDecayText.lines(of));
        lines.add(f("_foreach_lerp_", "slot0", "gs", 1 - of.beta1()));
        lines.add(f("_foreach_mul_", "slot1", of.beta2()));
        lines.add(f("_foreach_addcmul_", "slot1", "gs", "gs", 1 - of.beta2()));
        lines.add("change = " + f("_foreach_div", "slot0", correction(of.beta1())));
        lines.add("below = " + f("_foreach_div", "slot1", correction(of.beta2())));
        lines.add(f("_foreach_sqrt_", "below"));
        lines.add(f("_foreach_add_", "below", of.epsilon()));
        lines.add(f("_foreach_div_", "change", "below"));
        lines.add("held = torch.stack(torch._foreach_norm(ps))");
        lines.add("moved = torch.stack(torch._foreach_norm(change))");
        lines.add("both = torch.logical_and(torch.gt(held, 0), torch.gt(moved, 0))");
        lines.add("ratio = torch.where(both, torch.div(held, moved), torch.ones_like(held))");
        lines.add("torch._foreach_mul_(change, torch.unbind(ratio))");
        lines.add("torch._foreach_add_(ps, change, alpha=torch.neg(lr))");
        return lines;
    }
}
