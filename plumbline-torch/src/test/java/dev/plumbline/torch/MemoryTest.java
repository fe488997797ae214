package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Modality;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.RunRequest.Probing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Native memory stays what it is, however long training goes on. */
@EnabledOnOs(OS.LINUX)
class MemoryTest {
    private static final Dataset ROWS = Samples.classes(Shape.of(64), Modality.TABULAR, 1_000, 10, 0.2);
    private static final long SETTLED = 1_000;

    /** Resident megabytes outside the Java heap grow with leaked tensors; the heap itself may come and go. */
    private static double growth(long steps, Probing probing) {
        Experiment experiment = Trials.of(ROWS, "mlp", Map.of("hidden", List.of(128)));
        Experiment endless = experiment.withTraining(experiment.training().withEpochs(1_000_000));
        Watch watch = new Watch();
        try (TorchLab lab = Trials.lab(ROWS)) {
            RunRequest request =
                    new RunRequest(Budget.of(Duration.ofMinutes(20)).withSteps(steps), probing, Set.of(), false, 0);
            lab.run(endless, request, watch);
        }
        return watch.last - watch.first;
    }

    private static final class Watch implements Observer {
        private double first;
        private double last;

        @Override
        public void onStep(long step, long totalSteps, double loss) {
            if (first == 0 && step >= SETTLED || step == totalSteps || step % 1_000 < 100) {
                last = resident() - Runtime.getRuntime().totalMemory() / 1e6;
                first = first == 0 && step >= SETTLED ? last : first;
            }
        }
    }

    private static double resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(l -> l.startsWith("VmRSS:"))
                    .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) * 1024 / 1e6)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the resident memory failed", e);
        }
    }

    @Test
    void some_thousand_steps_leave_nothing_behind() {
        // leaked batches of one step alone would be 100 MB
        assertThat(growth(3_000, Probing.NONE)).isLessThan(25);
    }

    @Test
    @Tag("soak")
    void twenty_thousand_steps_with_probes_leave_nothing_behind() {
        assertThat(growth(20_000, Probing.SAMPLED)).isLessThan(10);
    }
}
