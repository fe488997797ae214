package dev.plumbline.data.edit;

import java.util.Arrays;

/**
 * A wide gap in sizes: a smaller part of the numbers lies many times above, or below, all others, with nothing between.
 * Sizes that are drawn from one distribution, however long its tail, come one after the other.
 */
final class Gap {
    private static final int FEWEST = 5;
    private static final double SHARE = 0.005;
    private static final double MOST = 0.45;

    private Gap() {}

    /**
     * Which sizes lie beyond the widest gap; none where no gap is as wide.
     *
     * @param sizes at least 0; those of 0 are left out
     * @param ratio how many times larger the next size is, at least
     * @param alsoBelow whether the smaller part may be the lower one
     */
    static boolean[] beyond(double[] sizes, double ratio, boolean alsoBelow) {
        boolean[] beyond = new boolean[sizes.length];
        double[] sorted = Arrays.stream(sizes)
                .filter(s -> s > 0 && Double.isFinite(s))
                .sorted()
                .toArray();
        int fewest = (int) Math.max(FEWEST, Math.ceil(SHARE * sorted.length));
        int most = (int) (MOST * sorted.length);
        double widest = ratio;
        double border = Double.NaN;
        boolean above = true;
        for (int i = 1; i < sorted.length; i++) {
            int over = sorted.length - i;
            boolean upper = over >= fewest && over <= most;
            boolean lower = alsoBelow && i >= fewest && i <= most;
            if ((upper || lower) && sorted[i] / sorted[i - 1] > widest) {
                widest = sorted[i] / sorted[i - 1];
                border = Math.sqrt(sorted[i] * sorted[i - 1]);
                above = upper;
            }
        }
        for (int i = 0; i < sizes.length && !Double.isNaN(border); i++) {
            beyond[i] = sizes[i] > 0 && Double.isFinite(sizes[i]) && (above ? sizes[i] > border : sizes[i] < border);
        }
        return beyond;
    }
}
