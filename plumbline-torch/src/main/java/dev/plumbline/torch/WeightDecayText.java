package dev.plumbline.torch;

import dev.plumbline.experiment.Optimizer;
import java.util.List;

/** The pull of weights to 0, before an update whose kernel does not know it. */
final class WeightDecayText {
    private WeightDecayText() {}

    static List<String> lines(Optimizer optimizer) {
        double decay = optimizer.weightDecay();
        if (decay == 0) {
            return List.of();
        }
        return List.of(
                optimizer.isDecoupled()
                        ? UpdateRule.f(
                                "_foreach_mul_", "ps", UpdateRule.f("sub", 1.0, UpdateRule.f("mul", "lr", decay)))
                        : "gs = torch._foreach_add(gs, ps, alpha=" + ProgramText.literal(decay) + ")");
    }
}
