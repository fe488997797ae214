package dev.plumbline.torch;

import static dev.plumbline.torch.UpdateRule.f;

import dev.plumbline.experiment.Form;
import dev.plumbline.experiment.Optimizer;
import java.util.ArrayList;
import java.util.List;

/** RMSprop: Keras adds epsilon below the root and has the rate inside the momentum. */
record RmsPropRule(Optimizer.RmsProp of) implements UpdateRule {
    @Override
    public int slots() {
        return 1 + (of.momentum() > 0 ? 1 : 0) + (of.centered() ? 1 : 0);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(WeightDecayText.lines(of));
        boolean keras = of.form() == Form.KERAS;
        lines.add(f("_foreach_mul_", "slot0", of.rho()));
        lines.add("torch._foreach_addcmul_(slot0, gs, gs, " + ProgramText.literal(1 - of.rho()) + ")");
        lines.add("below = " + f("_foreach_add", "slot0", keras ? of.epsilon() : 0.0));
        if (of.centered()) {
            lines.add(f("_foreach_lerp_", "slot1", "gs", 1 - of.rho()));
            lines.add("torch._foreach_addcmul_(below, slot1, slot1, -1)");
        }
        lines.add(f("_foreach_sqrt_", "below"));
        if (!keras) {
            lines.add(f("_foreach_add_", "below", of.epsilon()));
        }
        if (of.momentum() == 0) {
            lines.add("torch._foreach_addcdiv_(ps, gs, below, torch.neg(lr))");
            return lines;
        }
        String momentum = UpdateRule.slot(slots() - 1);
        lines.add(f("_foreach_mul_", momentum, of.momentum()));
        lines.add(f("_foreach_addcdiv_", momentum, "gs", "below", keras ? "lr" : "1"));
        lines.add("torch._foreach_add_(ps, " + momentum + ", alpha=" + (keras ? "-1" : "torch.neg(lr)") + ")");
        return lines;
    }
}
