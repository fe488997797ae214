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
            if (penalty.l1() > 0) {
                sum = plus(text, sum, "torch.sum(torch.abs(" + value + "))", penalty.l1(), penalty);
            }
            if (penalty.l2() > 0) {
                String flat = text.let("torch.flatten(" + value + ")");
                sum = plus(text, sum, "torch.dot(" + flat + ", " + flat + ")", penalty.l2(), penalty);
            }
        }
        return sum;
    }

    private static String plus(ProgramText text, @Nullable String sum, String size, double factor, Penalty penalty) {
        String each = penalty.perExample() ? "torch.div(" + size + ", " + ForwardText.BATCH + ")" : size;
        return text.let(
                sum == null
                        ? "torch.mul(" + each + ", " + literal(factor) + ")"
                        : "torch.add(" + sum + ", " + each + ", alpha=" + literal(factor) + ")");
    }
}
