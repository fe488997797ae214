package dev.plumbline.torch;

import static dev.plumbline.torch.ProgramText.literal;

import dev.plumbline.experiment.Clipping;
import dev.plumbline.experiment.Ema;
import dev.plumbline.experiment.TrainingPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * From a step's gradients to its weights: gradients gathered over some steps, clipping, the optimizer, the average of
 * the weights, in the order of {@code BaseOptimizer.apply} of Keras 3.15. The lines find the gradients as {@code gs},
 * the step of the chunk as {@code i} and the steps before the chunk as {@code before}.
 */
final class UpdateText {
    /** The list that holds the sums of gradients since the last update. */
    private static final String GATHERED = "gathered";

    /** The list that holds the averages of the parameters. */
    static final String AVERAGES = "averages";

    private UpdateText() {}

    /** The lists of tensors like the parameters that a plan needs beside the optimizer's own. */
    static List<String> lists(TrainingPlan plan) {
        List<String> lists = new ArrayList<>();
        if (plan.gradientAccumulationSteps() > 1) {
            lists.add(GATHERED);
        }
        if (plan.ema() != null) {
            lists.add(AVERAGES);
        }
        return lists;
    }

    static void write(ProgramText text, TrainingPlan plan) {
        int steps = plan.gradientAccumulationSteps();
        text.line("done = torch.add(before, i)");
        if (steps == 1) {
            update(text, plan);
        } else {
            text.line("torch._foreach_add_(" + GATHERED + ", gs)");
            text.block("if torch.eq(torch.remainder(torch.add(done, 1), " + steps + "), 0):", () -> {
                text.line("gs = torch._foreach_div(" + GATHERED + ", " + literal(steps) + ")");
                update(text, plan);
                text.line("torch._foreach_zero_(" + GATHERED + ")");
            });
            text.block("else:", () -> text.line("pass"));
        }
        Ema ema = plan.ema();
        if (ema != null) {
            average(text, ema, steps);
        }
    }

    private static void update(ProgramText text, TrainingPlan plan) {
        Clipping clipping = plan.clipping();
        if (clipping != null) {
            ClippingText.lines(clipping).forEach(text::line);
        }
        text.line("lr = float(rates[i])", "t = float(torch.add_(count, 1))");
        OptimizerText.of(plan.optimizer()).lines().forEach(text::line);
    }

    /** Until the second update begins the average is what the weights are. */
    private static void average(ProgramText text, Ema ema, int steps) {
        text.line(
                "updates = torch.floordiv(done, " + steps + ")",
                "taken = torch.sub(1., torch.mul(float(torch.gt(updates, 0)), " + literal(ema.momentum()) + "))",
                "torch._foreach_lerp_(" + AVERAGES + ", ps, taken)");
        if (ema.overwriteFrequency() > 0) {
            text.block(
                    "if torch.eq(torch.remainder(torch.add(updates, 1), " + ema.overwriteFrequency() + "), 0):",
                    () -> text.line("torch._foreach_copy_(ps, " + AVERAGES + ")"));
            text.block("else:", () -> text.line("pass"));
        }
    }
}
