package dev.plumbline.tune.sampler;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A scrambled Sobol sequence: like random search, but the points fill the space evenly, which needs fewer of them; best
 * for counts that are powers of two. Of more than 64 parameters, the rest are drawn at random.
 */
public final class SobolSampler implements Sampler {
    private final long seed;
    private @Nullable SobolSequence sequence;

    public SobolSampler() {
        this(0);
    }

    /** Different seeds give different points. */
    public SobolSampler(long seed) {
        this.seed = seed;
    }

    @Override
    public Map<String, Object> suggest(History history, Space space, SplittableRandom random) {
        if (sequence == null) {
            sequence = new SobolSequence(SobolTable.DIMENSIONS, seed);
        }
        int index = history.finished().size() + history.running().size();
        Map<String, Object> values = new HashMap<>();
        int dimension = 0;
        for (Parameter parameter : space.parameters()) {
            boolean covered = dimension < SobolTable.DIMENSIONS;
            double unit = covered ? sequence.at(index, dimension) : random.nextDouble();
            values.put(parameter.name(), parameter.domain().fromUnit(unit));
            dimension++;
        }
        return space.configuration(parameter -> Objects.requireNonNull(values.get(parameter.name())));
    }
}
