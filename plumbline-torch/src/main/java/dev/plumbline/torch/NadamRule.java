package dev.plumbline.torch;

import static dev.plumbline.torch.UpdateRule.correction;
import static dev.plumbline.torch.UpdateRule.f;

import dev.plumbline.experiment.Optimizer;
import java.util.ArrayList;
import java.util.List;

/** Adam with Nesterov momentum. The product of the momenta so far is kept as {@code product}. */
record NadamRule(Optimizer.Nadam of) implements UpdateRule {
    @Override
    public int slots() {
        return 2;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(WeightDecayText.lines(of));
        lines.add("mu = " + momentum("t"));
        lines.add("next = " + momentum("torch.add(t, 1.)"));
        lines.add("so_far = float(torch.mul_(product, mu))");
        lines.add(f("_foreach_lerp_", "slot0", "gs", 1 - of.beta1()));
        lines.add(f("_foreach_mul_", "slot1", of.beta2()));
        lines.add(f("_foreach_addcmul_", "slot1", "gs", "gs", 1 - of.beta2()));
        lines.add("below = " + f("_foreach_div", "slot1", correction(of.beta2())));
        lines.add(f("_foreach_sqrt_", "below"));
        lines.add(f("_foreach_add_", "below", of.epsilon()));
        lines.add("now = torch.div(torch.mul(lr, torch.sub(1., mu)), torch.sub(1., so_far))");
        lines.add("then = torch.div(torch.mul(lr, next), torch.sub(1., torch.mul(so_far, next)))");
        lines.add("torch._foreach_addcdiv_(ps, gs, below, torch.neg(now))");
        lines.add("torch._foreach_addcdiv_(ps, slot0, below, torch.neg(then))");
        return lines;
    }

    private String momentum(String step) {
        String power = f("pow", 0.96, f("mul", step, of.momentumDecay()));
        return f("mul", of.beta1(), f("sub", 1.0, f("mul", 0.5, power)));
    }
}
