package dev.plumbline.tune.sampler.cma;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The state after a history: as many finished trials as a population holds are a generation, whoever proposed them.
 * Begins anew with twice the population where it has converged (A. Auger, N. Hansen, IPOP-CMA-ES, 2005).
 */
final class Evolution {
    private static final double WIDE = 0.25; // of the unit interval
    private static final double NARROW = 0.08;

    private final Space space;
    private final List<Parameter> ordered = new ArrayList<>();
    private final Map<String, Choice> choices = new TreeMap<>();
    private Strategy strategy;
    private Distribution distribution;
    private int seen;
    private final int before;
    private final List<TrialRecord> generation = new ArrayList<>();

    /** @param before how many trials only say where to begin: at the best of them */
    Evolution(Space space, int before) {
        this.space = space;
        this.before = before;
        for (Parameter parameter : space.parameters()) {
            if (!(parameter.domain() instanceof CategoricalDomain)) {
                ordered.add(parameter);
            }
        }
        int categorical = space.size() - ordered.size();
        for (Parameter parameter : space.parameters()) {
            if (parameter.domain() instanceof CategoricalDomain domain) {
                choices.put(parameter.name(), new Choice((int) domain.cardinality(), categorical));
            }
        }
        int variables = Math.max(1, ordered.size());
        this.strategy = new Strategy(variables, Strategy.population(space.size() + 1));
        this.distribution = new Distribution(place(0, new SplittableRandom(0)), WIDE, strategy);
    }

    Space space() {
        return space;
    }

    int seen() {
        return seen;
    }

    private double[] place(double spread, SplittableRandom random) {
        double[] place = new double[Math.max(1, ordered.size())];
        for (int k = 0; k < place.length; k++) {
            place[k] = 0.5 + spread * (random.nextDouble() - 0.5);
        }
        return place;
    }

    void advance(History history) {
        Direction direction = history.direction();
        if (seen < before && history.finished().size() >= before) {
            begin(history.finished().subList(0, before), direction);
            seen = before;
        }
        for (; seen < history.finished().size(); seen++) {
            TrialRecord trial = history.finished().get(seen);
            if (!isOfSpace(trial)) {
                continue;
            }
            generation.add(trial);
            if (generation.size() == strategy.population) {
                generation.sort(bestFirst(direction));
                update();
                generation.clear();
            }
        }
    }

    private static Comparator<TrialRecord> bestFirst(Direction direction) {
        return Comparator.comparingDouble(TrialRecord::violation).thenComparingDouble(trial -> loss(trial, direction));
    }

    private void begin(List<TrialRecord> others, Direction direction) {
        List<TrialRecord> ranked = others.stream()
                .filter(this::isOfSpace)
                .sorted(bestFirst(direction))
                .toList();
        if (ranked.isEmpty()) {
            return;
        }
        double[] best = point(ranked.get(0));
        for (int k = 0; k < best.length; k++) {
            best[k] = Double.isNaN(best[k]) ? 0.5 : best[k];
        }
        distribution = new Distribution(best, NARROW, strategy);
        generation.addAll(ranked.subList(0, Math.min(strategy.population, ranked.size())));
        learnChoices();
        generation.clear();
    }

    private void update() {
        double[][] points = generation.stream().map(this::point).toArray(double[][]::new);
        distribution.update(points);
        learnChoices();
        if (distribution.isConverged()) {
            strategy = new Strategy(Math.max(1, ordered.size()), 2 * strategy.population);
            distribution = new Distribution(place(0.8, new SplittableRandom(seen)), WIDE, strategy);
        }
    }

    private void learnChoices() {
        int counted = Math.min(strategy.weights.length, generation.size());
        for (Parameter parameter : space.parameters()) {
            Choice choice = choices.get(parameter.name());
            if (choice != null && parameter.domain() instanceof CategoricalDomain domain) {
                for (int k = 0; k < counted; k++) {
                    Object value = generation.get(k).parameters().get(parameter.name());
                    if (value != null) {
                        choice.add(index(domain, value), strategy.weights[k]);
                    }
                }
                choice.keepMargin();
            }
        }
    }

    private boolean isOfSpace(TrialRecord trial) {
        return space.parameters().stream().anyMatch(p -> trial.parameters().containsKey(p.name()))
                && space.parameters().stream().allMatch(p -> {
                    Object value = trial.parameters().get(p.name());
                    return value == null || p.domain().contains(value);
                });
    }

    private static double loss(TrialRecord trial, Direction direction) {
        return trial.state() == TrialState.FAILED || trial.values().isEmpty()
                ? Double.POSITIVE_INFINITY
                : direction.loss(trial.values().get(0));
    }

    private double[] point(TrialRecord trial) {
        double[] point = new double[Math.max(1, ordered.size())];
        for (int k = 0; k < ordered.size(); k++) {
            Object value = trial.parameters().get(ordered.get(k).name());
            point[k] = value == null ? Double.NaN : ordered.get(k).domain().toUnit(value);
        }
        return point;
    }

    private static int index(Domain domain, Object value) {
        return (int) Math.min(domain.cardinality() - 1, (long) (domain.toUnit(value) * domain.cardinality()));
    }

    Map<String, Object> sample(SplittableRandom random) {
        double[] step = distribution.step(random);
        Map<String, Double> places = new TreeMap<>();
        for (int k = 0; k < ordered.size(); k++) {
            Domain domain = ordered.get(k).domain();
            double moved =
                    step[k] * Margin.stretch(domain, distribution.mean()[k], distribution.deviation(k), strategy);
            places.put(ordered.get(k).name(), reflected(distribution.mean()[k] + moved));
        }
        return space.configuration(parameter -> {
            Choice choice = choices.get(parameter.name());
            double cells = parameter.domain().cardinality();
            double unit =
                    choice == null ? places.getOrDefault(parameter.name(), 0.5) : (choice.draw(random) + 0.5) / cells;
            return parameter.domain().fromUnit(unit);
        });
    }

    /** Into [0, 1], as by mirrors at both ends. */
    private static double reflected(double x) {
        double folded = Math.abs(x % 2);
        return folded > 1 ? 2 - folded : folded;
    }
}
