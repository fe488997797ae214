package dev.plumbline.torch;

import static dev.plumbline.torch.ProgramText.literal;
import static dev.plumbline.torch.UpdateRule.correction;
import static dev.plumbline.torch.UpdateRule.f;

import dev.plumbline.experiment.Form;
import dev.plumbline.experiment.Optimizer;
import java.util.List;

/**
 * Adam and AdamW by libtorch's fused kernels. Keras's epsilon stands beside the root of the uncorrected second moment,
 * which is an epsilon divided by the root of the correction beside the corrected one.
 */
record AdamRule(Optimizer.Adam of, boolean decoupled) implements UpdateRule {
    static AdamRule of(Optimizer.Adam adam) {
        return new AdamRule(adam, adam.isDecoupled());
    }

    static AdamRule of(Optimizer.AdamW w) {
        Optimizer.Adam adam = new Optimizer.Adam(
                w.learningRate(), w.beta1(), w.beta2(), w.epsilon(), w.weightDecay(), w.amsgrad(), w.form());
        return new AdamRule(adam, true);
    }

    @Override
    public int slots() {
        return of.amsgrad() ? 3 : 2;
    }

    @Override
    public List<String> lines() {
        String epsilon = of.form() == Form.KERAS
                ? f("div", of.epsilon(), f("sqrt", correction(of.beta2())))
                : literal(of.epsilon());
        return List.of(
                "epsilon = " + epsilon,
                "torch." + (decoupled ? "_fused_adamw_" : "_fused_adam_") + "(ps, gs, slot0, slot1, "
                        + (of.amsgrad() ? UpdateRule.slot(2) : ProgramText.tensors(List.of()))
                        + ", counts, lr=lr, beta1=" + literal(of.beta1())
                        + ", beta2=" + literal(of.beta2())
                        + ", weight_decay=" + literal(of.weightDecay())
                        + ", eps=epsilon, amsgrad=" + (of.amsgrad() ? "True" : "False") + ", maximize=False)");
    }
}
