package dev.plumbline.tune;

import dev.plumbline.tune.history.TrialRecord;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A trial beside another, for whoever searches by hand: what was changed, and what came of it.
 *
 * @param trial the one
 * @param other the other, such as the best so far
 * @param difference the one's value less the other's; NaN where one of them has none
 * @param changes the parameters in which they differ
 */
public record Comparison(TrialRecord trial, TrialRecord other, double difference, Map<String, Change> changes) {
    /**
     * What a parameter was in each.
     *
     * @param value in the one, or null where it has no such parameter
     * @param other in the other, or null
     */
    public record Change(@Nullable Object value, @Nullable Object other) {}

    static Comparison of(TrialRecord trial, TrialRecord other) {
        Map<String, Change> changes = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>(trial.parameters().keySet());
        names.addAll(other.parameters().keySet());
        for (String name : names) {
            Change change =
                    new Change(trial.parameters().get(name), other.parameters().get(name));
            if (!Objects.equals(change.value(), change.other())) {
                changes.put(name, change);
            }
        }
        double difference = trial.value().orElse(Double.NaN) - other.value().orElse(Double.NaN);
        return new Comparison(trial, other, difference, changes);
    }
}
