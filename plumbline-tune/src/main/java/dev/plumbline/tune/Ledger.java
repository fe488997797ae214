package dev.plumbline.tune;

import dev.plumbline.tune.storage.StudyEvent;
import dev.plumbline.tune.storage.StudyStorage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The study's state together with its storage: what is written is kept first, and applied then. For many threads. */
final class Ledger {
    private final StudyStorage storage;
    private final StudyState state = new StudyState();

    Ledger(StudyStorage storage) {
        this.storage = storage;
    }

    /** Writes the events that the state, brought up to date, calls for. */
    synchronized void write(Function<StudyState, List<StudyEvent>> events) {
        List<StudyEvent> own = new ArrayList<>();
        storage.exchange(state::apply, () -> {
            own.addAll(events.apply(state));
            return own;
        });
        own.forEach(state::apply);
    }

    synchronized <T> T read(Function<StudyState, T> question) {
        return question.apply(state);
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    void close() {
        storage.close();
    }
}
