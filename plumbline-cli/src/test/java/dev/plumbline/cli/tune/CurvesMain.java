package dev.plumbline.cli.tune;

import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.Trace.Epoch;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.torch.TorchLab;
import dev.plumbline.torch.TorchSettings;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.sampler.RandomSampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Trains random configurations of the space that {@code plumbline tune} proposes for an example, and writes each one's
 * learning curve as a line: number, edits, score on validation and on test of the epoch that was kept, epochs that the
 * plan allows, seconds, the validation scores after each epoch. Goes on where an earlier run ended.
 */
public final class CurvesMain {
    private static final long SEED = 5;

    private CurvesMain() {}

    /** @param arguments folder of the example, file to write, how many, and what to keep as it is */
    public static void main(String[] arguments) throws IOException {
        TuneFixture fixture = TuneFixture.at(Path.of(arguments[0]));
        Path file = Path.of(arguments[1]);
        int count = Integer.parseInt(arguments[2]);
        String section = arguments.length > 3 ? "tune: {" + arguments[3] + "}" : "";
        Proposed proposed = fixture.tuned(Files.createTempDirectory("curves"), section, Sensitivity.MEDIUM)
                .proposed();
        if (!Files.exists(file)) {
            boolean rises = fixture.experiment().goal().metric().higherIsBetter();
            append(file, (rises ? "maximize" : "minimize") + ",edits,validation,test,epochs,seconds,scores");
        }
        int done = Files.readAllLines(file).size() - 1;
        try (TorchLab lab = new TorchLab(fixture.data(), NetworkFactory.standard(), TorchSettings.standard())) {
            for (int i = done; i < count; i++) {
                Map<String, Object> configuration = i == 0
                        ? proposed.current()
                        : new RandomSampler()
                                .suggest(
                                        History.minimizing(List.of()),
                                        proposed.space(),
                                        new SplittableRandom(SEED * 1_000_003 + i).split());
                Experiment edited = proposed.apply(configuration, fixture.experiment());
                int[] planned = {0};
                Run run = lab.run(edited, request(), new Observer() {
                    @Override
                    public void onEpoch(Epoch epoch, int totalEpochs) {
                        planned[0] = totalEpochs;
                    }
                });
                append(file, line(i, proposed.edits(configuration), run, planned[0]));
                System.err.println(arguments[0] + " " + i + " " + run.time().toMillis() + " ms");
            }
        }
    }

    private static RunRequest request() {
        return new RunRequest(
                Budget.of(Duration.ofMinutes(5)),
                RunRequest.Probing.NONE,
                Set.of(SplitName.VALIDATION, SplitName.TEST),
                true,
                0);
    }

    private static String line(int number, List<String> edits, Run run, int planned) {
        String scores = run.trace().epochs().stream()
                .filter(epoch -> epoch.number() > 0)
                .map(epoch -> number(epoch.validationScore()))
                .collect(Collectors.joining(" "));
        return String.join(
                ",",
                String.valueOf(number),
                String.join(" ", edits),
                number(run.score(SplitName.VALIDATION).orElse(Double.NaN)),
                number(run.score(SplitName.TEST).orElse(Double.NaN)),
                String.valueOf(planned),
                String.format(Locale.ROOT, "%.2f", run.time().toMillis() / 1e3),
                scores);
    }

    private static String number(@org.jspecify.annotations.Nullable Double value) {
        return value == null || value.isNaN() ? "nan" : String.format(Locale.ROOT, "%.5g", value);
    }

    private static void append(Path file, String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
