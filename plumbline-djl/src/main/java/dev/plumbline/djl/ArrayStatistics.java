package dev.plumbline.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.plumbline.lab.Statistics;

/**
 * An array in a few numbers, computed where it lies; only arrays with values that are not finite are copied to Java.
 * Nothing is left behind in the array's own manager.
 */
final class ArrayStatistics {
    private ArrayStatistics() {}

    static Statistics of(NDArray array) {
        try (NDManager scope = array.getManager().newSubManager()) {
            NDArray flat = array.toType(DataType.FLOAT32, true);
            flat.attach(scope);
            return flat.isEmpty()
                    ? new Statistics(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, 0, 0, 0)
                    : all(flat);
        }
    }

    /** Euclidean norm; of large values too, whose squares are beyond a float. */
    static double norm(NDArray flat) {
        double largest = flat.abs().max().getFloat();
        return largest == 0 || !Double.isFinite(largest)
                ? largest
                : largest * flat.div(largest).norm().getFloat();
    }

    private static Statistics all(NDArray flat) {
        long size = flat.size();
        if (count(flat.isNaN()) + count(flat.isInfinite()) > 0) {
            return finite(flat.toFloatArray());
        }
        double mean = flat.mean().getFloat();
        return new Statistics(
                mean,
                norm(flat.sub(mean)) / Math.sqrt(size),
                flat.min().getFloat(),
                flat.max().getFloat(),
                norm(flat),
                (double) count(flat.eq(0)) / size,
                0,
                0);
    }

    private static long count(NDArray is) {
        return is.toType(DataType.INT64, false).sum().getLong();
    }

    /** Over the finite values, beside how many are not. */
    private static Statistics finite(float[] values) {
        long nans = 0;
        long infinities = 0;
        long zeros = 0;
        double sum = 0;
        double squares = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            if (Float.isNaN(value)) {
                nans++;
            } else if (Float.isInfinite(value)) {
                infinities++;
            } else {
                zeros += value == 0 ? 1 : 0;
                sum += value;
                squares += (double) value * value;
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        long count = values.length - nans - infinities;
        double mean = sum / count;
        return new Statistics(
                mean,
                Math.sqrt(Math.max(0, squares / count - mean * mean)),
                count == 0 ? Double.NaN : min,
                count == 0 ? Double.NaN : max,
                Math.sqrt(squares),
                (double) zeros / values.length,
                nans,
                infinities);
    }
}
