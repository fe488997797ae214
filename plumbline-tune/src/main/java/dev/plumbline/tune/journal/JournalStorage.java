package dev.plumbline.tune.journal;

import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.storage.StudyEvent;
import dev.plumbline.tune.storage.StudyEvent.TrialAnnotated;
import dev.plumbline.tune.storage.StudyEvent.TrialFinished;
import dev.plumbline.tune.storage.StudyStorage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A study in a file, which every kill survives: an append-only journal in which each record has its length and
 * checksum. A record that was being written when its process was killed is cut off; everything before it stays. Several
 * processes on one machine (or on a file system that knows locks) may work on one file; each sees what the others have
 * done.
 *
 * <p>A trial that was running in a process which has since ended is told as failed, with a note, when the file is next
 * opened on that machine.
 *
 * <p>What is written survives the process, not a power cut: the system writes it to the disk in its own time, unless
 * {@link #durable} asks to wait for it with every exchange (milliseconds rather than microseconds).
 */
public final class JournalStorage implements StudyStorage {
    /** The key of the note on a trial whose process ended. */
    public static final String ABANDONED = "abandoned";

    private final Worker worker;
    private final Words words = new Words();
    private final EventCodec codec = new EventCodec(words);
    private final List<Worker> workers = new ArrayList<>();
    /** By trial, the number of the worker; as far as they are under way. */
    private final Map<Integer, Integer> running = new HashMap<>();

    private final RecordWriter records = new RecordWriter();
    private final boolean durable;
    private final Path path;
    private @Nullable RecordFile file;
    private boolean closed;
    private Consumer<StudyEvent> reader = event -> {};

    private JournalStorage(Path path, boolean durable, Worker worker) {
        this.path = path;
        this.durable = durable;
        this.worker = worker;
    }

    /**
     * The journal in a file; file and folders are made where they are missing.
     *
     * @throws IllegalArgumentException at its first use, if the file is of another kind
     * @throws java.io.UncheckedIOException at its first use, if it cannot be read or written
     */
    public static JournalStorage at(Path path) {
        return new JournalStorage(path, false, Worker.here());
    }

    /** The journal in a file; every exchange waits until what it wrote is on the disk. */
    public static JournalStorage durable(Path path) {
        return new JournalStorage(path, true, Worker.here());
    }

    /** As another process would have it. */
    static JournalStorage of(Path path, Worker worker) {
        return new JournalStorage(path, false, worker);
    }

    @Override
    public synchronized void exchange(Consumer<StudyEvent> reader, Supplier<List<StudyEvent>> own) {
        if (closed) {
            throw new IllegalStateException(path + ": the study's journal is closed");
        }
        boolean first = file == null;
        this.reader = reader;
        RecordFile open = file == null ? RecordFile.open(path, this::read) : file;
        file = open;
        open.locked(() -> {
            if (first) {
                giveUpAbandoned(open);
            }
            this.reader = event -> {};
            write(own.get(), open);
            return null;
        });
    }

    /** Bytes inside the file that went bad, and are stepped over; 0 in a sound file, and before the first exchange. */
    public synchronized long damagedBytes() {
        return file == null ? 0 : file.damagedBytes();
    }

    private void read(RecordReader payload) {
        RecordType type = RecordType.of(payload.one());
        if (type == RecordType.WORD) {
            words.learn(payload.text());
            return;
        }
        if (type == RecordType.WORKER) {
            workers.add(new Worker(payload.text(), payload.count(), payload.count()));
            return;
        }
        if (type == RecordType.STARTED || type == RecordType.RESUMED) {
            RecordReader ahead = payload.copy();
            running.put(ahead.small(), ahead.small());
        } else if (type == RecordType.FINISHED || type == RecordType.PAUSED) {
            running.remove(payload.copy().small());
        }
        reader.accept(codec.read(type, payload));
    }

    private void giveUpAbandoned(RecordFile open) {
        List<StudyEvent> events = new ArrayList<>();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Map<Integer, Boolean> ended = new HashMap<>();
        running.forEach((trial, number) -> {
            if (ended.computeIfAbsent(number, n -> workers.get(n).hasEnded())) {
                events.add(new TrialAnnotated(trial, ABANDONED, "its process ended before the trial did"));
                events.add(new TrialFinished(trial, TrialState.FAILED, List.of(), List.of(), now));
            }
        });
        write(events, open);
    }

    private void write(List<StudyEvent> events, RecordFile open) {
        if (events.isEmpty()) {
            return;
        }
        records.clear();
        try {
            int self = self();
            for (StudyEvent event : events) {
                codec.write(event, self, records);
            }
            open.append(records);
            if (durable) {
                open.force();
            }
        } finally {
            words.settle();
        }
    }

    private int self() {
        int known = workers.indexOf(worker);
        if (known < 0) {
            records.begin(RecordType.WORKER).text(worker.host()).count(worker.process());
            records.count(worker.began()).end();
            return workers.size();
        }
        return known;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (file != null) {
            file.close();
        }
    }
}
