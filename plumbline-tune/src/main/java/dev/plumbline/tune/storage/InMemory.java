package dev.plumbline.tune.storage;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** There is nobody else who could have written, and nothing is read back. */
final class InMemory implements StudyStorage {
    @Override
    public void exchange(Consumer<StudyEvent> reader, Supplier<List<StudyEvent>> own) {
        Objects.requireNonNull(own.get(), "events");
    }

    @Override
    public void close() {
        // nothing is held
    }
}
