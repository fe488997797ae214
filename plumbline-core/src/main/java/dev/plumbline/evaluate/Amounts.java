package dev.plumbline.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Errors as people read them: shares as points of a hundred, others in their own unit.
 *
 * @param unit {@value #POINTS}, or a metric's name
 */
record Amounts(String unit) {
    static final String POINTS = "points";

    /** 5 points, 0.32 points, 12.3 rmse. */
    String text(double amount) {
        if (!Double.isFinite(amount)) {
            return String.valueOf(amount);
        }
        String shown = number(amount);
        return shown + " " + (unit.equals(POINTS) && shown.equals("1") ? "point" : unit);
    }

    /** 5 points (2.1 to 7.9). */
    String text(Interval interval) {
        return Differences.isKnown(interval) && interval.low() < interval.high()
                ? text(interval.value()) + " (" + number(interval.low()) + " to " + number(interval.high()) + ")"
                : text(interval.value());
    }

    String number(double amount) {
        if (!Double.isFinite(amount)) {
            return String.valueOf(amount);
        }
        BigDecimal rounded = unit.equals(POINTS)
                ? BigDecimal.valueOf(amount * 100).setScale(Math.abs(amount) < 0.0095 ? 2 : 1, RoundingMode.HALF_EVEN)
                : BigDecimal.valueOf(amount).round(new MathContext(3, RoundingMode.HALF_EVEN));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
