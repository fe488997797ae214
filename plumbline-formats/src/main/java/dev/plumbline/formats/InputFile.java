package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Spelling;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A file that is there, is a file, may be read and is not empty. */
record InputFile(Path path) {
    /** Enough names to find a misspelt one, without walking a folder of a million files. */
    private static final int NAMES = 10_000;

    /** Reading that may fail for reasons of the file system. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** @throws UnusableInputException if it is not there, a folder, empty, or may not be read */
    static InputFile open(Path path) {
        InputFile file = new InputFile(path);
        return file.guarded(() -> {
            if (Files.isDirectory(path)) {
                throw new UnusableInputException(
                        path.toString(), "a data file", "a folder", "Name a file in it" + file.dataFilesWithin() + ".");
            }
            if (Files.notExists(path)) {
                throw new NoSuchFileException(path.toString());
            }
            if (!Files.isReadable(path)) {
                throw new AccessDeniedException(path.toString());
            }
            if (Files.size(path) == 0) {
                throw new UnusableInputException(
                        path.toString(), "data", "an empty file", "Write the file again, or name another one.");
            }
            return file;
        });
    }

    /** The name without its folders, as messages about the content use it. */
    String name() {
        Path last = path.getFileName();
        return last == null ? path.toString() : last.toString();
    }

    /** The first bytes, at most as many as asked for. */
    byte[] start(int count) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(count);
        }
    }

    /** Turns what the file system has to say into a line for a person. */
    <T> T guarded(Reading<T> reading) {
        try {
            return reading.read();
        } catch (NoSuchFileException e) {
            throw UnusableInputException.because(path + ": no such file. " + nearest(), e);
        } catch (AccessDeniedException e) {
            throw UnusableInputException.because(
                    path + ": no permission to read it. Give yourself read permission.", e);
        } catch (IOException e) {
            throw UnusableInputException.because(
                    path + ": could not be read (" + e.getMessage() + "). Check the disk and write the file again.", e);
        }
    }

    private String nearest() {
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "Its folder does not exist either; check the path.";
        }
        List<String> names = names(folder);
        return names.isEmpty()
                ? "Its folder is empty; check the path."
                : "Did you mean `" + Spelling.nearest(name(), names) + "`?";
    }

    private String dataFilesWithin() {
        List<String> files = names(path).stream()
                .filter(name -> Files.isRegularFile(path.resolve(name)))
                .limit(3)
                .toList();
        return files.isEmpty() ? "" : ": " + String.join(", ", files);
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.limit(NAMES)
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            // the names are only a courtesy beside the fault itself
            return List.of();
        }
    }
}
