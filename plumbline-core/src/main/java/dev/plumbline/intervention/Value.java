package dev.plumbline.intervention;

import dev.plumbline.UnusableInputException;
import java.math.BigDecimal;
import java.util.Locale;

/** The value behind a kind's word, read and written. */
final class Value {
    private Value() {}

    /** Nothing may follow the word. */
    static void none(InterventionKind kind, String text) {
        if (!text.isEmpty()) {
            throw wrong(kind, "the word alone", text);
        }
    }

    /** Any word. */
    static String word(InterventionKind kind, String text) {
        if (text.isEmpty()) {
            throw wrong(kind, "a value", text);
        }
        return text;
    }

    /** A number above 0. */
    static double positive(InterventionKind kind, String text) {
        double value = number(kind, "a number above 0", text);
        if (value <= 0) {
            throw wrong(kind, "a number above 0", text);
        }
        return value;
    }

    /** A number of at least 0 and below the limit. */
    static double below(InterventionKind kind, double limit, String text) {
        String expected =
                limit == Double.MAX_VALUE ? "a number of at least 0" : "a number of at least 0, below " + text(limit);
        double value = number(kind, expected, text);
        if (value < 0 || value >= limit) {
            throw wrong(kind, expected, text);
        }
        return value;
    }

    /** A whole number of at least {@code min}. */
    static int whole(InterventionKind kind, int min, String text) {
        String expected = "a whole number of at least " + min;
        double value = number(kind, expected, text);
        if (value != Math.rint(value) || value < min || value > Integer.MAX_VALUE) {
            throw wrong(kind, expected, text);
        }
        return (int) value;
    }

    /** Any finite number. */
    static double number(InterventionKind kind, String expected, String text) {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // said below, with what was expected
        }
        throw wrong(kind, expected, text);
    }

    static UnusableInputException wrong(InterventionKind kind, String expected, String text) {
        return new UnusableInputException(
                "intervention " + kind.word(),
                expected,
                text.isEmpty() ? "nothing" : "\"" + text + "\"",
                "Write it like `" + kind.usage() + "`.");
    }

    /** The shortest text of a number: 0.001, 64, 1e-7. */
    static String text(double value) {
        if (value != 0 && Math.abs(value) < 1e-6) {
            return Double.toString(value).toLowerCase(Locale.ROOT).replace(".0e", "e");
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
