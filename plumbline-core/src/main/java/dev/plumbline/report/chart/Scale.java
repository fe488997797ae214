package dev.plumbline.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Maps values to a length, linearly or by logarithm.
 *
 * @param low value at 0
 * @param high value at {@code length}
 */
public record Scale(double low, double high, double length, boolean log) {
    /** Values this many times apart are not seen side by side on a linear axis. */
    private static final double WIDE = 50;

    /** A linear scale over the finite values, with the ends rounded outwards to a tick. */
    public static Scale linear(double low, double high, double length) {
        if (!(low <= high)) {
            return new Scale(0, 1, length, false);
        }
        if (low == high) {
            double around = low == 0 ? 1 : Math.abs(low) * 0.1;
            return new Scale(low - around, high + around, length, false);
        }
        double step = step(low, high, 5);
        return new Scale(Math.floor(low / step) * step, Math.ceil(high / step) * step, length, false);
    }

    /** The scale that shows the values best: by logarithm where all are above 0 and far apart. */
    public static Scale fitting(double[] values, double length) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double lowestPositive = Double.POSITIVE_INFINITY;
        for (double value : values) {
            if (Double.isFinite(value)) {
                low = Math.min(low, value);
                high = Math.max(high, value);
                lowestPositive = value > 0 ? Math.min(lowestPositive, value) : lowestPositive;
            }
        }
        if (low >= 0 && lowestPositive < high && high / lowestPositive > WIDE) {
            double decade = Math.pow(10, Math.floor(Math.log10(lowestPositive)));
            return new Scale(decade, Math.pow(10, Math.ceil(Math.log10(high))), length, true);
        }
        return linear(low >= 0 && low < high * 0.5 ? 0 : low, high, length);
    }

    /** Where a value lies, held within the ends. */
    public double at(double value) {
        double share = log
                ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
                : (value / 2 - low / 2) / (high / 2 - low / 2);
        return Math.max(0, Math.min(1, share)) * length;
    }

    /** Round values to label, about as many as asked. */
    public List<Double> ticks(int about) {
        List<Double> ticks = new ArrayList<>();
        if (log) {
            int first = (int) Math.round(Math.log10(low));
            int last = (int) Math.round(Math.log10(high));
            int every = Math.max(1, (int) Math.ceil((last - first) / (double) about));
            for (int exponent = first; exponent <= last; exponent += every) {
                ticks.add(Math.pow(10, exponent));
            }
            return ticks;
        }
        double step = step(low, high, about);
        long first = (long) Math.ceil(low / step - 1e-9);
        for (int i = 0; i <= 2 * about + 2 && (first + i) * step <= high + step * 1e-9; i++) {
            ticks.add((first + i) * step);
        }
        return ticks;
    }

    /** The ticks' labels, without a decimal that is 0 in all of them. */
    static List<String> labels(List<Double> ticks, DoubleFunction<String> text) {
        List<String> labels = ticks.stream().map(text::apply).toList();
        boolean whole = labels.stream().allMatch(l -> !l.contains(".") || l.matches("[^.]*\\.0(\\D.*)?"));
        return whole ? labels.stream().map(l -> l.replaceFirst("\\.0", "")).toList() : labels;
    }

    private static double step(double low, double high, int about) {
        double rough = (high / about) - (low / about);
        if (!(rough > 0) || !Double.isFinite(rough)) {
            return 1;
        }
        double decade = Math.pow(10, Math.floor(Math.log10(rough)));
        double lead = rough / decade;
        return decade * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
    }
}
