package dev.plumbline.torch;

import dev.plumbline.experiment.Form;
import dev.plumbline.experiment.Optimizer;
import java.util.ArrayList;
import java.util.List;

/** Adagrad by libtorch's fused kernel. Keras's epsilon below the root is one that the sum starts with. */
record AdagradRule(Optimizer.Adagrad of) implements UpdateRule {
    @Override
    public int slots() {
        return 1;
    }

    @Override
    public double initial(int slot) {
        return of.initialAccumulator() + (of.form() == Form.KERAS ? of.epsilon() : 0);
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(WeightDecayText.lines(of));
        double beside = of.form() == Form.KERAS ? 0 : of.epsilon();
        lines.add("torch._fused_adagrad_(ps, gs, slot0, counts, lr=lr, lr_decay=0., weight_decay=0., eps="
                + ProgramText.literal(beside) + ", maximize=False)");
        return lines;
    }
}
