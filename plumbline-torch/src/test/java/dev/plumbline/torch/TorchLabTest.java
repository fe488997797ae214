package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Shape;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Modality;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TorchLabTest {
    private static final Dataset ROWS = Samples.classes(Shape.of(12), Modality.TABULAR, 400, 3, 0);
    private static final Dataset IMAGES = Samples.classes(Shape.of(1, 8, 8), Modality.IMAGE, 400, 4, 0);

    @Test
    void a_small_mlp_learns_easy_rows() {
        Run run = Trials.run(Trials.of(ROWS, "mlp", Map.of("hidden", List.of(16))), ROWS);
        assertThat(run.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(run.score(SplitName.TEST))
                .hasValueSatisfying(s -> assertThat(s).isGreaterThan(0.95));
        assertThat(run.steps()).isEqualTo(5 * 20);
        assertThat(run.trace().losses()).hasSize(100);
        assertThat(run.trace().epochs()).hasSize(6);
    }

    @Test
    void a_lenet_learns_easy_images() {
        Run run = Trials.run(Trials.of(IMAGES, "lenet", Map.of()), IMAGES);
        assertThat(run.score(SplitName.TEST))
                .hasValueSatisfying(s -> assertThat(s).isGreaterThan(0.95));
    }

    @Test
    void an_lstm_on_tokens_learns_to_count() {
        Dataset tokens = Samples.tokens(800, 6, 5);
        Experiment experiment = Trials.of(tokens, "lstm", Map.of("units", 16, "embedding", 8));
        Run run = Trials.run(experiment.withTraining(experiment.training().withEpochs(15)), tokens);
        assertThat(run.score(SplitName.TEST))
                .hasValueSatisfying(s -> assertThat(s).isGreaterThan(0.9));
    }

    @Test
    void batch_norm_and_dropout_train_and_predict() {
        Experiment experiment = Trials.of(IMAGES, "lenet", Map.of("batch-norm", true, "dropout", 0.2));
        Run run = Trials.run(experiment, IMAGES);
        assertThat(run.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(run.score(SplitName.TEST))
                .hasValueSatisfying(s -> assertThat(s).isGreaterThan(0.9));
    }

    @Test
    void a_regression_predicts_in_the_targets_own_unit() {
        Dataset rows = Samples.regression(600, 3);
        Experiment experiment = Trials.of(rows, "mlp", Map.of("hidden", List.of(32)));
        Run run = Trials.run(
                experiment
                        .withData(experiment
                                .data()
                                .withTargetNormalization(dev.plumbline.experiment.Normalization.STANDARDIZE))
                        .withTraining(experiment.training().withEpochs(20)),
                rows);
        assertThat(run.predictions(SplitName.TEST).orElseThrow().score(Metric.R2))
                .isGreaterThan(0.95);
    }
}
