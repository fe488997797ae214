package dev.plumbline.tune.importance;

import java.util.Arrays;

/**
 * How densely trials lie over the cells of a grid: a kernel at each trial and one broad kernel as the prior. The width
 * is Scott's rule (Multivariate Density Estimation, 1992, 6.3): 1.059 n^(-1/5) times the deviation, or the quartiles'
 * distance over 1.34 where that is smaller, and at least such that the middle cell holds 90 % of a kernel.
 */
final class Density {
    private static final double LEAST_WIDTH = 0.5 / 1.64;

    private Density() {}

    /** The probability of each cell, by trials' counts. */
    static double[] of(int[] counts, boolean ordered) {
        int trials = Arrays.stream(counts).sum();
        return ordered ? smooth(counts, trials) : categorical(counts, trials);
    }

    /** Each choice is one kernel that gives its own choice most, and every other a little. */
    private static double[] categorical(int[] counts, int trials) {
        int choices = counts.length;
        int seen = (int) Arrays.stream(counts).filter(count -> count > 0).count();
        double little = 1.0 / (seen + 1);
        double whole = 1 + choices * little;
        double[] density = new double[choices];
        Arrays.fill(density, (trials * little / whole + 1.0 / choices) / (trials + 1));
        for (int c = 0; c < choices; c++) {
            density[c] += counts[c] / whole / (trials + 1);
        }
        return density;
    }

    private static double[] smooth(int[] counts, int trials) {
        int cells = counts.length;
        double width = Math.max(LEAST_WIDTH, scottsWidth(counts, trials));
        double[] density = new double[cells];
        for (int c = 0; c < cells; c++) {
            if (counts[c] > 0) {
                kernel(density, c, width, counts[c]);
            }
        }
        kernel(density, (cells - 1) / 2.0, cells, 1);
        for (int c = 0; c < cells; c++) {
            density[c] /= trials + 1;
        }
        return density;
    }

    private static void kernel(double[] density, double middle, double width, double weight) {
        double inside = NormalCdf.between((-0.5 - middle) / width, (density.length - 0.5 - middle) / width);
        for (int c = 0; c < density.length; c++) {
            density[c] += weight * NormalCdf.between((c - 0.5 - middle) / width, (c + 0.5 - middle) / width) / inside;
        }
    }

    private static double scottsWidth(int[] counts, int trials) {
        double mean = 0;
        for (int c = 0; c < counts.length; c++) {
            mean += (double) c * counts[c] / trials;
        }
        double squares = 0;
        for (int c = 0; c < counts.length; c++) {
            squares += counts[c] * (c - mean) * (c - mean);
        }
        double deviation = Math.sqrt(squares / Math.max(1, trials - 1));
        double quartiles = quantile(counts, trials * 3 / 4 + 1) - quantile(counts, Math.max(1, trials / 4));
        return 1.059 * Math.min(quartiles / 1.34, deviation) * Math.pow(trials, -0.2);
    }

    /** The first cell by which so many trials are counted; the last one that has any where there are fewer. */
    private static double quantile(int[] counts, int wanted) {
        int sum = 0;
        int last = 0;
        for (int c = 0; c < counts.length; c++) {
            sum += counts[c];
            last = counts[c] > 0 ? c : last;
            if (counts[c] > 0 && sum >= wanted) {
                return c;
            }
        }
        return last;
    }
}
