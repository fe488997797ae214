package dev.plumbline.cli;

import dev.plumbline.UnusableInputException;
import dev.plumbline.WholeFile;
import dev.plumbline.cli.tune.Bench;
import dev.plumbline.cli.tune.Sensitivity;
import dev.plumbline.cli.tune.TuneJson;
import dev.plumbline.cli.tune.TuneResult;
import dev.plumbline.cli.tune.TuneSamplers;
import dev.plumbline.cli.tune.TuneSection;
import dev.plumbline.cli.tune.TuneText;
import dev.plumbline.cli.tune.Tuned;
import dev.plumbline.cli.tune.Tuner;
import dev.plumbline.cli.tune.page.TunePage;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Labelled;
import dev.plumbline.experiment.SplitPlan;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.RememberingLab;
import dev.plumbline.report.JsonDocument;
import dev.plumbline.torch.TorchLab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline tune}: searches for better settings, and says how far to believe what it found. */
@Command(
        name = "tune",
        description = {
            "Search for better settings: the learning rate, its schedule, the loss and the layers' sizes first.",
            "Trials are kept in .plumbline: a study that was ended goes on where it was."
        },
        mixinStandardHelpOptions = true)
final class TuneCommand implements Callable<Integer> {
    private static final int FEWEST_REPEATS = 3;
    private static final int MOST_REPEATS = 10;

    @Mixin
    private final WalkOptions options = new WalkOptions();

    @Option(
            names = "--trials",
            paramLabel = "N",
            converter = WalkOptions.Threads.class,
            description = "How many trials the study is to have, those of earlier runs counted; 50 by default.")
    int trials = 50;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            converter = WalkOptions.Threads.class,
            description = {
                "With how many other seeds the best and the original are run before a gain is believed;",
                "by default 3, and up to 10 where there is time."
            })
    @Nullable
    Integer repeats;

    @Option(
            names = "--sampler",
            paramLabel = "NAME",
            description = "How settings are chosen: " + TuneSamplers.NAMES + "; auto by default.")
    String sampler = "auto";

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the search; 0 by default.")
    long seed;

    @Option(
            names = "--sensitivity",
            paramLabel = "LEVEL",
            description = "Down to which usual sensitivity settings are tuned: high, medium (default) or low.")
    String sensitivity = "medium";

    @Option(
            names = "--enqueue",
            paramLabel = "EDITS",
            description = "Settings to try first, as `plumbline apply` takes them: \"learning-rate=0.01 dropout=0.2\".")
    List<String> enqueue = List.of();

    @Option(
            names = "--note",
            paramLabel = "TRIAL=TEXT",
            description = "A note on a trial, for the report: 7=\"swings at the end\".")
    Map<Integer, String> notes = Map.of();

    @Option(names = "--fresh", description = "Begin a new study; by default the one in .plumbline goes on.")
    boolean fresh;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The winning experiment; experiment-tuned.yaml beside the reports by default.")
    @Nullable
    Path output;

    @Override
    public Integer call() throws IOException {
        Subject subject = Subject.given(options.path);
        Deadline deadline = Deadline.in(options.budgetOf(subject.draft()).time());
        Path folder = new Session(options).reportFolder(subject);
        Path winner = output == null ? folder.resolve("experiment-tuned.yaml") : output;
        OutputFile.requireWritable(winner, "-o");
        Proposed start = Proposed.of(subject);
        Experiment experiment = start.experiment();
        requireValidation(experiment);
        Sensitivity least = Labelled.parse(Sensitivity.class, sensitivity, "--sensitivity");
        Tuned tuned = Tuned.of(
                experiment, start::network, folder.resolve("report.json"), least, TuneSection.of(subject.file()));
        Path journal = folder.resolve(".plumbline").resolve(tuned.journalName());
        if (fresh) {
            Files.deleteIfExists(journal);
        }
        Screen screen = Screen.of(options);
        TuneText text = new TuneText(screen.ink(), Screen.width());
        screen.print(text.plan(tuned.proposed()));
        long began = System.nanoTime();
        try (Interruption interruption = new Interruption(screen::interrupted);
                Lab lab = new RememberingLab(
                        new TorchLab(start.data(), start.networks(), options.torchSettings()),
                        folder.resolve(".plumbline"))) {
            Bench bench = new Bench(
                    experiment,
                    tuned.proposed(),
                    lab,
                    deadline,
                    options.workers().count(),
                    interruption::asked,
                    (what, done, total) ->
                            screen.progress(what, "trials", done, total, (System.nanoTime() - began) / 1e9));
            TuneResult result = new Tuner(
                            bench,
                            new Tuner.Wishes(
                                    journal,
                                    trials,
                                    repeats == null ? FEWEST_REPEATS : repeats,
                                    repeats == null ? MOST_REPEATS : repeats,
                                    TuneSamplers.named(sampler, seed),
                                    seed,
                                    enqueue.stream().map(tuned::configuration).toList(),
                                    notes))
                    .run();
            write(result, folder, winner);
            screen.print(text.result(result, winner));
            screen.print(List.of("", "Report: " + folder.resolve("tune.html")));
        }
        return 0;
    }

    private void write(TuneResult result, Path folder, Path winner) throws IOException {
        JsonDocument.write(new TuneJson(result).tree(), folder.resolve("tune.json"));
        WholeFile.write(folder.resolve("tune.html"), new TunePage(result, String.valueOf(options.path)).html());
        if (result.isWorthWriting()) {
            ExperimentFile.save(result.tuned(), winner);
        }
    }

    private static void requireValidation(Experiment experiment) {
        if (experiment.data().validation() instanceof SplitPlan.None) {
            throw new UnusableInputException(
                    "data.validation",
                    "a validation split to choose by",
                    "none",
                    "Leave the key out, and a tenth of train is held out.");
        }
    }
}
