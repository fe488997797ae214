package dev.plumbline.tune.history;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * One trial as it stands. Immutable.
 *
 * @param number its number in the study, from 0
 * @param state how far it is
 * @param parameters name to value, in the order in which they were chosen
 * @param values one for each objective where the trial is complete; a pruned trial has its last intermediate value here
 *     where the study has one objective; else none. Never NaN
 * @param constraints what the trial said of its constraints: feasible where each is at most 0; none where it said
 *     nothing
 * @param intermediate step to the value reported for it; may hold NaN
 * @param notes what people and the study wrote about it
 * @param start when it was begun, or null where it waits
 * @param end when it was finished, or null
 */
public record TrialRecord(
        int number,
        TrialState state,
        Map<String, Object> parameters,
        List<Double> values,
        List<Double> constraints,
        SortedMap<Integer, Double> intermediate,
        Map<String, String> notes,
        @Nullable Instant start,
        @Nullable Instant end) {
    private static final SortedMap<Integer, Double> NO_STEPS = Collections.unmodifiableSortedMap(new TreeMap<>());

    public TrialRecord {
        parameters = FixedMap.copyOf(parameters);
        values = List.copyOf(values);
        constraints = List.copyOf(constraints);
        intermediate =
                intermediate.isEmpty() ? NO_STEPS : Collections.unmodifiableSortedMap(new TreeMap<>(intermediate));
        notes = FixedMap.copyOf(notes);
    }

    /** A complete trial of one objective with nothing but parameters and a value: for tests and imports. */
    public static TrialRecord complete(int number, Map<String, Object> parameters, double... values) {
        List<Double> all = DoubleStream.of(values).boxed().toList();
        return new TrialRecord(number, TrialState.COMPLETE, parameters, all, List.of(), NO_STEPS, Map.of(), null, null);
    }

    /** This record and a note; one of the same key is replaced. */
    public TrialRecord withNote(String key, String text) {
        Map<String, String> more = new LinkedHashMap<>(notes);
        more.put(key, text);
        return new TrialRecord(number, state, parameters, values, constraints, intermediate, more, start, end);
    }

    /**
     * The value of a parameter.
     *
     * @throws IllegalArgumentException where this trial has no such parameter
     */
    public Object get(String parameter) {
        Object value = parameters.get(parameter);
        if (value == null) {
            throw new IllegalArgumentException(
                    "a parameter `" + parameter + "` is expected, but trial " + number + " has " + parameters.keySet());
        }
        return value;
    }

    /** The value of the first objective, where there is one. */
    public OptionalDouble value() {
        return values.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(values.get(0));
    }

    /** The value that was reported for the last step; may be NaN. Empty where nothing was reported. */
    public OptionalDouble lastReport() {
        return intermediate.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Objects.requireNonNull(intermediate.get(intermediate.lastKey())));
    }

    /** Whether no constraint is broken. */
    public boolean isFeasible() {
        return violation() == 0;
    }

    /** By how much the constraints are broken, together: the sum of what is above 0; infinite where one is NaN. */
    public double violation() {
        double sum = 0;
        for (double constraint : constraints) {
            sum += Double.isNaN(constraint) ? Double.POSITIVE_INFINITY : Math.max(0, constraint);
        }
        return sum;
    }
}
