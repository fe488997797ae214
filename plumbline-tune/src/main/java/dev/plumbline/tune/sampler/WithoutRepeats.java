package dev.plumbline.tune.sampler;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Keeps another sampler from suggesting again what was tried already, as long as there is anything else: to train the
 * same network with the same seed twice tells nothing. Where the other repeats itself, a neighbour of its suggestion is
 * taken.
 *
 * <p>Repeats are looked for only in spaces of at most {@value #LARGEST} configurations; in others they are rare.
 */
public final class WithoutRepeats implements Sampler {
    private static final long LARGEST = 1_000_000;
    private static final int ATTEMPTS = 4;
    private static final int NEIGHBOURS = 60;

    private final Sampler sampler;
    private final Set<Map<String, Object>> seen = new HashSet<>();
    private Cursor consumed = Cursor.START;

    public WithoutRepeats(Sampler sampler) {
        this.sampler = sampler;
    }

    @Override
    public boolean isExhausted(History history, Space space) {
        return sampler.isExhausted(history, space);
    }

    @Override
    public Map<String, Object> suggest(History history, Space space, SplittableRandom random) {
        Map<String, Object> first = sampler.suggest(history, space, random);
        if (space.isEmpty() || space.cardinality() > LARGEST) {
            return first;
        }
        Predicate<Map<String, Object>> isNew = isNew(history);
        Map<String, Object> suggestion = first;
        for (int i = 0; i < ATTEMPTS && !isNew.test(suggestion); i++) {
            suggestion = sampler.suggest(history, space, random);
        }
        for (int i = 0; i < NEIGHBOURS && !isNew.test(suggestion); i++) {
            suggestion = neighbour(first, space, 1 + i / (NEIGHBOURS / 3), random);
        }
        return isNew.test(suggestion) ? suggestion : remaining(space, isNew, random, first);
    }

    private Predicate<Map<String, Object>> isNew(History history) {
        List<TrialRecord> finished = history.finished();
        if (!consumed.continues(finished)) {
            seen.clear();
            consumed = Cursor.START;
        }
        finished.subList(consumed.count(), finished.size()).forEach(trial -> seen.add(trial.parameters()));
        consumed = Cursor.after(finished);
        Set<Map<String, Object>> running = new HashSet<>();
        history.running().forEach(trial -> running.add(trial.parameters()));
        return suggestion -> !seen.contains(suggestion) && !running.contains(suggestion);
    }

    private static Map<String, Object> neighbour(
            Map<String, Object> centre, Space space, int changes, SplittableRandom random) {
        Map<String, Object> values = new HashMap<>(centre);
        for (int i = 0; i < changes; i++) {
            Parameter changed = space.parameters().get(random.nextInt(space.size()));
            values.put(changed.name(), changed.domain().fromUnit(random.nextDouble()));
        }
        return space.configuration(parameter -> {
            Object value = values.get(parameter.name());
            return value == null ? parameter.domain().fromUnit(random.nextDouble()) : value;
        });
    }

    /** Whatever is left, looked for from a random place on; {@code otherwise} where nothing is. */
    private static Map<String, Object> remaining(
            Space space, Predicate<Map<String, Object>> isNew, SplittableRandom random, Map<String, Object> otherwise) {
        long count = space.cardinality();
        long start = random.nextLong(count);
        for (long i = 0; i < count; i++) {
            Map<String, Object> configuration = configuration(space, (start + i) % count);
            if (isNew.test(configuration)) {
                return configuration;
            }
        }
        return otherwise;
    }

    private static Map<String, Object> configuration(Space space, long index) {
        Map<String, Object> values = new HashMap<>();
        long rest = index;
        for (Parameter parameter : space.parameters()) {
            Domain domain = parameter.domain();
            values.put(parameter.name(), domain.fromUnit((rest % domain.cardinality() + 0.5) / domain.cardinality()));
            rest /= domain.cardinality();
        }
        return space.configuration(parameter -> values.get(parameter.name()));
    }
}
