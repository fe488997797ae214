package dev.plumbline.tune.sampler;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Every combination of some values of each parameter, once. For two or three parameters at most; with more,
 * {@link SobolSampler} sees more values of each for the same money. The study ends when all were tried.
 *
 * <p>What was tried is known from the history, so that a grid goes on where it stopped, several processes may share it,
 * and failed trials are not repeated.
 */
public final class GridSampler implements Sampler {
    private final int perParameter;
    private final Map<String, List<?>> values;
    private final Set<Map<String, Object>> tried = new HashSet<>();
    private Cursor consumed = Cursor.START;
    private long next;
    private Space gridOf = Space.empty();

    private GridSampler(int perParameter, Map<String, List<?>> values) {
        if (perParameter < 1) {
            throw new IllegalArgumentException("at least 1 value a parameter is expected, but got " + perParameter);
        }
        this.perParameter = perParameter;
        this.values = Map.copyOf(values);
    }

    /**
     * So many values of each parameter, evenly spread over its range with both ends (on the log scale where it has
     * one); all values where it has no more than that, and all choices of a categorical one.
     */
    public static GridSampler evenly(int perParameter) {
        return new GridSampler(perParameter, Map.of());
    }

    /** These values of the parameters; of those that are not named, 3 values each. */
    public static GridSampler of(Map<String, List<?>> values) {
        return new GridSampler(3, values);
    }

    @Override
    public boolean isExhausted(History history, Space space) {
        advance(history, space);
        return !space.isEmpty() && next >= size(axes(space));
    }

    @Override
    public Map<String, Object> suggest(History history, Space space, SplittableRandom random) {
        advance(history, space);
        List<List<Object>> axes = axes(space);
        return configuration(space, axes, Math.min(next, size(axes) - 1));
    }

    /** Moves on to the first combination that nobody has tried. */
    private void advance(History history, Space space) {
        List<TrialRecord> finished = history.finished();
        if (!consumed.continues(finished) || !space.equals(gridOf)) {
            tried.clear();
            consumed = Cursor.START;
            next = 0;
            gridOf = space;
        }
        finished.subList(consumed.count(), finished.size()).forEach(trial -> tried.add(trial.parameters()));
        consumed = Cursor.after(finished);
        Set<Map<String, Object>> running = new HashSet<>();
        history.running().forEach(trial -> running.add(trial.parameters()));
        List<List<Object>> axes = axes(space);
        long size = size(axes);
        long ahead = next;
        while (ahead < size) {
            Map<String, Object> configuration = configuration(space, axes, ahead);
            if (!tried.contains(configuration) && !running.contains(configuration)) {
                break;
            }
            ahead++;
        }
        next = ahead;
    }

    private List<List<Object>> axes(Space space) {
        List<List<Object>> axes = new ArrayList<>();
        for (Parameter parameter : space.parameters()) {
            List<?> given = values.get(parameter.name());
            axes.add(given == null ? spread(parameter.domain()) : inDomain(parameter.domain(), given));
        }
        return axes;
    }

    private static List<Object> inDomain(Domain domain, List<?> given) {
        List<Object> canonical = new ArrayList<>();
        given.forEach(value -> canonical.add(domain.canonical(value)));
        return canonical;
    }

    private List<Object> spread(Domain domain) {
        boolean all = domain instanceof CategoricalDomain || domain.cardinality() <= perParameter;
        int count = all ? (int) domain.cardinality() : perParameter;
        Set<Object> points = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            double unit = all ? (i + 0.5) / count : count == 1 ? 0.5 : (double) i / (count - 1);
            points.add(domain.fromUnit(unit));
        }
        return List.copyOf(points);
    }

    private static long size(List<List<Object>> axes) {
        long size = 1;
        for (List<Object> axis : axes) {
            size = Math.multiplyExact(size, axis.size());
        }
        return size;
    }

    /** Combinations in the order of an odometer: the last parameter turns fastest. */
    private static Map<String, Object> configuration(Space space, List<List<Object>> axes, long index) {
        Map<String, Object> chosen = new HashMap<>();
        long rest = index;
        for (int d = axes.size() - 1; d >= 0; d--) {
            List<Object> axis = axes.get(d);
            chosen.put(space.parameters().get(d).name(), axis.get((int) (rest % axis.size())));
            rest /= axis.size();
        }
        return space.configuration(parameter -> chosen.get(parameter.name()));
    }
}
