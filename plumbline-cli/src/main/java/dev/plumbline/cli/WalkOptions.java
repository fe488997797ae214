package dev.plumbline.cli;

import dev.plumbline.debug.search.Workers;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.Draft;
import dev.plumbline.torch.TorchSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What every command that runs an experiment takes. */
final class WalkOptions {
    private static final Duration DEFAULT_BUDGET = Duration.ofMinutes(5);

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PATH",
            description = "An experiment file, its folder, or a data file (.csv, .tsv, .npz).")
    @Nullable
    Path path;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the reports go; beside the experiment by default.")
    @Nullable
    Path out;

    @Option(
            names = "--budget",
            paramLabel = "TIME",
            description = "Wall time for everything that may be tried: 90s, 5m, 1h; overrides the experiment's.")
    @Nullable
    String budget;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = Threads.class,
            description = "Threads for one operation; one by default.")
    @Nullable
    Integer threads;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            converter = Threads.class,
            description = "Edited experiments that are tried side by side; as many as the cores allow by default.")
    @Nullable
    Integer jobs;

    @Option(
            names = "--no-cache",
            description = "Run everything anew; by default finished runs are kept in .plumbline beside the reports.")
    boolean noCache;

    @Option(names = "--no-search", description = "Run and compare only; test no causes where something is wrong.")
    boolean noSearch;

    @Option(names = "--no-color", description = "No colour; NO_COLOR in the environment does the same.")
    boolean noColor;

    /** The wall time: as the command says, else as the experiment does. */
    Budget budgetOf(Draft draft) {
        return budget == null
                ? Objects.requireNonNullElse(draft.budget(), Budget.of(DEFAULT_BUDGET))
                : Budget.parse(budget, "--budget");
    }

    /** How many edits are tried side by side; more than four would mostly wait for memory. */
    Workers workers() {
        int cores = Runtime.getRuntime().availableProcessors() / torchSettings().threads();
        return new Workers(jobs == null ? Math.max(1, Math.min(4, cores)) : jobs);
    }

    /** The engine's settings. */
    TorchSettings torchSettings() {
        return threads == null
                ? TorchSettings.standard()
                : TorchSettings.standard().withThreads(threads);
    }

    /** A number of threads. */
    static final class Threads implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9][0-9]{0,3}")) {
                throw new TypeConversionException("expected a whole number of at least 1, found \"" + text + "\"");
            }
            return Integer.valueOf(text);
        }
    }
}
