package dev.plumbline.tune.sampler.gp;

import java.util.Arrays;

/**
 * A constraint's values over their typical size, so that 0 remains the limit, and what is far from it is drawn in by a
 * square root. What is not finite, or was not said, counts as broken as far as any.
 */
final class ConstraintScale implements OutputTransform {
    @Override
    public double[] of(double[] values) {
        double worst = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
        double broken = worst > 0 ? worst : 1;
        double[] finite = Arrays.stream(values)
                .map(v -> Double.isFinite(v) ? v : v == Double.NEGATIVE_INFINITY ? -broken : broken)
                .toArray();
        double[] sizes = Arrays.stream(finite)
                .map(Math::abs)
                .filter(size -> size > 0)
                .sorted()
                .toArray();
        double typical = sizes.length == 0 ? 1 : sizes[sizes.length / 2];
        return Arrays.stream(finite)
                .map(v -> Math.abs(v) > typical ? Math.signum(v) * Math.sqrt(Math.abs(v) / typical) : v / typical)
                .toArray();
    }
}
