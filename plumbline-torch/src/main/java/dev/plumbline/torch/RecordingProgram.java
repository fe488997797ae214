package dev.plumbline.torch;

import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One batch forward, and backward where a loss is given, that hands out every value and every gradient whole.
 *
 * <p>Takes what {@link WatchedBatch} takes. Gives the values of {@link #watched} in that order; with a loss then the
 * loss, which of the values and parameters a gradient flowed to {@code float64}, and their gradients, an empty tensor
 * where none flowed.
 */
final class RecordingProgram {
    private RecordingProgram() {}

    /** The names of the values that are handed out: inputs, then every output of every node. */
    static List<String> watched(ForwardText forward, Wiring wiring) {
        List<String> names = new ArrayList<>(wiring.inputs());
        for (Node node : forward.network().nodes()) {
            for (int output = 0; output < node.outputs().size(); output++) {
                String name = node.outputs().get(output);
                if (output == 0 || (!name.isEmpty() && forward.isRead(name))) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /**
     * Writes it.
     *
     * @param wiring of the whole network, of which the forward pass may be the beginning only
     * @param objective null to go forward only
     * @param targets how many targets the data have for each example
     */
    static Program write(ForwardText forward, Wiring wiring, @Nullable Objective objective, int targets) {
        WatchedBatch batch = WatchedBatch.of(forward, wiring, targets);
        ProgramText text = batch.text();
        Map<String, String> all = forward.write(text, batch.given());
        List<String> flowing = new ArrayList<>();
        text.line("results = annotate(List[Tensor], [])");
        for (String name : watched(forward, wiring)) {
            String variable = Objects.requireNonNull(all.get(name), name);
            flowing.add(variable);
            int carrier = ScalarTypes.of(Inference.carrier(forward.type(name).dtype()));
            text.let("torch.append(results, torch.contiguous(torch.to(torch.detach(" + variable + "), " + carrier
                    + ")))");
        }
        if (objective != null) {
            for (Parameter parameter : wiring.parameters()) {
                flowing.add(Objects.requireNonNull(all.get(parameter.name())));
            }
            String mean = objective.write(text, all, batch.targets());
            text.let("torch.append(results, torch.detach(" + mean + "))");
            String scaled = text.let("torch.mul(" + mean + ", " + ProgramText.literal(objective.scale()) + ")");
            String penalty = PenaltyText.write(text, forward.network(), wiring, all);
            gradients(text, flowing, penalty == null ? scaled : "torch.add(" + scaled + ", " + penalty + ")");
        }
        text.line("return results");
        return text.program();
    }

    private static void gradients(ProgramText text, List<String> looked, String loss) {
        text.line(
                "vs = " + ProgramText.tensors(looked),
                "flowing = annotate(List[Tensor], [])",
                "flows = annotate(List[float], [])",
                "gradients = annotate(List[Tensor], [])");
        text.block("for v in vs:", () -> {
            text.block("if v.requires_grad:", () -> text.line("more = torch.append(flowing, v)"));
            text.block("else:", () -> text.line("pass"));
        });
        text.line("loss = " + loss, "found = annotate(List[Optional[Tensor]], [])");
        text.block(
                "if loss.requires_grad:",
                () -> text.line("found = torch.grad([loss], flowing, None, None, False, True)"));
        text.block("else:", () -> text.line("pass"));
        text.line("k = 0");
        text.block("for v in vs:", () -> {
            text.line("gradient = torch.zeros([0], dtype=6)", "had = 0.");
            text.block("if torch.__and__(v.requires_grad, torch.gt(torch.len(found), 0)):", () -> {
                text.line("g = found[k]", "k = torch.add(k, 1)");
                text.block("if torch.__isnot__(g, None):", () -> {
                    text.line("gradient = torch.contiguous(torch.to(unchecked_cast(Tensor, g), 6))", "had = 1.");
                });
                text.block("else:", () -> text.line("pass"));
            });
            text.block("else:", () -> text.line("pass"));
            text.line("kept = torch.append(flows, had)", "keeps = torch.append(gradients, gradient)");
        });
        text.line("flags = torch.append(results, torch.tensor(flows, dtype=7))");
        text.block("for g1 in gradients:", () -> text.line("gives = torch.append(results, g1)"));
    }
}
