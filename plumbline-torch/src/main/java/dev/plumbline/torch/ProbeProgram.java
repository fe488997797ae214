package dev.plumbline.torch;

import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One batch forward and backward in training mode without an update, every node's output and every parameter reduced to
 * a row of numbers, and the gradients that flow to them likewise.
 *
 * <p>Takes what {@link WatchedBatch} takes. Gives the rows of nodes and parameters {@code float64 (nodes + parameters,
 * 9)}, those of their gradients, and the loss.
 */
final class ProbeProgram {
    /** Present, mean, deviation, minimum, maximum, norm, zeros, NaNs, infinities. */
    static final int COLUMNS = 9;

    private static final String STATISTICS = """
              def statistics(self: __torch__.Program,
                out: List[float],
                t: Tensor) -> int:
                f = torch.flatten(torch.to(torch.detach(t), 6))
                n = torch.numel(f)
                nans = 0
                infs = 0
                mean = nan
                deviation = nan
                low = nan
                high = nan
                c = f
                zeros = torch.sub(n, int(torch.count_nonzero(f)))
                if torch.gt(n, 0):
                  lo, hi = torch.aminmax(f)
                  if torch.__and__(torch.isfinite(float(lo)), torch.isfinite(float(hi))):
                    low = float(lo)
                    high = float(hi)
                  else:
                    c = torch.masked_select(f, torch.isfinite(f))
                    nans = int(torch.sum(torch.isnan(f)))
                    infs = torch.sub(torch.sub(n, nans), torch.numel(c))
                else:
                  pass
                count = torch.numel(c)
                # in double precision, so that the mean's square may be taken off
                d = torch.to(c, 7)
                norm = float(torch.linalg_vector_norm(d))
                if torch.gt(count, 0):
                  if torch.lt(count, n):
                    lo1, hi1 = torch.aminmax(c)
                    low = float(lo1)
                    high = float(hi1)
                  else:
                    pass
                  mean = torch.div(float(torch.sum(d)), count)
                  square = torch.sub(torch.div(torch.mul(norm, norm), count), torch.mul(mean, mean))
                  if torch.gt(square, 0.):
                    deviation = torch.sqrt(square)
                  else:
                    deviation = 0.
                else:
                  pass
                _1 = torch.append(out, 1.)
                _2 = torch.append(out, mean)
                _3 = torch.append(out, deviation)
                _4 = torch.append(out, low)
                _5 = torch.append(out, high)
                _6 = torch.append(out, norm)
                _7 = torch.append(out, float(zeros))
                _8 = torch.append(out, float(nans))
                _9 = torch.append(out, float(infs))
                return n
            """.replace("= nan\n", "= float(\"nan\")\n");

    private ProbeProgram() {}

    static Program write(ForwardText forward, Wiring wiring, Objective objective) {
        WatchedBatch batch = WatchedBatch.of(forward, wiring, objective.given());
        ProgramText text = batch.text().method(STATISTICS);
        Map<String, String> all = forward.write(text, batch.given());
        String mean = objective.write(text, all, batch.targets());
        List<String> looked = new ArrayList<>();
        for (Node node : forward.network().nodes()) {
            looked.add(all.get(node.output()));
        }
        for (Parameter parameter : wiring.parameters()) {
            if (parameter.role() != Parameter.Role.CONSTANT) {
                looked.add(all.get(parameter.name()));
            }
        }
        String scaled = text.let("torch.mul(" + mean + ", " + ProgramText.literal(objective.scale()) + ")");
        String penalty = PenaltyText.write(text, forward.network(), wiring, all);
        statistics(text, looked, penalty == null ? scaled : "torch.add(" + scaled + ", " + penalty + ")");
        text.line("return [torch.tensor(values, dtype=7), torch.tensor(grads, dtype=7), torch.detach(" + mean + ")]");
        return text.program();
    }

    private static void statistics(ProgramText text, List<String> looked, String loss) {
        text.line(
                "vs = " + ProgramText.tensors(looked),
                "values = annotate(List[float], [])",
                "grads = annotate(List[float], [])",
                "flowing = annotate(List[Tensor], [])");
        text.block("for v in vs:", () -> {
            text.line("seen = (self).statistics(values, v)");
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
            text.line("had = False");
            text.block("if torch.__and__(v.requires_grad, torch.gt(torch.len(found), 0)):", () -> {
                text.line("g = found[k]", "k = torch.add(k, 1)");
                text.block("if torch.__isnot__(g, None):", () -> {
                    text.line("seen = (self).statistics(grads, unchecked_cast(Tensor, g))", "had = True");
                });
                text.block("else:", () -> text.line("pass"));
            });
            text.block("else:", () -> text.line("pass"));
            text.block("if torch.__not__(had):", () -> {
                text.block("for z in range(" + COLUMNS + "):", () -> text.line("none = torch.append(grads, 0.)"));
            });
            text.block("else:", () -> text.line("pass"));
        });
    }
}
