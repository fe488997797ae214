package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Settings;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.Trace.Epoch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Dataset ROWS = Samples.classes(Shape.of(12), Modality.TABULAR, 200, 3, 0.3);
    private static final Experiment MLP = Trials.of(ROWS, "mlp", Map.of("hidden", List.of(16)));

    @Test
    void a_diverging_run_names_the_step_and_the_first_node_that_is_not_finite() {
        Experiment regression = Trials.of(Samples.regression(200, 3), "mlp", Map.of("activation", "linear"));
        Run run = Trials.run(
                regression.withTraining(regression.training().withOptimizer(new Optimizer.Sgd(10, 0.9, false, 0))),
                Samples.regression(200, 3));
        Outcome.NotFinite outcome = (Outcome.NotFinite) run.outcome();
        assertThat(outcome.node()).isNotNull();
        assertThat(run.trace().losses()).hasSize((int) outcome.step() + 1);
        assertThat(Float.isFinite(run.trace().losses()[(int) outcome.step()])).isFalse();
        assertThat(run.trace().last())
                .hasValueSatisfying(s -> assertThat(s.step()).isEqualTo(outcome.step()));
        assertThat(outcome.text()).startsWith("the loss became ").contains("step " + outcome.step());
    }

    @Test
    void a_nan_in_the_data_is_traced_to_the_first_node_that_saw_it() {
        Split train = ROWS.train();
        float[] values = ((FloatTensor) train.inputs().get(0)).values().clone();
        values[5] = Float.NaN;
        Dataset broken = ROWS.with(
                SplitName.TRAIN,
                new Split(List.of(new FloatTensor(values, train.inputs().get(0).shape())), train.targets()));
        Run run = Trials.run(MLP.withData(MLP.data().withNormalization(Normalization.NONE)), broken);
        assertThat(run.outcome())
                .isInstanceOfSatisfying(
                        Outcome.NotFinite.class, o -> assertThat(o.node()).isEqualTo("dense_1/Gemm"));
    }

    @Test
    void a_token_beyond_the_vocabulary_fails_at_the_embedding() {
        Dataset tokens = Samples.tokens(100, 6, 5);
        Experiment experiment = Trials.of(tokens, "lstm", Map.of())
                .withModel(ModelPlan.layers(List.of(
                        spec("embedding", Map.of("vocabulary", 3, "units", 4)),
                        spec("lstm", Map.of("units", 4)),
                        spec("dense", Map.of("units", 2)))));
        Run run = Trials.run(experiment, tokens);
        assertThat(run.outcome()).isInstanceOfSatisfying(Outcome.Failed.class, o -> {
            assertThat(o.node()).isEqualTo("embedding_1/Gather");
            assertThat(o.text()).contains("index out of range").doesNotContain("Traceback");
        });
    }

    private static LayerSpec spec(String type, Map<String, Object> settings) {
        return new LayerSpec(type, Settings.of("model", settings));
    }

    @Test
    void a_frozen_layer_stays_as_it_was_while_the_others_move() {
        Experiment experiment = MLP.withModel(ModelPlan.layers(List.of(
                spec("dense", Map.of("units", 8, "activation", "relu", "trainable", false, "name", "frozen")),
                spec("dense", Map.of("units", 3, "name", "free")))));
        Run before =
                Trials.run(experiment, ROWS, RunRequest.full(Trials.minute().withSteps(0)));
        Run after = Trials.run(experiment, ROWS);
        assertThat(after.parameters().get("frozen/weight"))
                .isEqualTo(before.parameters().get("frozen/weight"));
        assertThat(after.parameters().get("free/weight"))
                .isNotEqualTo(before.parameters().get("free/weight"));
        assertThat(after.trace().first().orElseThrow().parameters())
                .filteredOn(p -> p.layer().equals("frozen"))
                .allMatch(p -> !p.trainable() && p.updateRatio() == null);
    }

    @Test
    void a_wholly_frozen_network_runs_and_learns_nothing() {
        Experiment experiment =
                MLP.withModel(ModelPlan.layers(List.of(spec("dense", Map.of("units", 3, "trainable", false)))));
        Run run = Trials.run(experiment, ROWS);
        assertThat(run.outcome()).isInstanceOf(Outcome.Completed.class);
        assertThat(run.trace().epochs().stream().map(Epoch::trainLoss).distinct())
                .hasSize(1);
    }

    @Test
    void early_stopping_keeps_the_best_epoch() {
        Run run = Trials.run(
                MLP.withTraining(
                        MLP.training().withEpochs(200).withEarlyStopping(3).withOptimizer(Optimizer.Adam.of(0.03))),
                ROWS);
        List<Epoch> epochs = run.trace().epochs();
        assertThat(run.outcome().text()).startsWith("stopped early");
        assertThat(epochs).hasSizeLessThan(100);
        double best = epochs.stream()
                .skip(1)
                .mapToDouble(e -> e.validationScore())
                .max()
                .orElseThrow();
        assertThat(run.score(SplitName.VALIDATION)).hasValue(best);
    }

    @Test
    void steps_and_time_are_kept_to() {
        RunRequest five = RunRequest.full(Trials.minute().withSteps(5));
        Run run = Trials.run(MLP, ROWS, five);
        assertThat(run.outcome())
                .isEqualTo(new Outcome.OutOfBudget(5, "the budget of steps was up after 5 of 50 steps"));
        assertThat(run.trace().losses()).hasSize(5);
        Run timed = Trials.run(
                MLP.withTraining(MLP.training().withEpochs(1_000_000)),
                ROWS,
                RunRequest.full(Budget.of(Duration.ofMillis(300))));
        assertThat(timed.outcome()).isInstanceOf(Outcome.OutOfBudget.class);
        assertThat(timed.predictions(SplitName.TEST)).isPresent();
    }

    @Test
    void an_observer_may_end_a_run() {
        Observer impatient = new Observer() {
            private long seen;

            @Override
            public void onStep(long step, long totalSteps, double loss) {
                seen = step;
            }

            @Override
            public boolean stop() {
                return seen >= 10;
            }
        };
        try (TorchLab lab = Trials.lab(ROWS)) {
            Run run = lab.run(MLP, RunRequest.full(Trials.minute()), impatient);
            assertThat(run.outcome()).isInstanceOf(Outcome.Interrupted.class);
            assertThat(run.steps()).isBetween(10L, 49L);
        }
    }

    @Test
    void one_batch_is_driven_below_a_bound() {
        Experiment onOne = MLP.onOneBatch(16, 3_000);
        Run run = Trials.run(onOne, ROWS, RunRequest.overfit(Trials.minute(), 0.01));
        assertThat(run.outcome().text()).startsWith("the loss fell to");
        assertThat(run.predictions(SplitName.TRAIN).orElseThrow().loss()).isLessThan(0.01);
        assertThat(run.predictions(SplitName.TRAIN).orElseThrow().size()).isEqualTo(16);
    }

    @Test
    void a_batch_larger_than_the_data_is_all_of_it() {
        Run larger = Trials.run(MLP.withTraining(MLP.training().withBatchSize(161)), ROWS);
        Run whole = Trials.run(MLP.withTraining(MLP.training().withBatchSize(160)), ROWS);
        assertThat(larger.steps()).isEqualTo(MLP.training().epochs());
        assertThat(larger.trace().losses()).isEqualTo(whole.trace().losses());
    }

    @Test
    void fewer_units_than_classes_are_told() {
        Experiment narrow = MLP.withModel(ModelPlan.layers(List.of(spec("dense", Map.of("units", 2)))))
                .withTraining(MLP.training().withLoss(LossPlan.of(Loss.CROSS_ENTROPY)));
        assertThatThrownBy(() -> Trials.run(narrow, ROWS))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("a unit for each class, also for class 2 of the train split, found 2 units");
    }
}
