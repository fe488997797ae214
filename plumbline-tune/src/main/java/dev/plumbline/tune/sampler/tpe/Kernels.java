package dev.plumbline.tune.sampler.tpe;

import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How wide the kernels are. On an axis with an order the deviation is Scott's n^(-1/(d+4)) times a part of the range
 * that falls slowly as the study grows, so that it ends with a local search; it never gets below a hundredth of the
 * range. What a categorical kernel gives to other choices falls as 1/n.
 */
final class Kernels {
    private static final double DEVIATION = 0.1;
    private static final double DECAY = 0.2;
    private static final int DECAY_BEGINS = 10;
    private static final double LEAST = 0.01;

    /** A kernel on few values is no narrower than this part of a value's cell. */
    private static final double LEAST_OF_CELL = 0.4;

    /** Up to so many values in an order are taken one by one; more are as good as continuous. */
    private static final int FEW = 32;

    /** Deviations are rounded to steps of 5 percent, so that tables can be used again. */
    private static final double STEP = 0.05;

    /**
     * A choice that is alone in its group is one between branches: the others must be seen often enough to be judged.
     */
    private static final int EXPLORING = 4;

    private final Map<Long, TableKernel> tables = new HashMap<>();

    /**
     * Kernels for a density.
     *
     * @param group its parameters
     * @param points how many observations it is made of
     * @param trials how many trials the study has
     */
    Kernel[] of(List<Parameter> group, int points, int trials) {
        double deviation = DEVIATION
                * Math.pow(Math.max(1, points), -1.0 / (group.size() + 4))
                * Math.pow((double) DECAY_BEGINS / Math.max(DECAY_BEGINS, trials), DECAY);
        Kernel[] kernels = new Kernel[group.size()];
        for (int d = 0; d < kernels.length; d++) {
            kernels[d] = kernel(group.get(d).domain(), Math.max(LEAST, deviation), points, kernels.length);
        }
        return kernels;
    }

    private Kernel kernel(Domain domain, double deviation, int points, int group) {
        long count = domain.cardinality();
        if (domain instanceof CategoricalDomain) {
            double spread = count * (group == 1 ? EXPLORING : 1);
            return TableKernel.unordered((int) count, spread / (spread + points + 1));
        }
        if (count > FEW) {
            return new ContinuousKernel(deviation, points);
        }
        long step = Math.round(Math.log(Math.max(deviation, LEAST_OF_CELL / count)) / STEP);
        return tables.computeIfAbsent(
                step * (FEW + 1) + count, key -> TableKernel.ordered((int) count, Math.exp(step * STEP)));
    }
}
