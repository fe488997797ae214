package dev.plumbline.torch;

import static dev.plumbline.torch.ProgramText.literal;

import dev.plumbline.experiment.Optimizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Adafactor. The second moment of a parameter with two axes or more is the outer product of its means over Keras's last
 * axis and over the one before: filters and inputs of a convolution, which stand first here (four axes or more). A
 * one-dimensional convolution's kernel is not told from other parameters of three axes, and follows Keras only roughly.
 */
record AdafactorRule(Optimizer.Adafactor of) implements UpdateRule {
    private static final int KERNEL_AXES = 4;

    @Override
    public int slots() {
        return 2;
    }

    /** The first holds means over Keras's last axis, or the whole moment; the second means over the axis before. */
    @Override
    public List<Integer> sizes(int slot, List<Integer> parameter) {
        List<Integer> sizes = new ArrayList<>(parameter);
        if (sizes.size() >= 2) {
            sizes.set(sizes.size() >= KERNEL_AXES ? slot : sizes.size() - 1 - slot, 1);
        }
        return sizes;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>(WeightDecayText.lines(of));
        lines.add("rho = ops.prim.min(lr, torch.div(1., torch.sqrt(t)))");
        lines.add("kept_share = torch.sub(1., torch.pow(t, " + literal(of.beta2Decay()) + "))");
        lines.add("for j in range(torch.len(ps)):");
        for (String line : each()) {
            lines.add("  " + line);
        }
        return lines;
    }

    private List<String> each() {
        return List.of(
                "p = ps[j]",
                "g = gs[j]",
                "squared = torch.add(torch.square(g), " + literal(of.epsilon1()) + ")",
                "last = -1",
                "other = -2",
                "if torch.ge(torch.dim(p), " + KERNEL_AXES + "):",
                "  last = 0",
                "  other = 1",
                "else:",
                "  pass",
                "if torch.ge(torch.dim(p), 2):",
                "  r = torch.lerp_(slot0[j], torch.mean(squared, [last], True), torch.sub(1., kept_share))",
                "  c = torch.lerp_(slot1[j], torch.mean(squared, [other], True), torch.sub(1., kept_share))",
                "  v = torch.mul(torch.div(r, torch.mean(r, [other], True)), c)",
                "else:",
                "  v = torch.lerp_(slot0[j], squared, torch.sub(1., kept_share))",
                "change = torch.div(g, torch.sqrt(v))",
                "size = torch.sqrt(torch.mean(torch.square(change)))",
                "scale = torch.clamp(torch.sqrt(torch.mean(torch.square(p))), " + literal(of.epsilon2()) + ")",
                "bound = torch.clamp(torch.div(size, " + literal(of.clipThreshold()) + "), 1.)",
                "moved = torch.sub_(p, torch.mul(torch.div(change, bound), torch.mul(scale, rho)))");
    }
}
