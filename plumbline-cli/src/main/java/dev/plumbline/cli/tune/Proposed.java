package dev.plumbline.cli.tune;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.tune.space.Space;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is tuned, and what is not and why.
 *
 * @param knobs the most sensitive first
 * @param leftOut name to reason
 */
public record Proposed(List<Knob> knobs, Map<String, String> leftOut) {
    public Proposed {
        knobs = List.copyOf(knobs);
        leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
    }

    /** The knobs of at least this sensitivity; the others are left out. */
    Proposed down(Sensitivity least) {
        Map<String, String> out = new LinkedHashMap<>(leftOut);
        knobs.stream()
                .filter(k -> k.sensitivity().compareTo(least) > 0)
                .forEach(k -> out.put(k.name(), "it usually matters little (--sensitivity low takes it in)"));
        return new Proposed(
                knobs.stream()
                        .filter(k -> k.sensitivity().compareTo(least) <= 0)
                        .toList(),
                out);
    }

    /** The space of all knobs. */
    public Space space() {
        Space space = Space.empty();
        for (Knob knob : knobs) {
            space = space.with(knob.name(), knob.domain());
        }
        return space;
    }

    /** What the experiment has of each. */
    Map<String, Object> current() {
        Map<String, Object> current = new LinkedHashMap<>();
        knobs.forEach(knob -> current.put(knob.name(), knob.current()));
        return current;
    }

    /**
     * The experiment with a configuration's edits made: what changes the network first, the rate last, since another
     * optimizer brings its own.
     */
    Experiment apply(Map<String, Object> configuration, Experiment experiment) {
        Interventions interventions = Interventions.standard();
        Experiment edited = experiment;
        for (int i = knobs.size() - 1; i >= 0; i--) {
            Knob knob = knobs.get(i);
            Object value = configuration.get(knob.name());
            if (value != null) {
                boolean brought = knob.name().equals("learning-rate");
                edited = brought
                                && !edited.training()
                                        .optimizer()
                                        .name()
                                        .equals(experiment
                                                .training()
                                                .optimizer()
                                                .name())
                        ? interventions.parse(knob.edit().apply(value)).apply(edited)
                        : knob.intervention(value, interventions)
                                .map(applied(edited))
                                .orElse(edited);
            }
        }
        return edited;
    }

    private static java.util.function.Function<dev.plumbline.intervention.Intervention, Experiment> applied(
            Experiment experiment) {
        return intervention -> intervention.apply(experiment);
    }

    /** The edits of a configuration as {@code plumbline apply} takes them. */
    public List<String> edits(Map<String, Object> configuration) {
        Interventions interventions = Interventions.standard();
        return knobs.stream()
                .filter(knob -> configuration.containsKey(knob.name()))
                .flatMap(
                        knob -> knob
                                .intervention(
                                        java.util.Objects.requireNonNull(configuration.get(knob.name())), interventions)
                                .stream())
                .map(intervention -> intervention.name())
                .toList();
    }
}
