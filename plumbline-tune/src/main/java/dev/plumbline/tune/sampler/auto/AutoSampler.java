package dev.plumbline.tune.sampler.auto;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.sampler.RandomSampler;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.sampler.cma.CmaSampler;
import dev.plumbline.tune.sampler.gp.GpSampler;
import dev.plumbline.tune.sampler.nsga.NsgaSampler;
import dev.plumbline.tune.sampler.tpe.TpeSampler;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Space;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Chooses the sampler by the space and by how much is known: the default of a study.
 *
 * <ul>
 *   <li>several objectives: {@link NsgaSampler};
 *   <li>up to {@value #MODELLED} trials of up to {@value #MODELLED_PARAMETERS} parameters: {@link GpSampler}, which
 *       finds most with few trials ({@code bench/tuning-regret});
 *   <li>then, where at least half of the parameters have an order, {@link CmaSampler}, from the best of those trials
 *       on;
 *   <li>else {@link TpeSampler}.
 * </ul>
 */
public final class AutoSampler implements Sampler {
    static final int MODELLED = 500;
    static final int MODELLED_PARAMETERS = 60;

    private final Sampler empty = new RandomSampler();
    private final Sampler few = new GpSampler();
    private final Sampler many = CmaSampler.after(MODELLED);
    private final Sampler unordered = new TpeSampler();
    private final Sampler several = new NsgaSampler();

    @Override
    public Map<String, Object> suggest(History history, Space space, SplittableRandom random) {
        return chosen(history, space).suggest(history, space, random);
    }

    private Sampler chosen(History history, Space space) {
        if (space.isEmpty()) {
            return empty;
        }
        if (history.directions().size() > 1) {
            return several;
        }
        if (history.finished().size() < MODELLED && space.size() <= MODELLED_PARAMETERS) {
            return few;
        }
        long categorical = space.parameters().stream()
                .filter(parameter -> parameter.domain() instanceof CategoricalDomain)
                .count();
        return history.finished().size() >= MODELLED && 2 * categorical <= space.size() ? many : unordered;
    }
}
