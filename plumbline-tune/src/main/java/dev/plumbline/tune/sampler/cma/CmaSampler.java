package dev.plumbline.tune.sampler.cma;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.space.Space;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The covariance matrix adaptation evolution strategy: samples from a normal distribution that learns the scale and the
 * direction in which values improve.
 *
 * <p>For continuous spaces and many hundreds of trials, several of which may run at once. Whole numbers and ordinals
 * keep a margin, so that they do not freeze; categorical parameters keep a share for each value. Broken constraints
 * count before values. One objective.
 *
 * <pre>{@code
 * Study study = Study.minimize().sampler(new CmaSampler()).open();
 * }</pre>
 *
 * <p>N. Hansen, The CMA Evolution Strategy: A Tutorial, arXiv 1604.00772.
 */
public final class CmaSampler implements Sampler {
    private final int before;
    private @Nullable Evolution evolution;

    /** Begins in the middle of the space. */
    public CmaSampler() {
        this(0);
    }

    private CmaSampler(int before) {
        this.before = before;
    }

    /**
     * Begins at the best of a study's first trials, and narrow: to go on where another sampler found a good region.
     *
     * @param trials how many finished trials those are, at least 0
     */
    public static CmaSampler after(int trials) {
        if (trials < 0) {
            throw new IllegalArgumentException("`trials >= 0` must hold, but got trials=" + trials);
        }
        return new CmaSampler(trials);
    }

    @Override
    public Map<String, Object> suggest(History history, Space space, SplittableRandom random) {
        if (history.directions().size() != 1) {
            throw new IllegalArgumentException("CMA-ES needs one objective, but the study has "
                    + history.directions().size() + "; use NsgaSampler or leave the choice to the study");
        }
        Evolution known = evolution;
        if (known == null
                || !known.space().equals(space)
                || known.seen() > history.finished().size()) {
            known = new Evolution(space, before);
            evolution = known;
        }
        known.advance(history);
        return known.sample(random);
    }
}
