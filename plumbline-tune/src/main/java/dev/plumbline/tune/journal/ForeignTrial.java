package dev.plumbline.tune.journal;

import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.storage.StudyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A trial as another program had it, while it is put together. */
final class ForeignTrial {
    final Map<String, Object> parameters = new LinkedHashMap<>();
    final Map<String, Object> asked = new LinkedHashMap<>();
    final TreeMap<Integer, Double> reports = new TreeMap<>();
    final Map<String, String> notes = new LinkedHashMap<>();
    List<Double> values = List.of();
    List<Double> constraints = List.of();
    TrialState state = TrialState.RUNNING;

    @Nullable
    Instant start;

    @Nullable
    Instant end;

    /** The events of this trial; one that was under way can go on nowhere, and so has failed. */
    List<StudyEvent> events(int number, int objectives) {
        List<StudyEvent> events = new ArrayList<>();
        if (state == TrialState.WAITING || !asked.isEmpty()) {
            events.add(new StudyEvent.TrialEnqueued(number, asked));
        }
        if (state != TrialState.WAITING) {
            begun(number, events);
        }
        notes.forEach((key, text) -> events.add(new StudyEvent.TrialAnnotated(number, key, text)));
        if (state != TrialState.WAITING) {
            events.add(end(number, objectives));
        }
        return events;
    }

    private void begun(int number, List<StudyEvent> events) {
        events.add(new StudyEvent.TrialStarted(number, start == null ? Instant.EPOCH : start));
        if (!parameters.isEmpty()) {
            events.add(new StudyEvent.ParametersChosen(number, parameters));
        }
        reports.forEach((step, value) -> events.add(new StudyEvent.ValueReported(number, step, value)));
        if (!state.isFinished()) {
            events.add(new StudyEvent.TrialAnnotated(
                    number, JournalStorage.ABANDONED, "it was under way when the study was imported"));
        }
    }

    private StudyEvent end(int number, int objectives) {
        boolean whole = values.size() == objectives && values.stream().noneMatch(value -> value.isNaN());
        TrialState last = state.isFinished() && (whole || state != TrialState.COMPLETE) ? state : TrialState.FAILED;
        List<Double> told = whole && last != TrialState.FAILED ? values : pruned(last, objectives);
        Instant time = end != null ? end : start != null ? start : Instant.EPOCH;
        return new StudyEvent.TrialFinished(number, last, told, constraints, time);
    }

    /** A pruned trial's value is what it reported last. */
    private List<Double> pruned(TrialState last, int objectives) {
        if (last != TrialState.PRUNED || objectives != 1 || reports.isEmpty()) {
            return List.of();
        }
        double value = reports.lastEntry().getValue();
        return Double.isNaN(value) ? List.of() : List.of(value);
    }
}
