package dev.plumbline.tune;

import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A trial that is not finished, and so may still change. */
final class OpenTrial {
    final int number;
    final Map<String, Object> parameters = new LinkedHashMap<>();
    final SortedMap<Integer, Double> intermediate = new TreeMap<>();
    final Map<String, String> notes = new LinkedHashMap<>();
    /** What whoever enqueued it asked for. */
    final Map<String, Object> asked;

    private TrialState state = TrialState.WAITING;
    private @Nullable Instant start;
    private @Nullable TrialRecord record;

    OpenTrial(int number, Map<String, Object> asked) {
        this.number = number;
        this.asked = asked;
    }

    void begin(Instant time) {
        state = TrialState.RUNNING;
        start = start == null ? time : start;
        changed();
    }

    void pause() {
        state = TrialState.PAUSED;
        changed();
    }

    void changed() {
        record = null;
    }

    TrialState state() {
        return state;
    }

    TrialRecord record() {
        if (record == null) {
            Map<String, Object> shown = state == TrialState.WAITING ? asked : parameters;
            record = new TrialRecord(number, state, shown, List.of(), List.of(), intermediate, notes, start, null);
        }
        return record;
    }

    TrialRecord finish(TrialState last, List<Double> values, List<Double> constraints, Instant end) {
        return new TrialRecord(number, last, parameters, values, constraints, intermediate, notes, start, end);
    }
}
