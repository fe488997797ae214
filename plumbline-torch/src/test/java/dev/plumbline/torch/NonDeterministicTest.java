package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Shape;
import dev.plumbline.evaluate.NonDeterministic;
import dev.plumbline.evaluate.RepeatedStep;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Modality;
import dev.plumbline.finding.Severity;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NonDeterministicTest {
    private static final Dataset IMAGES = Samples.classes(Shape.of(1, 8, 8), Modality.IMAGE, 200, 3, 0.1);
    private static final Experiment DROPPING = Trials.of(IMAGES, "lenet", Map.of("dropout", 0.3, "batch-norm", true));

    private static Run step(Experiment experiment) {
        return Trials.run(experiment, IMAGES, RunRequest.oneStep());
    }

    @Test
    void aStepThatOnlyItsSeedDecides_isTheSameTwice_andNothingIsSaid() {
        assertThat(new NonDeterministic().look(new RepeatedStep(step(DROPPING), step(DROPPING))))
                .isEmpty();
    }

    @Test
    void aStepWhoseDropoutAndOrderChange_isToldWithTheFirstNodeThatDiffers() {
        Experiment unseeded = DROPPING.withTraining(DROPPING.training().withSeed(99));

        assertThat(new NonDeterministic().look(new RepeatedStep(step(DROPPING), step(unseeded))))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.severity()).isEqualTo(Severity.WARNING);
                    assertThat(f.subject()).startsWith("node ");
                    assertThat(f.seen()).contains("made again");
                });
    }

    @Test
    void stepsThatCannotBeMade_areLeftToTheirOwnRule() {
        Experiment wide = DROPPING.withTraining(DROPPING.training().withBatchSize(1));
        Run one = step(wide);

        assertThat(new NonDeterministic().look(new RepeatedStep(one, step(wide))))
                .isEmpty();
    }
}
