package dev.plumbline.tune.sampler.gp;

import java.util.Arrays;

/**
 * Fits a process to the values of a series that grows at its end. The parameters depend on the series alone, not on
 * when one asked: they start from those of the last milestone, which start from the prior.
 */
final class Surrogate {
    private static final int AT_MILESTONE = 60;
    private static final int BETWEEN = 8;

    private int milestone = -1;
    private double[] atMilestone = {};

    /** The parameters, given all values so far. @param transform from a series' values to the process's */
    double[] parameters(Fit fit, double[][] points, double[] values, OutputTransform transform) {
        int last = lastMilestone(values.length);
        if (last != milestone) {
            double[] first = transform.of(Arrays.copyOf(values, last));
            atMilestone = fit.fit(Arrays.copyOf(points, last), first, fit.start(), AT_MILESTONE);
            milestone = last;
        }
        return last == values.length ? atMilestone : fit.fit(points, transform.of(values), atMilestone, BETWEEN);
    }

    private static int lastMilestone(int count) {
        int last = 1;
        while (last + Math.max(1, last / 10) <= count) {
            last += Math.max(1, last / 10);
        }
        return last;
    }
}
