package dev.plumbline.torch;

import static dev.plumbline.torch.ProgramText.literal;
import static dev.plumbline.torch.UpdateRule.f;

import dev.plumbline.experiment.Form;
import dev.plumbline.experiment.Optimizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Gradient descent by libtorch's fused kernel. Where the rate belongs inside the momentum, gradients are scaled by it
 * first and the kernel's own rate is 1.
 */
record SgdRule(Optimizer.Sgd sgd) implements UpdateRule {
    @Override
    public int slots() {
        return sgd.momentum() == 0 ? 0 : 1;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        boolean inside = sgd.form() == Form.KERAS && sgd.momentum() > 0;
        double inKernel = sgd.isDecoupled() ? 0 : sgd.weightDecay();
        if (sgd.isDecoupled()) {
            lines.addAll(WeightDecayText.lines(sgd));
        }
        if (inside) {
            lines.add("gs = " + f("_foreach_mul", "gs", "lr"));
        }
        // with buffers of zeros the first step is like any other
        lines.add("torch._fused_sgd_(ps, gs, "
                + (slots() == 0 ? ProgramText.tensors(List.of()) : UpdateRule.slot(0))
                + ", weight_decay=" + literal(inKernel)
                + ", momentum=" + literal(sgd.momentum())
                + ", lr=" + (inside ? "1." : "lr")
                + ", dampening=0., nesterov=" + (sgd.nesterov() && sgd.momentum() > 0 ? "True" : "False")
                + ", maximize=False, is_first_step=False)");
        return lines;
    }
}
