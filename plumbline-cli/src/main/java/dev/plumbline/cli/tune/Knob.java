package dev.plumbline.cli.tune;

import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.tune.space.Domain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.Function;

/**
 * A setting of the experiment that is tuned.
 *
 * @param name as {@code plumbline apply} spells it, as far as there is one word for it
 * @param sensitivity how much it usually matters
 * @param domain its values
 * @param current what the experiment has; one of the domain's
 * @param edit the words of the edit that sets a value; empty where nothing is to be edited
 */
public record Knob(String name, Sensitivity sensitivity, Domain domain, Object current, Function<Object, String> edit) {
    /** Stands for what the experiment has, where no word says it. */
    static final String AS_IS = "as it is";

    /** The edit that sets a value; empty where the experiment has it already. */
    Optional<Intervention> intervention(Object value, Interventions interventions) {
        if (value.equals(current) || value.equals(AS_IS)) {
            return Optional.empty();
        }
        String words = edit.apply(value);
        return words.isEmpty() ? Optional.empty() : Optional.of(interventions.parse(words));
    }

    /** The same with other values to try. */
    Knob within(Domain changed) {
        return new Knob(name, sensitivity, changed, current, edit);
    }

    /** A value as the word for it: four digits are more than any tuning can tell apart. */
    public static String text(Object value) {
        if (value instanceof Double number) {
            BigDecimal rounded = BigDecimal.valueOf(number).round(new MathContext(4));
            return number != 0 && Math.abs(number) < 1e-3
                    ? Double.toString(rounded.doubleValue()).replace("E", "e").replace(".0e", "e")
                    : rounded.stripTrailingZeros().toPlainString();
        }
        return value.toString();
    }
}
