package dev.plumbline.cli;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.ExperimentFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a person points the command at: an experiment file or its folder, or a data file alone.
 *
 * @param draft what it says
 * @param file the experiment file, or the data file
 * @param folder where reports go unless told otherwise
 */
record Subject(Draft draft, Path file, Path folder) {
    /** @throws UnusableInputException if nothing was given */
    static Subject given(@Nullable Path path) {
        if (path == null) {
            throw new UnusableInputException(
                    "PATH",
                    "an experiment, its folder or a data file",
                    "nothing",
                    "Try `plumbline run examples/digits`.");
        }
        return of(path);
    }

    static Subject of(Path path) {
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            return new Subject(ExperimentFile.read(path), absolute.resolve(ExperimentFile.NAME), absolute);
        }
        Path folder = absolute.getParent() == null ? absolute : absolute.getParent();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".yaml") || lower.endsWith(".yml") || !Files.exists(path)) {
            return new Subject(ExperimentFile.read(path), absolute, folder);
        }
        if (!Files.isRegularFile(path)) {
            throw new UnusableInputException(
                    path.toString(),
                    "an experiment file, its folder or a data file",
                    "something else",
                    "Name one of them.");
        }
        return new Subject(Draft.of(name.replaceFirst("\\.[^.]*$", ""), DataPlan.of(absolute)), absolute, folder);
    }
}
