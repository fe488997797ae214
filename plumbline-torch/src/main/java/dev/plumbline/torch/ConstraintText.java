package dev.plumbline.torch;

import static dev.plumbline.torch.ProgramText.literal;

import dev.plumbline.network.Constraint;
import java.util.List;

/** Brings parameters back to where they must lie after an update, by the formulas of {@code keras.constraints}. */
final class ConstraintText {
    private static final String EPSILON = "1.0E-7";

    private ConstraintText() {}

    static void write(ProgramText text, Constraint constraint, String parameter) {
        if (constraint.kind() == Constraint.Kind.NON_NEGATIVE) {
            text.let("torch.clamp_(" + parameter + ", 0.)");
            return;
        }
        List<Integer> axes = constraint.axes();
        String norm = text.let("torch.sqrt(torch.sum(torch.square(" + parameter + "), " + axes + ", True))");
        String wanted = switch (constraint.kind()) {
            case UNIT_NORM -> "1.";
            case MAX_NORM -> text.let("torch.clamp(" + norm + ", 0., " + literal(constraint.high()) + ")");
            default -> {
                String inside = "torch.clamp(" + norm + ", " + literal(constraint.low()) + ", "
                        + literal(constraint.high()) + ")";
                yield text.let("torch.lerp(" + norm + ", " + inside + ", " + literal(constraint.rate()) + ")");
            }
        };
        String factor = constraint.kind() == Constraint.Kind.UNIT_NORM
                ? "torch.reciprocal(torch.add(" + norm + ", " + EPSILON + "))"
                : "torch.div(" + wanted + ", torch.add(" + norm + ", " + EPSILON + "))";
        text.let("torch.mul_(" + parameter + ", " + factor + ")");
    }
}
