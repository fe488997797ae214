package dev.plumbline.lab;

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
    /** Whether every element is finite. */
    public boolean isFinite() {
        return nans == 0 && infinities == 0;
    }
}
