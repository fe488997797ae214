package dev.plumbline.tune.storage;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Where the events of one study are kept. Several studies, in several processes, may share what one file holds. */
public interface StudyStorage extends AutoCloseable {
    /**
     * Reads and writes as one step that nobody can come between: first hands on every event that others have written
     * since the last call (at the first call: every event there is), then writes those of {@code own}, which are not
     * handed on. When it returns, they are kept as safely as this storage can.
     *
     * <p>The supplier is called once, after the reader has seen everything: what it writes may rest on that, such as
     * the next free number of a trial. May be called from several threads.
     *
     * @throws java.io.UncheckedIOException where the events could not be read or written; then none of {@code own} is
     *     kept
     */
    void exchange(Consumer<StudyEvent> reader, Supplier<List<StudyEvent>> own);

    @Override
    void close();

    /** Keeps nothing: the study lives as long as its object. */
    static StudyStorage inMemory() {
        return new InMemory();
    }
}
