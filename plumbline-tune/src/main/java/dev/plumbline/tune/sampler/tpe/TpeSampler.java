package dev.plumbline.tune.sampler.tpe;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.sampler.RandomSampler;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The tree-structured Parzen estimator (Bergstra et al., NeurIPS 2011; a review of its settings: Watanabe, arXiv
 * 2304.11127): estimates where good trials lie and where the others lie, draws candidates from the first density, and
 * takes the one where the first is highest compared with the second.
 *
 * <p>For spaces of any kind, also conditional ones: parameters that come together are looked at together, the groups
 * one by one. For several objectives, the good trials are those that few others dominate. Pruned trials count by how
 * far they got, failed and running ones as bad.
 *
 * <p>What differs from the usual settings, each because it did better on analytic, discrete and conditional problems
 * ({@code docs/BENCHMARKS.md}): the densities are multivariate, but a candidate takes each parameter from a good trial
 * of its own, as a crossover does; the better of the good trials weigh more; kernels are narrower and shrink as the
 * study grows; there are fewer random trials at the beginning.
 */
public final class TpeSampler implements Sampler {
    private static final int STARTUP = 6;
    private static final int CANDIDATES = 24;
    private static final double PRIOR_WEIGHT = 1;

    private final int startup;
    private final Sampler random = new RandomSampler();
    private final Kernels kernels = new Kernels();
    private @Nullable Observations observations;

    /** Begins with 6 random trials. */
    public TpeSampler() {
        this(STARTUP);
    }

    /** @param startup how many trials with a value there must be before the estimator is used, at least 1 */
    public TpeSampler(int startup) {
        if (startup < 1) {
            throw new IllegalArgumentException("`startup >= 1` must hold, but got " + startup);
        }
        this.startup = startup;
    }

    @Override
    public Map<String, Object> suggest(History history, Space space, SplittableRandom source) {
        if (observations == null) {
            observations = new Observations(history);
        }
        Observations seen = observations;
        seen.update(history);
        if (seen.withValue() < startup) {
            return random.suggest(history, space, source);
        }
        Map<String, Object> values = new HashMap<>();
        for (List<Parameter> group : seen.groups(space.parameters())) {
            Split split = Split.of(seen, group, history.running());
            double[] best = best(estimator(group, split.good()), estimator(group, split.bad()), group.size(), source);
            for (int d = 0; d < best.length; d++) {
                values.put(group.get(d).name(), group.get(d).domain().fromUnit(best[d]));
            }
        }
        return space.configuration(parameter -> values.get(parameter.name()));
    }

    private ParzenEstimator estimator(List<Parameter> group, Sample sample) {
        int trials = observations == null ? 0 : observations.count();
        double[][] centres = new double[group.size()][];
        for (int d = 0; d < centres.length; d++) {
            centres[d] = sample.column(d);
        }
        return new ParzenEstimator(kernels.of(group, sample.size(), trials), centres, sample.weights(), PRIOR_WEIGHT);
    }

    private static double[] best(ParzenEstimator good, ParzenEstimator bad, int dimensions, SplittableRandom source) {
        double[] best = new double[dimensions];
        double[] candidate = new double[dimensions];
        double bestScore = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < CANDIDATES; i++) {
            good.draw(candidate, source);
            double score = good.logDensity(candidate) - bad.logDensity(candidate);
            if (score > bestScore) {
                bestScore = score;
                System.arraycopy(candidate, 0, best, 0, dimensions);
            }
        }
        return best;
    }
}
