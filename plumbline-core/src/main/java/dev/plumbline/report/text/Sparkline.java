package dev.plumbline.report.text;

import dev.plumbline.report.Ink;
import dev.plumbline.report.chart.Scale;
import java.util.stream.IntStream;

/** A curve in the height of a line. */
public final class Sparkline {
    private static final String[] BLOCKS = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    private static final String[] PLAIN = {"_", ".", "-", "=", "+", "*", "#", "#"};

    private Sparkline() {}

    /** The values in so many columns; {@code x} where they are not finite. */
    public static String of(float[] values, int columns, Ink ink) {
        double[] all =
                IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
        Scale scale = Scale.fitting(all, 7);
        StringBuilder line = new StringBuilder();
        int shown = Math.min(columns, values.length);
        for (int c = 0; c < shown; c++) {
            double value = values[(int) ((long) c * (values.length - 1) / Math.max(1, shown - 1))];
            line.append(
                    Double.isFinite(value) ? (ink.unicode() ? BLOCKS : PLAIN)[(int) Math.round(scale.at(value))] : "x");
        }
        return line.toString();
    }
}
