package dev.plumbline.zoo.fault;

import java.util.Random;

/** Other values for a parameter. */
@FunctionalInterface
interface WeightChange {
    /** All zeros, all equal. */
    static WeightChange constant(float value) {
        return (name, rank, old, random) -> rank > 1 ? value : old;
    }

    /** Kernels times a factor. */
    static WeightChange scaled(double factor) {
        return (name, rank, old, random) -> rank > 1 ? (float) (factor * old) : old;
    }

    /**
     * One value's successor.
     *
     * @param name of the parameter
     * @param rank its number of axes: 1 for biases and norms
     * @param old the value
     * @param random seeded, one for the whole file
     */
    float of(String name, int rank, float old, Random random);
}
