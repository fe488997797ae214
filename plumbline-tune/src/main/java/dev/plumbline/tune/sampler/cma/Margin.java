package dev.plumbline.tune.sampler.cma;

import dev.plumbline.tune.space.Domain;

/**
 * Keeps a discrete parameter from freezing: where the distribution became so narrow that all its samples would fall
 * into one cell, its steps are stretched so that one in so many leaves it (after R. Hamano and others, CMA-ES with
 * Margin, 2022).
 */
final class Margin {
    private Margin() {}

    /** What the steps along an axis are multiplied by: 1 or more. */
    static double stretch(Domain domain, double mean, double deviation, Strategy strategy) {
        if (domain.cardinality() == Domain.INFINITE || domain.cardinality() == 1) {
            return 1;
        }
        double leaving = 1.0 / (strategy.population * Math.max(1, strategy.weights.length));
        // of a normal distribution a share s lies further out than about sqrt(-2 log s) deviations
        double quantile = Math.sqrt(-2 * Math.log(leaving)) - 0.5;
        double needed = reach(domain, mean) / quantile;
        return Math.max(1, needed / Math.max(deviation, 1e-12));
    }

    /** About how far from a place the next value begins. */
    private static double reach(Domain domain, double place) {
        Object here = domain.fromUnit(place);
        double reach = 1e-4;
        while (reach < 1
                && domain.fromUnit(place + reach).equals(here)
                && domain.fromUnit(place - reach).equals(here)) {
            reach *= 1.5;
        }
        return reach;
    }
}
