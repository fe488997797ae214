package dev.plumbline.tune.sampler.gp;

import java.util.List;

/** The unit cube of a space: its axes, and which of them are there at a point. */
interface Cube {
    List<Axis> axes();

    /** The point with NaN for each coordinate that is absent. */
    double[] masked(double[] point);
}
