package dev.plumbline.cli;

import dev.plumbline.UnusableInputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a command is to write, looked at before the work is done. */
final class OutputFile {
    private OutputFile() {}

    /**
     * Throws unless the file's folder can be written.
     *
     * @param option by which another can be named
     */
    static void requireWritable(Path file, String option) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UnusableInputException(
                    file.toString(),
                    "a file in a folder that can be written",
                    folder != null && Files.isDirectory(folder) ? "one that cannot" : "no such folder",
                    "Name another with " + option + ", or make the folder first.");
        }
    }

    /** Throws if there is such a file, unless the person said to overwrite it. */
    static void requireNew(Path file, boolean force, String option) {
        if (Files.exists(file) && !force) {
            throw new UnusableInputException(
                    file.toString(),
                    "a file that is not there yet",
                    "one that is",
                    "Name another with " + option + ", or say --force.");
        }
    }
}
