package dev.plumbline.torch;

import static dev.plumbline.torch.ProgramText.literal;

import dev.plumbline.network.Network;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.Penalty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a network's penalties add to the loss, as Keras has it: a parameter's only while it is trained. The training
 * curve includes it; the loss of predictions does not, so that two networks' can be compared.
 */
final class PenaltyText {
    /** Keras's bound of one over a norm. */
    private static final String MOST_INVERSE = "1.0E7";

    private PenaltyText() {}

    /** @return the variable of their sum; null where there is none */
    static @Nullable String write(ProgramText text, Network network, Wiring wiring, Map<String, String> values) {
        List<String> trained = wiring.trained().stream().map(Parameter::name).toList();
        String sum = null;
        for (Penalty penalty : network.penalties()) {
            boolean held = network.parameter(penalty.value()).isPresent();
            if (held && !trained.contains(penalty.value())) {
                continue;
            }
            String value = java.util.Objects.requireNonNull(values.get(penalty.value()), penalty.value());
            if (penalty instanceof Penalty.Orthogonality angles) {
                sum = plus(text, sum, cosines(text, angles, value), angles.factor(), penalty);
            } else if (penalty instanceof Penalty.Size size) {
                if (size.l1() > 0) {
                    sum = plus(text, sum, "torch.sum(torch.abs(" + value + "))", size.l1(), penalty);
                }
                if (size.l2() > 0) {
                    String flat = text.let("torch.flatten(" + value + ")");
                    sum = plus(text, sum, "torch.dot(" + flat + ", " + flat + ")", size.l2(), penalty);
                }
            }
        }
        return sum;
    }

    /** The mean absolute cosine between the value's vectors; a vector of zeros has none with any. */
    private static String cosines(ProgramText text, Penalty.Orthogonality penalty, String value) {
        String rows = text.let("torch.flatten(torch.movedim(" + value + ", " + penalty.axis() + ", -1), 0, -2)");
        String inverse = text.let("torch.clamp(torch.rsqrt(torch.sum(torch.square(" + rows + "), [-1], True)), None, "
                + MOST_INVERSE + ")");
        String units = text.let("torch.mul(" + rows + ", " + inverse + ")");
        String count = text.let("torch.size(" + rows + ", 0)");
        String others = "torch.rsub(torch.eye(" + count + ", dtype=6), 1)";
        String products = text.let("torch.mul(torch.matmul(" + units + ", torch.t(" + units + ")), " + others + ")");
        return "torch.div(torch.sum(torch.abs(" + products + ")), float(torch.mul(" + count + ", torch.sub(" + count
                + ", 1))))";
    }

    private static String plus(ProgramText text, @Nullable String sum, String size, double factor, Penalty penalty) {
        String each = penalty.perExample() ? "torch.div(" + size + ", " + ForwardText.BATCH + ")" : size;
        return text.let(
                sum == null
                        ? "torch.mul(" + each + ", " + literal(factor) + ")"
                        : "torch.add(" + sum + ", " + each + ", alpha=" + literal(factor) + ")");
    }
}
