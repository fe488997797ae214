package dev.plumbline.cli.step;

import dev.plumbline.data.Shape;
import dev.plumbline.lab.Statistics;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as a session shows them: ASCII, at most four significant digits. */
final class Figures {
    private static final MathContext DIGITS = new MathContext(4, RoundingMode.HALF_UP);

    private Figures() {}

    /** {@code 0.2109}, {@code 1.2e-5}, {@code NaN}, {@code -inf}. */
    static String of(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= -4 && exponent < 7) {
            return rounded.toPlainString();
        }
        return rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    /** A share as percent. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** {@code 1 node}, {@code 3 nodes}. */
    static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /** A tensor's statistics in a line; what is not finite comes first, zeros only where there are some. */
    static String of(Statistics statistics, Shape shape) {
        StringBuilder text = new StringBuilder();
        if (!statistics.isFinite()) {
            text.append(notFinite(statistics, shape)).append("; ");
        }
        text.append("mean ").append(of(statistics.mean()));
        text.append(", deviation ").append(of(statistics.deviation()));
        text.append(", min ").append(of(statistics.min()));
        text.append(", max ").append(of(statistics.max()));
        if (statistics.zeroShare() > 0) {
            text.append(", zeros ").append(percent(statistics.zeroShare()));
        }
        return text.toString();
    }

    /** {@code 3 NaN and 1 infinite of 48 values}. */
    static String notFinite(Statistics statistics, Shape shape) {
        String nans = statistics.nans() + " NaN";
        String infinities = statistics.infinities() + " infinite";
        String found =
                statistics.infinities() == 0 ? nans : statistics.nans() == 0 ? infinities : nans + " and " + infinities;
        return found + " of " + count(shape.elements(), "value");
    }
}
