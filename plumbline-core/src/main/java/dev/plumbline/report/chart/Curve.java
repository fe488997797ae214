package dev.plumbline.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * A line of a chart.
 *
 * @param name as the legend has it
 * @param style class of the line: {@code first} solid with circles, {@code second} dashed with squares
 * @param x positions, rising
 * @param y values; NaN and infinities leave a gap
 */
@SuppressWarnings("ArrayRecordComponent") // a curve is not boxed
public record Curve(String name, String style, double[] x, double[] y) {
    /** More points than this are not told apart on a screen. */
    private static final int BUCKETS = 160;

    /** A curve over step numbers from 0. */
    public static Curve ofSteps(String name, String style, float[] losses) {
        return of(name, style, losses.length, i -> i, i -> losses[i]);
    }

    /** A curve of so many points. */
    public static Curve of(String name, String style, int points, IntToDoubleFunction x, IntToDoubleFunction y) {
        double[] xs = new double[points];
        double[] ys = new double[points];
        for (int i = 0; i < points; i++) {
            xs[i] = x.applyAsDouble(i);
            ys[i] = y.applyAsDouble(i);
        }
        return new Curve(name, style, xs, ys);
    }

    /** Where the values stop being finite for the first time; -1 if never. */
    int firstNotFinite() {
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i])) {
                return i;
            }
        }
        return -1;
    }

    boolean isSparse() {
        return y.length <= 40;
    }

    /**
     * The indices to draw: all of a short curve; of a long one the smallest and largest of each stretch, so that peaks
     * stay, and the first that is not finite, so that a gap stays.
     */
    int[] drawn() {
        if (y.length <= 2 * BUCKETS) {
            return java.util.stream.IntStream.range(0, y.length).toArray();
        }
        List<Integer> kept = new ArrayList<>();
        for (int b = 0; b < BUCKETS; b++) {
            int from = (int) ((long) b * y.length / BUCKETS);
            int to = (int) ((long) (b + 1) * y.length / BUCKETS);
            java.util.TreeSet<Integer> bucket = new java.util.TreeSet<>();
            if (b == 0) {
                bucket.add(0);
            }
            bucket.add(extreme(from, to, v -> v));
            bucket.add(extreme(from, to, v -> -v));
            for (int i = from; i < to; i++) {
                if (!Double.isFinite(y[i])) {
                    bucket.add(i);
                    break;
                }
            }
            kept.addAll(bucket);
        }
        if (kept.get(kept.size() - 1) != y.length - 1) {
            kept.add(y.length - 1);
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private int extreme(int from, int to, DoubleUnaryOperator order) {
        int best = from;
        for (int i = from; i < to; i++) {
            if (Double.isFinite(y[i])
                    && (!Double.isFinite(y[best]) || order.applyAsDouble(y[i]) > order.applyAsDouble(y[best]))) {
                best = i;
            }
        }
        return best;
    }
}
