package dev.plumbline.tune.sampler;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.space.Space;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Each parameter uniformly from its domain (on the log scale where it has one), independently of what has been tried.
 * Better than a grid where only some of the parameters matter (Bergstra and Bengio, JMLR 13, 2012).
 */
public final class RandomSampler implements Sampler {
    @Override
    public Map<String, Object> suggest(History history, Space space, SplittableRandom random) {
        return space.configuration(parameter -> parameter.domain().fromUnit(random.nextDouble()));
    }
}
