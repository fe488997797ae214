package dev.plumbline.report;

import dev.plumbline.experiment.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Numbers as a person reads them: {@code 97.2 %}, {@code 3e-4}, {@code 1,234}. */
public final class Numbers {
    private static final String SPACE = "\u00a0";
    private static final String MINUS = "\u2212";

    private Numbers() {}

    /** Four significant digits at most; powers of ten for what is very small or very large. */
    public static String of(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : MINUS + "∞";
        }
        double size = Math.abs(value);
        if (size == 0) {
            return "0";
        }
        String digits;
        if (size < 1e-3 || size >= 1e6) {
            digits = scientific(size);
        } else {
            BigDecimal rounded =
                    new BigDecimal(size).round(new MathContext(size >= 1000 ? 6 : 4, RoundingMode.HALF_UP));
            int decimals =
                    size >= 1000 ? 0 : Math.max(0, rounded.stripTrailingZeros().scale());
            digits = String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
        }
        return value < 0 ? MINUS + digits : digits;
    }

    private static String scientific(double size) {
        int exponent = (int) Math.floor(Math.log10(size));
        BigDecimal mantissa = new BigDecimal(size).scaleByPowerOfTen(-exponent).setScale(1, RoundingMode.HALF_UP);
        if (mantissa.compareTo(BigDecimal.TEN) >= 0) {
            mantissa = mantissa.movePointLeft(1);
            exponent++;
        }
        return mantissa.stripTrailingZeros().toPlainString() + "e" + exponent;
    }

    /** A whole number in groups of three. */
    public static String count(long value) {
        return (value < 0 ? MINUS : "") + String.format(Locale.ROOT, "%,d", Math.abs(value));
    }

    /** So many of something: {@code 1 layer}, {@code 3 layers}. */
    public static String count(long value, String one) {
        return count(value) + SPACE + (value == 1 ? one : one + "s");
    }

    /** A share as percent, with more digits close to the ends, so that 0 and 100 mean what they say. */
    public static String percent(double share) {
        if (!Double.isFinite(share)) {
            return of(share);
        }
        double shown = Math.abs(share * 100);
        double gap = Math.min(shown, Math.abs(100 - shown));
        int decimals = gap == 0 ? 0 : gap < 0.1 ? 2 : 1;
        String digits = String.format(Locale.ROOT, "%,." + decimals + "f", shown);
        return (share < 0 ? MINUS : "") + digits + SPACE + "%";
    }

    /** A score of a metric: percent for what is a share of examples, else the plain number. */
    public static String score(Metric metric, double score) {
        return asPercent(metric) ? percent(score) : of(score);
    }

    /** Whether scores of the metric are shown as percent. R2 is a share too, but nobody writes it so. */
    public static boolean asPercent(Metric metric) {
        return metric.isShare() && metric != Metric.R2;
    }

    /** An error or a part of it; unit {@code points} shows 0.05 as 5.0. */
    public static String error(String unit, double error) {
        if (!"points".equals(unit) || !Double.isFinite(error)) {
            return of(error);
        }
        String digits = String.format(Locale.ROOT, "%,.1f", Math.abs(error * 100));
        return error < 0 && !digits.equals("0.0") ? MINUS + digits : digits;
    }

    /** Bytes in the unit that leaves between one and four digits. */
    public static String bytes(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
        double size = Math.max(0, bytes);
        int unit = 0;
        while (size >= 1024 && unit < units.length - 1) {
            size /= 1024;
            unit++;
        }
        int decimals = unit == 0 || size >= 100 ? 0 : 1;
        return String.format(Locale.ROOT, "%." + decimals + "f", size) + SPACE + units[unit];
    }

    /** A length of time: {@code 0.8 s}, {@code 1 min 23 s}, {@code 2 h 5 min}. */
    public static String time(Duration time) {
        long millis = Math.max(0, time.toMillis());
        if (millis < 1000) {
            return millis + SPACE + "ms";
        }
        if (millis < 9_950) {
            return String.format(Locale.ROOT, "%.1f", millis / 1000.0) + SPACE + "s";
        }
        long seconds = Math.round(millis / 1000.0);
        if (seconds < 60) {
            return seconds + SPACE + "s";
        }
        return seconds < 3600
                ? seconds / 60 + SPACE + "min" + SPACE + seconds % 60 + SPACE + "s"
                : seconds / 3600 + SPACE + "h" + SPACE + seconds % 3600 / 60 + SPACE + "min";
    }
}
