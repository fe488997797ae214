package dev.plumbline.torch;

import static dev.plumbline.torch.ProgramText.literal;

import dev.plumbline.experiment.Optimizer;
import java.util.List;

/**
 * Optimizers as calls of libtorch's fused kernels, and the state that each keeps.
 *
 * @param optimizer settings; its learning rate is handed in with every step
 */
record OptimizerText(Optimizer optimizer) {
    /** Tensors like the parameter that the optimizer keeps for each: momentum, or both moments. */
    int slots() {
        if (optimizer instanceof Optimizer.Sgd sgd) {
            return sgd.momentum() == 0 ? 0 : 1;
        }
        return 2;
    }

    /** The name of a slot's list. */
    static String slot(int index) {
        return "slot" + index;
    }

    /** Whether it counts its steps. All parameters share the counter, which saves a kernel for each. */
    boolean counts() {
        return !(optimizer instanceof Optimizer.Sgd);
    }

    /**
     * The lines of an update of the lists {@code ps} by {@code gs}.
     *
     * @param slots the names of the state's lists
     */
    List<String> update(List<String> slots) {
        if (optimizer instanceof Optimizer.Sgd sgd) {
            // with buffers of zeros the first step is like any other
            return List.of("torch._fused_sgd_(ps, gs, "
                    + (slots.isEmpty() ? ProgramText.tensors(List.of()) : slots.get(0))
                    + ", weight_decay=" + literal(sgd.weightDecay())
                    + ", momentum=" + literal(sgd.momentum())
                    + ", lr=lr, dampening=0., nesterov=" + (sgd.nesterov() && sgd.momentum() > 0 ? "True" : "False")
                    + ", maximize=False, is_first_step=False)");
        }
        if (optimizer instanceof Optimizer.Adam adam) {
            return adam("_fused_adam_", slots, adam.beta1(), adam.beta2(), adam.epsilon(), adam.weightDecay());
        }
        Optimizer.AdamW w = (Optimizer.AdamW) optimizer;
        return adam("_fused_adamw_", slots, w.beta1(), w.beta2(), w.epsilon(), w.weightDecay());
    }

    private static List<String> adam(
            String kernel, List<String> slots, double beta1, double beta2, double epsilon, double weightDecay) {
        return List.of(
                "done = torch.add_(count, 1)",
                "torch." + kernel + "(ps, gs, " + slots.get(0) + ", " + slots.get(1) + ", "
                        + ProgramText.tensors(List.of()) + ", counts, lr=lr, beta1=" + literal(beta1) + ", beta2="
                        + literal(beta2) + ", weight_decay=" + literal(weightDecay) + ", eps=" + literal(epsilon)
                        + ", amsgrad=False, maximize=False)");
    }
}
