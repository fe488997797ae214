package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Modality;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.RunRequest.Probing;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RepeatTest {
    private static final Dataset IMAGES = Samples.classes(Shape.of(1, 8, 8), Modality.IMAGE, 200, 3, 0.1);
    private static final Experiment RANDOM = Trials.of(IMAGES, "lenet", Map.of("dropout", 0.3, "batch-norm", true));

    @Test
    void an_equal_experiment_gives_an_equal_run_bit_for_bit() {
        Run first = Trials.run(RANDOM, IMAGES);
        Run second = Trials.run(RANDOM, IMAGES);
        assertThat(second.trace().losses()).isEqualTo(first.trace().losses());
        assertThat(second.trace().snapshots()).isEqualTo(first.trace().snapshots());
        assertThat(second.predictions()).isEqualTo(first.predictions());
        assertThat(second.parameters()).isEqualTo(first.parameters());
    }

    @Test
    void another_seed_gives_another_run() {
        Run first = Trials.run(RANDOM, IMAGES);
        Run second = Trials.run(RANDOM.withTraining(RANDOM.training().withSeed(8)), IMAGES);
        assertThat(second.trace().losses()).isNotEqualTo(first.trace().losses());
    }

    @Test
    void what_is_looked_at_does_not_change_what_happens() {
        RunRequest blind = new RunRequest(Trials.minute(), Probing.NONE, Set.of(), false, 0);
        RunRequest watched = new RunRequest(Trials.minute(), Probing.EVERY_STEP, Set.of(), true, 0);
        float[] unseen = Trials.run(RANDOM, IMAGES, blind).trace().losses();
        assertThat(Trials.run(RANDOM, IMAGES, watched).trace().losses()).isEqualTo(unseen);
    }

    @Test
    void runs_side_by_side_do_not_disturb_each_other() {
        float[] alone = Trials.run(RANDOM, IMAGES).trace().losses();
        try (TorchLab lab = Trials.lab(IMAGES)) {
            var one = CompletableFuture.supplyAsync(() -> run(lab));
            var two = CompletableFuture.supplyAsync(() -> run(lab));
            assertThat(one.join().trace().losses()).isEqualTo(alone);
            assertThat(two.join().trace().losses()).isEqualTo(alone);
        }
    }

    private static Run run(TorchLab lab) {
        return lab.run(RANDOM, RunRequest.full(Trials.minute()), dev.plumbline.lab.Observer.SILENT);
    }
}
