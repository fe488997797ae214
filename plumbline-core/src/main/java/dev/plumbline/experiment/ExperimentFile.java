package dev.plumbline.experiment;

import dev.plumbline.UnusableInputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * An experiment as a YAML file, {@code experiment.yaml} in a folder of its own. Every key has one spelling; an unknown
 * one is an error that names the nearest right one.
 *
 * <pre>{@code
 * Draft draft = ExperimentFile.read(Path.of("examples/digits"));
 * }</pre>
 */
public final class ExperimentFile {
    /** The file's name where a folder is given. */
    public static final String NAME = "experiment.yaml";

    /** Larger than any experiment a person writes; guards against reading data as YAML. */
    private static final long MAX_BYTES = 1 << 20;

    private ExperimentFile() {}

    /**
     * Reads an experiment file, or the {@value #NAME} of a folder. Paths in it are taken relative to the file.
     *
     * @throws UnusableInputException one line that says what is wrong, where, and what to do
     */
    public static Draft read(Path path) {
        Path file = Files.isDirectory(path) ? path.resolve(NAME) : path;
        try {
            if (Files.isRegularFile(file) && Files.size(file) > MAX_BYTES) {
                throw new UnusableInputException(
                        file.toString(),
                        "an experiment file of at most 1 MiB",
                        Files.size(file) + " bytes",
                        "Name the experiment file; data belong in files of their own.");
            }
            return parse(Files.readString(file), file);
        } catch (NoSuchFileException e) {
            String remedy = Files.isDirectory(path)
                    ? "Write one: `data: {train: train.csv}` is enough to start."
                    : "Check the path.";
            throw UnusableInputException.because(file + ": no such file. " + remedy, e);
        } catch (AccessDeniedException e) {
            throw UnusableInputException.because(
                    file + ": no permission to read it. Give yourself read permission.", e);
        } catch (CharacterCodingException e) {
            throw UnusableInputException.because(
                    file + ": expected UTF-8 text, found other bytes. Name the experiment file, not a data file.", e);
        } catch (IOException e) {
            throw UnusableInputException.because(file + ": could not be read (" + e.getMessage() + ").", e);
        }
    }

    /**
     * Reads an experiment from text.
     *
     * @param file the file it is from: errors name it, and paths are relative to it
     */
    public static Draft parse(String yaml, Path file) {
        String name = file.getFileName() == null
                ? file.toString()
                : file.getFileName().toString();
        return new ExperimentReader(file).read(Settings.of(name, YamlReader.read(yaml, name)));
    }

    /**
     * One section of an experiment file that is not the experiment's own; empty where the file has none, or is no
     * experiment file.
     */
    public static Settings section(Path file, String name) {
        String called = String.valueOf(file.getFileName());
        if (!called.endsWith(".yaml") && !called.endsWith(".yml")) {
            return Settings.none(name);
        }
        try {
            return Settings.of(called, YamlReader.read(Files.readString(file), called))
                    .nested(name)
                    .orElseGet(() -> Settings.none(name));
        } catch (IOException e) {
            throw UnusableInputException.because(file + ": could not be read (" + e.getMessage() + ").", e);
        }
    }

    /** The experiment as YAML, every setting written out; data paths relative to the folder where they lie in it. */
    public static String write(Experiment experiment, Path folder) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return new Yaml(options).dump(ExperimentWriter.tree(experiment, folder));
    }

    /** Writes {@link #write} to a file, whole or not at all. */
    public static void save(Experiment experiment, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path unfinished = Files.createTempFile(folder, ".experiment", ".tmp");
        try {
            Files.writeString(unfinished, write(experiment, folder == null ? file : folder));
            moveOver(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void moveOver(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
