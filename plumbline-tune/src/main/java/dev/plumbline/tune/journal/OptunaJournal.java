package dev.plumbline.tune.journal;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Domain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Replays the operations of Optuna's journal, of which each line holds one. */
final class OptunaJournal {
    private static final List<TrialState> STATES =
            List.of(TrialState.RUNNING, TrialState.COMPLETE, TrialState.PRUNED, TrialState.FAILED, TrialState.WAITING);

    /** By their id; null where one was deleted. */
    private final List<@Nullable ForeignStudy> studies = new ArrayList<>();
    /** By their id, which counts over all studies. */
    private final List<ForeignTrial> trials = new ArrayList<>();
    /** By trial, its study's id. */
    private final List<Integer> owners = new ArrayList<>();

    /** The studies that are there, in their order. */
    List<ForeignStudy> studies() {
        List<ForeignStudy> there = new ArrayList<>();
        for (ForeignStudy study : studies) {
            if (study != null) {
                there.add(study);
            }
        }
        return there;
    }

    @SuppressWarnings("unchecked")
    void replay(String line) {
        Map<String, @Nullable Object> operation =
                (Map<String, @Nullable Object>) Objects.requireNonNull(Json.parse(line), "an operation");
        int code = number(operation, "op_code").intValue();
        switch (code) {
            case 0 -> studies.add(new ForeignStudy(text(operation, "study_name"), directions(operation)));
            case 1 -> studies.set(number(operation, "study_id").intValue(), null);
            case 4 -> create(operation);
            case 5 -> parameter(operation);
            case 6 -> change(trial(operation), operation);
            case 7 ->
                trial(operation)
                        .reports
                        .put(
                                number(operation, "step").intValue(),
                                number(operation, "intermediate_value").doubleValue());
            case 8 -> annotate(trial(operation), map(operation, "user_attr"));
            case 9 -> remember(trial(operation), map(operation, "system_attr"));
            default -> {
                // notes on studies, and trials that were discarded: nothing that a study here would have
            }
        }
    }

    private void create(Map<String, @Nullable Object> operation) {
        ForeignTrial trial = new ForeignTrial();
        change(trial, operation);
        annotate(trial, map(operation, "user_attrs"));
        remember(trial, map(operation, "system_attrs"));
        map(operation, "intermediate_values")
                .forEach((step, value) -> trial.reports.put(
                        Integer.valueOf(step), ((Number) Objects.requireNonNull(value)).doubleValue()));
        trials.add(trial);
        owners.add(number(operation, "study_id").intValue());
        ForeignStudy study = studies.get(number(operation, "study_id").intValue());
        if (study != null) {
            study.trials.add(trial);
            map(operation, "distributions").forEach((name, distribution) -> {
                Object internal = map(operation, "params").get(name);
                choose(study, trial, name, Objects.toString(distribution), (Number) Objects.requireNonNull(internal));
            });
        }
    }

    private void parameter(Map<String, @Nullable Object> operation) {
        ForeignStudy study =
                studies.get(owners.get(number(operation, "trial_id").intValue()));
        if (study != null) {
            choose(
                    study,
                    trial(operation),
                    text(operation, "param_name"),
                    text(operation, "distribution"),
                    number(operation, "param_value_internal"));
        }
    }

    @SuppressWarnings("unchecked")
    private static void choose(
            ForeignStudy study, ForeignTrial trial, String name, String distribution, Number internal) {
        Map<String, @Nullable Object> parsed =
                (Map<String, @Nullable Object>) Objects.requireNonNull(Json.parse(distribution), distribution);
        Domain domain = domain(text(parsed, "name"), map(parsed, "attributes"));
        study.domains.put(name, domain);
        Object value = domain instanceof CategoricalDomain choices
                ? choices.choices().get(internal.intValue())
                : domain instanceof IntDomain ? (Object) internal.longValue() : (Object) internal.doubleValue();
        trial.parameters.put(name, value);
    }

    private static Domain domain(String kind, Map<String, @Nullable Object> attributes) {
        if (kind.startsWith("Categorical")) {
            List<?> choices = (List<?>) Objects.requireNonNull(attributes.get("choices"), kind);
            return CategoricalDomain.of(choices.stream()
                    .map(choice -> choice == null ? "None" : choice)
                    .toList());
        }
        boolean log = kind.contains("Log") || Boolean.TRUE.equals(attributes.get("log"));
        Object step = attributes.getOrDefault("step", attributes.get("q"));
        Number low = number(attributes, "low");
        Number high = number(attributes, "high");
        if (kind.startsWith("Int")) {
            return new IntDomain(
                    low.longValue(), high.longValue(), log, log || step == null ? 1 : ((Number) step).longValue());
        }
        return new FloatDomain(
                low.doubleValue(), high.doubleValue(), log, log || step == null ? 0 : ((Number) step).doubleValue());
    }

    private static void change(ForeignTrial trial, Map<String, @Nullable Object> operation) {
        if (operation.get("state") instanceof Number state) {
            trial.state = STATES.get(state.intValue());
        }
        if (operation.get("values") instanceof List<?> values) {
            trial.values = reals(values);
        } else if (operation.get("value") instanceof Number value) {
            trial.values = List.of(value.doubleValue());
        }
        trial.start = time(operation.get("datetime_start"), trial.start);
        trial.end = time(operation.get("datetime_complete"), trial.end);
    }

    private static @Nullable Instant time(@Nullable Object text, @Nullable Instant otherwise) {
        return text == null ? otherwise : Times.read(text.toString());
    }

    private static void annotate(ForeignTrial trial, Map<String, @Nullable Object> notes) {
        notes.forEach((key, value) -> trial.notes.put(key, Objects.toString(value)));
    }

    private static void remember(ForeignTrial trial, Map<String, @Nullable Object> attributes) {
        if (attributes.get("constraints") instanceof List<?> constraints) {
            trial.constraints = reals(constraints);
        }
        map(attributes, "fixed_params").forEach((name, value) -> {
            if (value != null) {
                trial.asked.put(name, value);
            }
        });
    }

    private ForeignTrial trial(Map<String, @Nullable Object> operation) {
        return trials.get(number(operation, "trial_id").intValue());
    }

    private static List<Direction> directions(Map<String, @Nullable Object> operation) {
        List<?> numbers = (List<?>) Objects.requireNonNull(operation.get("directions"), "directions");
        return numbers.stream()
                .map(n -> ((Number) n).intValue() == 2 ? Direction.MAXIMIZE : Direction.MINIMIZE)
                .toList();
    }

    private static List<Double> reals(List<?> numbers) {
        return numbers.stream().map(n -> ((Number) n).doubleValue()).toList();
    }

    private static Number number(Map<String, @Nullable Object> map, String key) {
        return (Number) Objects.requireNonNull(map.get(key), key);
    }

    private static String text(Map<String, @Nullable Object> map, String key) {
        return Objects.toString(Objects.requireNonNull(map.get(key), key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(Map<String, @Nullable Object> map, String key) {
        Object nested = map.get(key);
        return nested == null ? new LinkedHashMap<>() : (Map<String, @Nullable Object>) nested;
    }
}
