package dev.plumbline.tune.sampler;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/** A search without a study: what a sampler proposes is tried at once. */
public final class Trials {
    private final List<TrialRecord> finished = new ArrayList<>();
    private final List<Direction> directions;
    private final Space space;

    public Trials(Space space, Direction... directions) {
        this.space = space;
        this.directions = List.of(directions);
    }

    public History history() {
        return new History(directions, List.copyOf(finished), List.of());
    }

    public History history(List<TrialRecord> running) {
        return new History(directions, List.copyOf(finished), running);
    }

    /** Asks for so many configurations and adds them with what {@code values} gives. */
    public Trials run(Sampler sampler, int count, long seed, Function<Map<String, Object>, double[]> values) {
        return run(sampler, count, seed, values, configuration -> List.of());
    }

    public Trials run(
            Sampler sampler,
            int count,
            long seed,
            Function<Map<String, Object>, double[]> values,
            Function<Map<String, Object>, List<Double>> constraints) {
        for (int k = 0; k < count; k++) {
            SplittableRandom random = new SplittableRandom(seed * 1000 + finished.size());
            Map<String, Object> configuration = sampler.suggest(history(), space, random);
            add(TrialState.COMPLETE, configuration, constraints.apply(configuration), values.apply(configuration));
        }
        return this;
    }

    public void add(TrialState state, Map<String, Object> configuration, List<Double> constraints, double... values) {
        finished.add(record(finished.size(), state, configuration, constraints, values));
    }

    public static TrialRecord record(
            int number,
            TrialState state,
            Map<String, Object> configuration,
            List<Double> constraints,
            double... values) {
        List<Double> all = DoubleStream.of(values).boxed().toList();
        return new TrialRecord(number, state, configuration, all, constraints, new TreeMap<>(), Map.of(), null, null);
    }

    public double best() {
        return finished.stream()
                .filter(trial -> trial.isFeasible() && !trial.values().isEmpty())
                .mapToDouble(trial -> trial.values().get(0))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
