package dev.plumbline.report;

import java.time.Duration;

/**
 * How far something has come, as one line for a terminal. It only formats; whoever prints it decides when.
 *
 * @param width columns that the line may take
 */
public record ProgressBar(Ink ink, int width) {
    private static final int LONGEST = 30;
    /** Before this much is known of the pace, a time left would only jump about. */
    private static final Duration SETTLED = Duration.ofMillis(400);

    /**
     * The line, without an end of line.
     *
     * @param what is going on: {@code training}
     * @param unit what is counted: {@code steps}
     * @param done held within 0 and total
     * @param total at least 1; 0 where nobody knows
     */
    public String line(String what, String unit, long done, long total, Duration elapsed) {
        long safe = Math.max(0, total > 0 ? Math.min(done, total) : done);
        double seconds = elapsed.toNanos() / 1e9;
        double rate = seconds > 0 ? safe / seconds : 0;
        String pace = rate > 0 ? "  " + Numbers.of(rate >= 100 ? Math.rint(rate) : rate) + " " + unit + "/s" : "";
        if (total <= 0) {
            return fit(ink.text(what + "  " + Numbers.count(safe) + " " + unit + pace));
        }
        double share = (double) safe / total;
        String left = "";
        if (safe > 0 && safe < total && elapsed.compareTo(SETTLED) >= 0) {
            left = "  " + Numbers.time(Duration.ofMillis((long) ((total - safe) / rate * 1000))) + " left";
        } else if (safe == total) {
            left = "  " + Numbers.time(elapsed);
        }
        String head = what + "  ";
        String percent = String.format(java.util.Locale.ROOT, "  %3d %%", (int) Math.floor(share * 100));
        int room = width - TextWidth.of(head) - percent.length() - TextWidth.of(left);
        boolean withPace = room - TextWidth.of(pace) >= 10;
        int bar = Math.max(0, Math.min(LONGEST, withPace ? room - TextWidth.of(pace) : room));
        int full = (int) Math.round(share * bar);
        return fit(ink.text(head)
                + ink.accent("█".repeat(full))
                + ink.quiet("░".repeat(bar - full))
                + ink.text(percent + (withPace ? pace : "") + left));
    }

    private String fit(String line) {
        return ink.colour() ? line : TextWidth.cut(line, width);
    }
}
