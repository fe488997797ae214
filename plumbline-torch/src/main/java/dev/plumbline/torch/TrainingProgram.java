package dev.plumbline.torch;

import static dev.plumbline.torch.ProgramText.literal;
import static dev.plumbline.torch.ProgramText.tensors;

import dev.plumbline.experiment.Clipping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A chunk of training steps in one call: gather the batch, forward, loss, gradients, clipping, optimizer.
 *
 * <p>Takes parameters, the optimizer's state, its counter, inputs and targets whole, the order of examples over one or
 * more epochs {@code int64}, the learning rate of each step {@code float64}, and {@code float64} numbers: first step,
 * steps, batch size, examples, steps an epoch, seed. Gives the losses, as many as steps were begun: a loss that is not
 * finite ends the chunk before its update, so that the parameters are still those that made it.
 */
final class TrainingProgram {

    private TrainingProgram() {}

    static Program write(
            ForwardText forward,
            Wiring wiring,
            LossText loss,
            double scale,
            OptimizerText optimizer,
            @Nullable Clipping clip) {
        Arguments arguments = new Arguments();
        Map<String, String> parameters = wiring.claim(arguments);
        List<String> trained =
                wiring.trained().stream().map(p -> parameters.get(p.name())).toList();
        List<String> slots = new ArrayList<>();
        for (int k = 0; k < optimizer.slots(); k++) {
            arguments.addAll(OptimizerText.slot(k), "s" + k + "_", trained.size());
            slots.add(OptimizerText.slot(k));
        }
        arguments.add("count");
        List<String> inputs =
                arguments.addAll(Arguments.OTHERS, "x", wiring.inputs().size());
        arguments.add("y");
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
            String targets = text.let("torch.index_select(y, 0, rows)");
            forward.seed(text, "torch.add(seed, i)");
            String output = forward.writeOutput(text, values);
            String mean = loss.write(text, output, targets);
            text.line(
                    "value = float(" + mean + ")",
                    "kept = torch.append(losses, value)",
                    "fine = torch.isfinite(value)");
            if (!trained.isEmpty()) {
                text.block("if fine:", () -> update(text, mean, scale, optimizer, clip, slots));
                text.block("else:", () -> text.line("pass"));
            }
            text.line("i = torch.add(i, 1)", "go = torch.__and__(fine, torch.lt(i, steps))");
        });
        text.line("return [torch.tensor(losses, dtype=6)]");
        return text.program();
    }

    /** The optimizers' kernels walk through memory as it lies, so a gradient that is a view is copied. */
    private static void update(
            ProgramText text,
            String loss,
            double scale,
            OptimizerText optimizer,
            @Nullable Clipping clip,
            List<String> slots) {
        String scaled = scale == 1 ? loss : text.let("torch.mul(" + loss + ", " + literal(scale) + ")");
        text.line(
                "found = torch.grad([" + scaled + "], ps, None, None, False, True)", "gs = annotate(List[Tensor], [])");
        text.block("for j in range(torch.len(found)):", () -> {
            text.line("g = found[j]");
            text.block(
                    "if torch.__is__(g, None):", () -> text.line("zero = torch.append(gs, torch.zeros_like(ps[j]))"));
            text.block(
                    "else:", () -> text.line("some = torch.append(gs, torch.contiguous(unchecked_cast(Tensor, g)))"));
        });
        if (clip != null) {
            text.line(
                    "norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(gs)))",
                    "factor = torch.clamp(torch.mul(torch.reciprocal(torch.add(norm, 1.0E-6)), " + literal(clip.bound())
                            + "), None, 1.)",
                    "torch._foreach_mul_(gs, factor)");
        }
        text.line("lr = float(rates[i])");
        optimizer.update(slots).forEach(text::line);
    }
}
