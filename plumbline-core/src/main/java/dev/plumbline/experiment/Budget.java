package dev.plumbline.experiment;

import dev.plumbline.UnusableInputException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much may be spent: whichever limit comes first.
 *
 * @param time wall time, above 0
 * @param steps optimizer steps, at least 0
 */
public record Budget(Duration time, long steps) {
    private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|min|h)");

    /** A hundred years: more is a slip, and would not fit into a long of nanoseconds for ever. */
    private static final double LONGEST_MILLISECONDS = 100 * 365.0 * 86_400_000;

    public Budget {
        if (time.isNegative() || time.isZero() || steps < 0) {
            throw new IllegalArgumentException("`time > 0` and `steps >= 0` must hold, but got " + time + ", " + steps);
        }
    }

    /** Wall time only. */
    public static Budget of(Duration time) {
        return new Budget(time, Long.MAX_VALUE);
    }

    /** This budget with at most so many steps. */
    public Budget withSteps(long most) {
        return new Budget(time, Math.min(most, steps));
    }

    /**
     * Reads {@code 90s}, {@code 5m}, {@code 1.5h}.
     *
     * @param subject what the time is for, as an error names it
     */
    public static Budget parse(String text, String subject) {
        Matcher matcher = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (matcher.matches() && Double.parseDouble(matcher.group(1)) > 0) {
            double milliseconds = Double.parseDouble(matcher.group(1))
                    * switch (matcher.group(2)) {
                        case "ms" -> 1;
                        case "s" -> 1e3;
                        case "h" -> 3.6e6;
                        default -> 6e4;
                    };
            if (milliseconds <= LONGEST_MILLISECONDS) {
                return of(Duration.ofMillis((long) Math.ceil(milliseconds)));
            }
        }
        throw new UnusableInputException(
                subject, "a time like 90s, 5m or 1h", "\"" + text + "\"", "Write a number and its unit.");
    }

    /** The time as {@link #parse} reads it. */
    public String timeText() {
        long millis = time.toMillis();
        if (millis % 60_000 == 0) {
            return millis / 60_000 + "m";
        }
        return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
    }
}
