package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Modality;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.RememberingLab;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are kept from one walk for the next. */
class RememberingLabTest {
    private static final Dataset ROWS = Samples.classes(Shape.of(12), Modality.TABULAR, 200, 3, 0);
    private static final Experiment MLP = Trials.of(ROWS, "mlp", Map.of("hidden", List.of(16)));

    @TempDir
    private Path folder;

    /** Tells whether steps were really done. */
    private static final class Counting implements Observer {
        private int told;

        @Override
        public void onStep(long step, long totalSteps, double loss) {
            told++;
        }
    }

    private Run run(Experiment experiment, RunRequest request, Observer observer) {
        try (RememberingLab lab = new RememberingLab(Trials.lab(ROWS), folder)) {
            return lab.run(experiment, request, observer);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    void aRunIsGivenAgainByTheNextLab_withAllThatWasSeen() {
        RunRequest request = RunRequest.full(Trials.minute());
        Run first = run(MLP, request, Observer.SILENT);
        Counting counting = new Counting();
        Run again = run(MLP, request, counting);
        assertThat(counting.told).isZero();
        assertThat(again.trace().equals(first.trace())).isTrue();
        assertThat(again.predictions().equals(first.predictions())).isTrue();
        assertThat(again.parameters().equals(first.parameters())).isTrue();
        assertThat(again.outcome()).isEqualTo(first.outcome());
        assertThat(again.provenance()).isEqualTo(first.provenance());
        assertThat(again.time()).isEqualTo(first.time());
        assertThat(again.steps()).isEqualTo(first.steps());
    }

    @Test
    void anotherExperimentOrRequestIsRun() {
        RunRequest request = RunRequest.full(Trials.minute());
        run(MLP, request, Observer.SILENT);
        Counting counting = new Counting();
        run(MLP.withTraining(MLP.training().withSeed(99)), request, counting);
        assertThat(counting.told).isPositive();
        Counting shorter = new Counting();
        Run some = run(MLP, RunRequest.full(Trials.minute().withSteps(7)), shorter);
        assertThat(some.steps()).isEqualTo(7);
        assertThat(shorter.told).isPositive();
    }

    @Test
    void whatTimeEndedIsNotKept() {
        run(
                MLP.withTraining(MLP.training().withEpochs(100_000)),
                RunRequest.full(Budget.of(Duration.ofMillis(50))),
                Observer.SILENT);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aDamagedOrTruncatedFileIsRunAgainAndMended() throws IOException {
        RunRequest request = RunRequest.full(Trials.minute());
        Run first = run(MLP, request, Observer.SILENT);
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int cut = 0; cut < whole.length; cut += Math.max(1, whole.length / 23)) {
            Files.write(file, Arrays.copyOf(whole, cut));
            assertThat(run(MLP, request, Observer.SILENT).trace().losses())
                    .isEqualTo(first.trace().losses());
            assertThat(Files.readAllBytes(file)).hasSameSizeAs(whole);
        }
        for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 23)) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x55;
            Files.write(file, flipped);
            Counting counting = new Counting();
            assertThat(run(MLP, request, counting).trace().losses())
                    .isEqualTo(first.trace().losses());
            assertThat(counting.told).isPositive();
        }
    }
}
