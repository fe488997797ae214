package dev.plumbline.torch;

import static dev.plumbline.torch.ProgramText.literal;
import static dev.plumbline.torch.ProgramText.tensors;

import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.network.Constraint;
import dev.plumbline.network.Network;
import dev.plumbline.network.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of training steps in one call: gather the batch, forward, loss with penalties, gradients, clipping,
 * optimizer, constraints.
 *
 * <p>Takes parameters, the optimizer's state, its counter and a product, inputs and targets whole, the order of
 * examples over one or more epochs {@code int64}, the learning rate of each step {@code float64}, and {@code float64}
 * numbers: first step of the order, steps, batch size, examples, steps an epoch, seed, steps done. Gives the losses, as
 * many as steps were begun: a loss that is not finite ends the chunk before its update, so that the parameters are
 * still those that made it.
 */
final class TrainingProgram {

    private TrainingProgram() {}

    static Program write(ForwardText forward, Wiring wiring, Objective objective, TrainingPlan plan) {
        UpdateRule rule = OptimizerText.of(plan.optimizer());
        Arguments arguments = new Arguments();
        Map<String, String> parameters = wiring.claim(arguments);
        Network network = forward.network();
        List<String> trainedNames =
                wiring.trained().stream().map(Parameter::name).toList();
        List<String> trained = trainedNames.stream().map(parameters::get).toList();
        for (int k = 0; k < rule.slots(); k++) {
            arguments.addAll(UpdateRule.slot(k), "s" + k + "_", trained.size());
        }
        for (String list : UpdateText.lists(plan)) {
            arguments.addAll(list, list, trained.size());
        }
        arguments.add("count");
        arguments.add("product");
        List<String> inputs =
                arguments.addAll(Arguments.OTHERS, "x", wiring.inputs().size());
        List<String> truths = objective.claim(arguments);
        arguments.add("order");
        arguments.add("rates");
        arguments.add("cfg");
        ProgramText text = new ProgramText(arguments);
        text.line("counts = " + tensors(trained.stream().map(p -> "count").toList()));
        text.line(
                "first = int(cfg[0])",
                "steps = int(cfg[1])",
                "batch = int(cfg[2])",
                "examples = int(cfg[3])",
                "per_epoch = int(cfg[4])",
                "seed = int(cfg[5])",
                "before = int(cfg[6])",
                "losses = annotate(List[float], [])",
                "i = 0",
                "go = torch.gt(steps, 0)");
        text.block("while go:", () -> {
            text.line(
                    "step = torch.add(first, i)",
                    "epoch = torch.floordiv(step, per_epoch)",
                    "start = torch.mul(epoch, examples)",
                    "low = torch.add(start, torch.mul(torch.sub(step, torch.mul(epoch, per_epoch)), batch))",
                    "high = ops.prim.min(torch.add(low, batch), torch.add(start, examples))",
                    "rows = torch.slice(order, 0, low, high)");
            Map<String, String> values = new HashMap<>(parameters);
            for (int k = 0; k < inputs.size(); k++) {
                values.put(wiring.inputs().get(k), text.let("torch.index_select(" + inputs.get(k) + ", 0, rows)"));
            }
            List<String> targets = new ArrayList<>();
            for (String truth : truths) {
                targets.add(text.let("torch.index_select(" + truth + ", 0, rows)"));
            }
            forward.seed(text, "torch.add(seed, i)");
            Map<String, String> all = forward.write(text, values);
            String mean = objective.write(text, all, targets);
            String penalty = PenaltyText.write(text, network, wiring, all);
            String reported = penalty == null ? mean : text.let("torch.add(" + mean + ", " + penalty + ")");
            String lowered = scaled(text, mean, penalty, reported, objective.scale());
            text.line(
                    "value = float(" + reported + ")",
                    "kept = torch.append(losses, value)",
                    "fine = torch.isfinite(value)");
            if (!trained.isEmpty()) {
                text.block("if fine:", () -> {
                    gradients(text, lowered);
                    // parameters are written to from here on, which autograd would not let be
                    text.line("torch.set_grad_enabled(False)");
                    UpdateText.write(text, plan);
                    for (Constraint constraint : network.constraints()) {
                        if (trainedNames.contains(constraint.parameter())) {
                            ConstraintText.write(
                                    text, constraint, Objects.requireNonNull(parameters.get(constraint.parameter())));
                        }
                    }
                    text.line("torch.set_grad_enabled(True)");
                });
                text.block("else:", () -> text.line("pass"));
            }
            text.line("i = torch.add(i, 1)", "go = torch.__and__(fine, torch.lt(i, steps))");
        });
        text.line("return [torch.tensor(losses, dtype=6)]");
        return text.program();
    }

    private static String scaled(
            ProgramText text, String mean, @Nullable String penalty, String reported, double scale) {
        if (scale == 1) {
            return reported;
        }
        String scaled = text.let("torch.mul(" + mean + ", " + literal(scale) + ")");
        return penalty == null ? scaled : text.let("torch.add(" + scaled + ", " + penalty + ")");
    }

    /** The optimizers' kernels walk through memory as it lies, so a gradient that is a view is copied. */
    private static void gradients(ProgramText text, String loss) {
        text.line("found = torch.grad([" + loss + "], ps, None, None, False, True)", "gs = annotate(List[Tensor], [])");
        text.block("for j in range(torch.len(found)):", () -> {
            text.line("g = found[j]");
            text.block(
                    "if torch.__is__(g, None):", () -> text.line("zero = torch.append(gs, torch.zeros_like(ps[j]))"));
            text.block(
                    "else:", () -> text.line("some = torch.append(gs, torch.contiguous(unchecked_cast(Tensor, g)))"));
        });
    }
}
