package dev.plumbline.lab;

import dev.plumbline.data.Tensor;

/**
 * A tensor in a few numbers, over its finite elements.
 *
 * @param mean NaN where no element is finite; likewise for deviation, min, max
 * @param norm Euclidean norm
 * @param zeroShare share of all elements that are exactly 0
 * @param nans how many elements are NaN
 * @param infinities how many are infinite
 */
public record Statistics(
        double mean,
        double deviation,
        double min,
        double max,
        double norm,
        double zeroShare,
        long nans,
        long infinities) {
    /** Of a tensor's elements; the deviation is the population's. */
    public static Statistics of(Tensor tensor) {
        int size = tensor.elements();
        long zeros = 0;
        long nans = 0;
        long infinities = 0;
        double sum = 0;
        double squares = 0;
        double min = Double.NaN;
        double max = Double.NaN;
        for (int i = 0; i < size; i++) {
            double value = tensor.get(i);
            if (Double.isFinite(value)) {
                zeros += value == 0 ? 1 : 0;
                sum += value;
                squares += value * value;
                min = value >= min ? min : value;
                max = value <= max ? max : value;
            } else if (Double.isNaN(value)) {
                nans++;
            } else {
                infinities++;
            }
        }
        long finite = size - nans - infinities;
        double mean = sum / finite;
        double around = 0;
        for (int i = 0; i < size; i++) {
            double value = tensor.get(i);
            around += Double.isFinite(value) ? (value - mean) * (value - mean) : 0;
        }
        double deviation = finite == 0 ? Double.NaN : Math.sqrt(around / finite);
        return new Statistics(
                mean, deviation, min, max, Math.sqrt(squares), zeros / (double) Math.max(1, size), nans, infinities);
    }

    /** Whether every element is finite. */
    public boolean isFinite() {
        return nans == 0 && infinities == 0;
    }
}
