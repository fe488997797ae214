package dev.plumbline.torch;

import static dev.plumbline.torch.UpdateRule.correction;
import static dev.plumbline.torch.UpdateRule.f;

import dev.plumbline.experiment.Form;
import dev.plumbline.experiment.Optimizer;
import java.util.ArrayList;
import java.util.List;

/** Adamax: PyTorch adds epsilon to each gradient that the norm takes in, Keras to the norm it divides by. */
record AdamaxRule(Optimizer.Adamax of) implements UpdateRule {
    @Override
    public int slots() {
        return 2;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(WeightDecayText.lines(of));
        boolean keras = of.form() == Form.KERAS;
        lines.add(f("_foreach_lerp_", "slot0", "gs", 1 - of.beta1()));
        lines.add("sizes = " + f("_foreach_abs", "gs"));
        if (!keras) {
            lines.add(f("_foreach_add_", "sizes", of.epsilon()));
        }
        lines.add(f("_foreach_mul_", "slot1", of.beta2()));
        lines.add(f("_foreach_maximum_", "slot1", "sizes"));
        String below = keras ? f("_foreach_add", "slot1", of.epsilon()) : "slot1";
        lines.add("torch._foreach_addcdiv_(ps, slot0, " + below + ", torch.neg(torch.div(lr, " + correction(of.beta1())
                + ")))");
        return lines;
    }
}
