package dev.plumbline.tune.sampler.tpe;

import java.util.SplittableRandom;

/** How one parameter's observations spread over its domain, seen as the unit interval. */
sealed interface Kernel permits ContinuousKernel, TableKernel {
    /**
     * Adds to each of {@code terms} the log density at {@code x} of the kernel around the centre of the same index,
     * less what {@link #logNorm} says of that centre.
     */
    void addLogDensity(double x, double[] centres, double[] terms);

    /** What is to be added for a centre. */
    double logNorm(double centre);

    /** The log density of the prior, which knows nothing. */
    double logPrior();

    double draw(double centre, SplittableRandom random);

    double drawPrior(SplittableRandom random);
}
