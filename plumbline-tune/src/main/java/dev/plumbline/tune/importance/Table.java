package dev.plumbline.tune.importance;

import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Parameter;
import java.util.Arrays;
import java.util.List;

/**
 * Trials as numbers to grow trees on.
 *
 * @param choices by parameter, how many choices without an order it has; 0 for numbers
 * @param places by parameter, the distinct places in [0, 1] in rising order; of choices none
 * @param ranks by parameter and trial, which of the places, or choices, it has
 * @param targets by trial
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of numbers are not boxed
record Table(int[] choices, double[][] places, int[][] ranks, double[] targets) {
    /** More choices than a long has bits are taken in their order. */
    private static final int MOST_CHOICES = 63;

    /** @param parameters each of which every trial has */
    static Table of(List<Parameter> parameters, List<TrialRecord> trials) {
        int count = parameters.size();
        int[] choices = new int[count];
        double[][] places = new double[count][];
        int[][] ranks = new int[count][];
        for (int p = 0; p < count; p++) {
            Parameter parameter = parameters.get(p);
            if (parameter.domain() instanceof CategoricalDomain domain
                    && domain.choices().size() <= MOST_CHOICES) {
                choices[p] = domain.choices().size();
                places[p] = new double[0];
                ranks[p] = trials.stream()
                        .mapToInt(t -> domain.index(value(t, parameter)))
                        .toArray();
            } else {
                double[] units = trials.stream()
                        .mapToDouble(t -> parameter.domain().toUnit(value(t, parameter)))
                        .toArray();
                double[] distinct = Arrays.stream(units).sorted().distinct().toArray();
                places[p] = distinct;
                ranks[p] = Arrays.stream(units)
                        .mapToInt(u -> Arrays.binarySearch(distinct, u))
                        .toArray();
            }
        }
        double[] targets = trials.stream().mapToDouble(t -> t.values().get(0)).toArray();
        return new Table(choices, places, ranks, targets);
    }

    private static Object value(TrialRecord trial, Parameter parameter) {
        return java.util.Objects.requireNonNull(trial.parameters().get(parameter.name()));
    }

    int parameters() {
        return choices.length;
    }

    boolean isCategorical(int parameter) {
        return choices[parameter] > 0;
    }
}
