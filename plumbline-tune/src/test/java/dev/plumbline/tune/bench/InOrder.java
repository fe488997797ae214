package dev.plumbline.tune.bench;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.space.Space;
import java.util.Map;
import java.util.SplittableRandom;

/** Hands out configurations of a table, one after the other. */
record InOrder(int[] order) implements Sampler {
    @Override
    public Map<String, Object> suggest(History history, Space space, SplittableRandom random) {
        return Map.of("configuration", (long) order[count(history)]);
    }

    @Override
    public boolean isExhausted(History history, Space space) {
        return count(history) >= order.length;
    }

    private static int count(History history) {
        return history.finished().size() + history.running().size();
    }
}
