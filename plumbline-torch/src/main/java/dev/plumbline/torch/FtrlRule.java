package dev.plumbline.torch;

import static dev.plumbline.torch.UpdateRule.f;

import dev.plumbline.experiment.Optimizer;
import java.util.ArrayList;
import java.util.List;

/** Follow the regularized leader: the weight follows from the sums of gradients and of their squares. */
record FtrlRule(Optimizer.Ftrl of) implements UpdateRule {
    @Override
    public int slots() {
        return 2;
    }

    @Override
    public double initial(int slot) {
        return slot == 0 ? of.initialAccumulator() : 0;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(WeightDecayText.lines(of));
        double power = -of.learningRatePower();
        lines.add("sums = " + f("_foreach_addcmul", "slot0", "gs", "gs", "1"));
        lines.add("rise = " + f("_foreach_pow", "sums", power));
        lines.add("torch._foreach_sub_(rise, " + f("_foreach_pow", "slot0", power) + ")");
        lines.add(f("_foreach_div_", "rise", "lr"));
        if (of.l2Shrinkage() > 0) {
            lines.add("gs = torch._foreach_add(gs, ps, alpha=" + ProgramText.literal(2 * of.l2Shrinkage()) + ")");
        }
        lines.add("torch._foreach_add_(slot1, gs)");
        lines.add(f("_foreach_addcmul_", "slot1", "rise", "ps", "-1"));
        lines.add(f("_foreach_copy_", "slot0", "sums"));
        lines.add("below = " + f("_foreach_pow", "sums", power));
        lines.add(f("_foreach_div_", "below", "lr"));
        lines.add(f("_foreach_add_", "below", f("add", 2 * of.l2(), f("div", of.beta(), "lr"))));
        lines.add("pull = " + f("_foreach_clamp_max", "slot1", of.l1()));
        lines.add(f("_foreach_clamp_min_", "pull", -of.l1()));
        lines.add(f("_foreach_sub_", "pull", "slot1"));
        lines.add(f("_foreach_div_", "pull", "below"));
        lines.add(f("_foreach_copy_", "ps", "pull"));
        return lines;
    }
}
