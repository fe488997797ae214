package dev.plumbline.tune.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * An append-only file of records that several processes share. Whoever writes holds the file's lock, has read what the
 * others wrote, and puts all its records down in one write. A process that is killed at any byte leaves at most a torn
 * tail, which nobody takes for a record, and which the next writer cuts off.
 *
 * <p>Not thread-safe. An interrupt does it no harm, since it works without interruptible channels.
 */
final class RecordFile implements Closeable {
    private static final int CHUNK = 1 << 20;
    private static final long LONGEST_PAUSE_NANOS = 1_000_000;

    private final Path path;
    private final RandomAccessFile file;
    private final Sink sink;
    /** As far as has been read, or written. */
    private long position;

    private long damaged;

    /** Takes records as they stand in the file, this process's own too. */
    @FunctionalInterface
    interface Sink {
        void record(RecordReader payload);
    }

    private RecordFile(Path path, RandomAccessFile file, Sink sink) {
        this.path = path;
        this.file = file;
        this.sink = sink;
    }

    /**
     * Opens a file, makes it where there is none, and hands on its records.
     *
     * @throws IllegalArgumentException if it is a file of another kind
     */
    static RecordFile open(Path path, Sink sink) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            RecordFile records = new RecordFile(path, file, sink);
            try {
                records.locked(() -> null);
                return records;
            } catch (RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw failed(path, "opened", e);
        }
    }

    /** Bytes inside the file that are no sound record; they are stepped over, and left as they are. */
    long damagedBytes() {
        return damaged;
    }

    /**
     * Hands on what other processes have written since; takes no lock, and so leaves a record alone that is under way.
     */
    void refresh() {
        try {
            read(false);
        } catch (IOException e) {
            throw failed(path, "read", e);
        }
    }

    /** Holds the lock, hands on what others have written, and does the work, which may append. */
    <T> T locked(Supplier<T> work) {
        try {
            FileLock lock = lock();
            try {
                read(true);
                return work.get();
            } finally {
                lock.release();
            }
        } catch (IOException e) {
            throw failed(path, "locked and read", e);
        }
    }

    /**
     * Appends records that {@link #locked} work made, and hands them on; after a failed write nothing is left of them.
     */
    void append(RecordWriter records) {
        int length = records.length();
        try {
            file.seek(position);
            file.write(records.bytes(), 0, length);
        } catch (IOException e) {
            try {
                file.setLength(position);
            } catch (IOException again) {
                e.addSuppressed(again); // the torn tail is cut off later
            }
            throw failed(path, "written", e);
        }
        handOn(records.bytes(), 0, length, false);
        position += length;
    }

    /** Waits until all is on the disk. */
    void force() {
        try {
            file.getFD().sync();
        } catch (IOException e) {
            throw failed(path, "forced to the disk", e);
        }
    }

    private FileLock lock() throws IOException {
        for (long pause = 10_000; ; pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS)) {
            try {
                FileLock lock = file.getChannel().tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException held) {
                // by another study of this process on the same file: wait for it like for any other
            }
            LockSupport.parkNanos(pause);
        }
    }

    /** @param alone whether the lock is held: only then is a tail known to be torn rather than under way */
    private void read(boolean alone) throws IOException {
        if ((position == 0 && !begin(alone)) || position == file.length()) {
            return;
        }
        int held = 0;
        long from = position;
        byte[] chunk = new byte[(int) Math.max(RecordFormat.HEADER, Math.min(CHUNK, file.length() - from))];
        while (true) {
            file.seek(from + held);
            int wanted = (int) Math.min(chunk.length - held, file.length() - from - held);
            int got = wanted <= 0 ? 0 : Math.max(0, file.read(chunk, held, wanted));
            held += got;
            boolean last = from + held >= file.length();
            int used = handOn(chunk, 0, held, last && alone);
            System.arraycopy(chunk, used, chunk, 0, held - used);
            held -= used;
            from += used;
            if (last) {
                break;
            }
            if (used == 0 && held == chunk.length) {
                chunk = Arrays.copyOf(chunk, Math.min(2 * chunk.length, RecordFormat.LONGEST + CHUNK));
            }
        }
        position = from;
        if (alone && held > 0) {
            file.setLength(position);
        }
    }

    /** Looks at the file's first bytes, or writes them. @return whether records may follow */
    private boolean begin(boolean alone) throws IOException {
        byte[] magic = RecordFormat.magic();
        byte[] found = new byte[magic.length];
        file.seek(0);
        int got = Math.max(0, file.read(found));
        if (!RecordFormat.isMagic(found, got)) {
            throw new IllegalArgumentException(path
                    + ": a study's journal is expected, found a file that begins with \""
                    + new String(found, 0, got, java.nio.charset.StandardCharsets.ISO_8859_1).replaceAll("\\s+", " ")
                    + "\". " + (found[0] == '{' ? "OptunaImport reads Optuna's journals." : "Name another file."));
        }
        if (got < magic.length) {
            if (!alone) {
                return false;
            }
            file.seek(0);
            file.write(magic);
        }
        position = magic.length;
        return true;
    }

    /**
     * Hands on the sound records.
     *
     * @param last whether nothing can follow, so that what goes on behind the end is torn or damaged
     * @return bytes that are dealt with
     */
    private int handOn(byte[] bytes, int from, int end, boolean last) {
        int at = from;
        while (at < end) {
            int payload = RecordFormat.payload(bytes, at, end);
            if (payload >= 0) {
                sink.record(new RecordReader(bytes, at + RecordFormat.HEADER, payload));
                at += RecordFormat.HEADER + payload;
                continue;
            }
            if (!last && RecordFormat.goesOn(bytes, at, end)) {
                break;
            }
            int next = next(bytes, at + 1, end, last);
            if (next < 0) {
                break;
            }
            damaged += next - at;
            at = next;
        }
        return at - from;
    }

    /** Where a sound record begins again, or may begin. */
    private static int next(byte[] bytes, int from, int end, boolean last) {
        for (int at = from; at < end; at++) {
            if (RecordFormat.payload(bytes, at, end) >= 0 || (!last && RecordFormat.goesOn(bytes, at, end))) {
                return at;
            }
        }
        return -1;
    }

    private static UncheckedIOException failed(Path path, String what, IOException cause) {
        return new UncheckedIOException(
                path + ": the study's journal could not be " + what + " (" + cause.getMessage()
                        + "). Mend its place, its permissions or the room on the disk.",
                cause);
    }

    /**
     * Closes the file. It waits for the lock, since on POSIX closing one handle drops the locks of all of a process.
     */
    @Override
    public void close() {
        try {
            lock();
            file.close();
        } catch (IOException e) {
            throw failed(path, "closed", e);
        }
    }
}
