package dev.plumbline.torch;

import static dev.plumbline.torch.ProgramText.literal;

import dev.plumbline.experiment.Clipping;
import java.util.List;

/** Gradients kept from being too large. The lines find them as {@code gs}. */
final class ClippingText {
    private ClippingText() {}

    static List<String> lines(Clipping clipping) {
        String bound = literal(clipping.bound());
        return switch (clipping.kind()) {
            case GLOBAL_NORM ->
                List.of(
                        "norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(gs)))",
                        "factor = torch.clamp(torch.mul(torch.reciprocal(torch.add(norm, 1.0E-6)), " + bound
                                + "), None, 1.)",
                        "gs = torch._foreach_mul(gs, factor)");
            case EACH_NORM ->
                List.of(
                        "norms = torch._foreach_norm(gs)",
                        "torch._foreach_clamp_min_(norms, " + bound + ")",
                        "gs = torch._foreach_div(gs, norms)",
                        "gs = torch._foreach_mul(gs, " + bound + ")");
            case VALUE ->
                List.of(
                        "gs = torch._foreach_clamp_min(gs, " + literal(-clipping.bound()) + ")",
                        "gs = torch._foreach_clamp_max(gs, " + bound + ")");
        };
    }
}
