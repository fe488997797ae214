package dev.plumbline.lab;

import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Experiment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A run taken apart for keeping: all but its experiment, which whoever asks for it has. */
final class KeptRun {
    private KeptRun() {}

    static List<Object> parts(Run run) {
        return Arrays.asList(
                run.outcome(),
                run.trace(),
                run.predictions(),
                run.parameters(),
                run.time(),
                run.steps(),
                run.provenance(),
                run.otherPredictions());
    }

    @SuppressWarnings("unchecked") // a part of another type fails the cast of its first use, as damage does
    static Run of(List<?> parts, Experiment experiment) {
        return new Run(
                experiment,
                (Outcome) parts.get(0),
                (Trace) parts.get(1),
                (Map<SplitName, Predictions>) parts.get(2),
                (Map<String, Tensor>) parts.get(3),
                (Duration) parts.get(4),
                (Long) parts.get(5),
                (Run.Provenance) parts.get(6),
                (Map<String, Map<SplitName, Predictions>>) parts.get(7));
    }

    /** Deletes the oldest files of a folder until the rest is small enough. */
    static void limit(Path folder, String ending, long mostBytes) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(f -> f.toString().endsWith(ending)).forEach(files::add);
        }
        try {
            long bytes = files.stream().mapToLong(KeptRun::size).sum();
            files.sort(Comparator.comparingLong(KeptRun::age));
            for (Path file : files) {
                if (bytes <= mostBytes) {
                    return;
                }
                bytes -= size(file);
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0; // another process has just deleted it
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long age(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
