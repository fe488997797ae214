package dev.plumbline.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Clipping;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Schedule;
import dev.plumbline.experiment.Settings;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.Synthetic;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StarterTest {
    private static final DataPlan DATA = DataPlan.of(Path.of("train.csv"));

    private final Starter starter = new Starter();

    @Test
    void digitsGetALenetAdamAndAboutFourThousandSteps() {
        Dataset digits = ExampleData.digits();
        Proposal proposal = starter.propose(Draft.of("digits", DATA), digits);
        Experiment experiment = proposal.experiment();

        assertThat(architecture(experiment)).isEqualTo("lenet");
        assertThat(experiment.training().optimizer()).isEqualTo(Optimizer.Adam.of(3e-4));
        assertThat(experiment.training().loss()).isEqualTo(LossPlan.of(Loss.CROSS_ENTROPY));
        assertThat(experiment.training().batchSize()).isEqualTo(32);
        assertThat(experiment.training().epochs()).isEqualTo(98);
        assertThat(experiment.training().earlyStopping()).isEqualTo(24);
        assertThat(experiment.data().normalization()).isEqualTo(Normalization.STANDARDIZE);
        assertThat(experiment.data().maxExamples()).isNull();
        assertThat(experiment.goal()).isEqualTo(Goal.of(Metric.ACCURACY));
        assertThat(decision(proposal, "model.architecture").reason()).contains("8 x 8 pixels");
        assertThat(NetworkFactory.standard().create(experiment, digits.schema()).nodes())
                .isNotEmpty();
    }

    @Test
    void everyGapHasOneDecisionWithItsRow() {
        assertThat(starter.propose(Draft.of("wine", DATA), ExampleData.wine()).decisions())
                .extracting(Decision::subject)
                .containsExactlyInAnyOrder(
                        "task",
                        "model.architecture",
                        "data.normalization",
                        "training.loss",
                        "training.optimizer",
                        "training.schedule",
                        "training.batch-size",
                        "training.epochs",
                        "training.early-stopping",
                        "training.seed",
                        "goal.metric");
    }

    @Test
    void rowsGetAnMlpAndSequencesAnLstm() {
        assertThat(architecture(propose(ExampleData.breastCancer()))).isEqualTo("mlp");
        assertThat(architecture(propose(ExampleData.vowels()))).isEqualTo("lstm");
    }

    @Test
    void regressionIsScoredByRmseAndItsTargetsAreStandardized() {
        Experiment experiment = propose(ExampleData.diabetes());

        assertThat(experiment.training().loss()).isEqualTo(LossPlan.of(Loss.MSE));
        assertThat(experiment.goal().metric()).isEqualTo(Metric.RMSE);
        assertThat(experiment.data().targetNormalization()).isEqualTo(Normalization.STANDARDIZE);
    }

    @Test
    void whatThePersonSetIsKeptAndGetsNoDecision() {
        Experiment set = new Experiment(
                "set",
                Task.CLASSIFICATION,
                DATA.withNormalization(Normalization.NONE),
                ModelPlan.layers(List.of(layer("dense", Map.of("units", 10, "activation", "softmax")))),
                new TrainingPlan(
                        LossPlan.of(Loss.CROSS_ENTROPY),
                        Optimizer.Adam.of(3),
                        new Schedule.Cosine(5),
                        600,
                        3,
                        Clipping.globalNorm(1),
                        null,
                        false,
                        7),
                new Goal(Metric.F1, 0.9, null));

        Proposal proposal = starter.propose(Draft.of(set), Synthetic.healthy());

        assertThat(proposal.experiment()).isEqualTo(set);
        assertThat(proposal.decisions()).isEmpty();
    }

    @Test
    void theLossTakesWhatThePersonsLastLayerGives() {
        assertThat(lossFor(Map.of("units", 3, "activation", "softmax"), Synthetic.healthy()))
                .isEqualTo(Loss.CATEGORICAL_CROSSENTROPY);
        assertThat(lossFor(Map.of("units", 3), Synthetic.healthy())).isEqualTo(Loss.CROSS_ENTROPY);
        assertThat(lossFor(Map.of("units", 1, "activation", "sigmoid"), ExampleData.breastCancer()))
                .isEqualTo(Loss.BCE);
        assertThat(lossFor(Map.of("units", 1), ExampleData.breastCancer())).isEqualTo(Loss.BCE_WITH_LOGITS);
    }

    @Test
    void manyExamplesAreCutToTenThousandAsAFirstGoUnlessThePersonPlannedTheTraining() {
        Dataset large = large(60_000, 10);
        Draft open = Draft.of("large", DATA);

        Experiment first = starter.propose(open, large).experiment();
        assertThat(first.data().maxExamples()).isEqualTo(10_000);
        assertThat(first.training().batchSize()).isEqualTo(64);
        assertThat(first.training().epochs()).isEqualTo(26);

        Draft planned = draft(null, new Draft.TrainingDraft(null, null, null, null, 5, null, null, null, null), null);
        assertThat(starter.propose(planned, large).experiment().data().maxExamples())
                .isNull();
    }

    @Test
    void imbalancedClassesAreJudgedByBalancedAccuracyWithTheReason() {
        Dataset imbalanced = large(1_000, 10);
        Arrays.setAll(Synthetic.classes(imbalanced, SplitName.TRAIN), i -> i % 10 == 0 ? 1 : 0);

        Proposal proposal = starter.propose(Draft.of("imbalanced", DATA), imbalanced);

        assertThat(proposal.experiment().goal().metric()).isEqualTo(Metric.BALANCED_ACCURACY);
        assertThat(decision(proposal, "goal.metric").reason()).contains("9 examples for one");
    }

    @Test
    void aTargetWithoutAMetricIsOfTheTasksOwnMetric() {
        Goal parsed = new Goal(Metric.ACCURACY, 60.0, null);
        Draft draft =
                new Draft("diabetes", null, DATA, false, false, null, Draft.TrainingDraft.empty(), parsed, false, null);

        assertThat(starter.propose(draft, ExampleData.diabetes()).experiment().goal())
                .isEqualTo(new Goal(Metric.RMSE, 60.0, null));
    }

    @Test
    void aMetricOfAnotherTaskIsRefused() {
        Draft draft = draft(null, Draft.TrainingDraft.empty(), Goal.of(Metric.ACCURACY));

        assertThatThrownBy(() -> starter.propose(draft, ExampleData.diabetes()))
                .isInstanceOf(UnusableInputException.class)
                .hasMessage("goal.metric: expected a metric for regression (rmse, mae, r2), found \"accuracy\"."
                        + " Set `goal.metric: rmse`, or set `task` if it is another one.");
    }

    @Test
    void aBatchLargerThanTheDataIsTakenAsItIs() {
        Draft draft = draft(null, new Draft.TrainingDraft(null, null, null, 4096, null, null, null, null, null), null);

        assertThat(starter.propose(draft, ExampleData.wine())
                        .experiment()
                        .training()
                        .batchSize())
                .isEqualTo(4096);
    }

    @Test
    void oneClassOnlyIsRefused() {
        Dataset one = Synthetic.healthy();
        Arrays.fill(Synthetic.classes(one, SplitName.TRAIN), 2);

        assertThatThrownBy(() -> starter.propose(Draft.of("one", DATA), one))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("one class only, \"c2\", in all 600 examples");
    }

    @Test
    void aHandfulOfExamplesIsOneBatch() {
        Dataset few = Synthetic.healthy();
        Experiment experiment = propose(few.with(SplitName.TRAIN, few.train().first(6)));

        assertThat(experiment.training().batchSize()).isEqualTo(6);
        assertThat(experiment.training().epochs()).isEqualTo(200);
    }

    private Experiment propose(Dataset dataset) {
        return starter.propose(Draft.of("data", DATA), dataset).experiment();
    }

    private Loss lossFor(Map<String, ?> output, Dataset dataset) {
        ModelPlan model = ModelPlan.layers(List.of(layer("dense", output)));
        return starter.propose(draft(model, Draft.TrainingDraft.empty(), null), dataset)
                .experiment()
                .training()
                .loss()
                .loss();
    }

    private static Draft draft(@Nullable ModelPlan model, Draft.TrainingDraft training, @Nullable Goal goal) {
        return new Draft("draft", null, DATA, false, false, model, training, goal, goal != null, null);
    }

    private static LayerSpec layer(String type, Map<String, ?> settings) {
        return new LayerSpec(type, Settings.of(type, settings));
    }

    private static String architecture(Experiment experiment) {
        return ((ModelPlan.Architecture) experiment.model().source()).name();
    }

    private static Decision decision(Proposal proposal, String subject) {
        return proposal.decisions().stream()
                .filter(d -> d.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static Dataset large(int rows, int classes) {
        float[] values = new float[rows * 2];
        long[] targets = new long[rows];
        Arrays.setAll(targets, i -> i % classes);
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        return Synthetic.classification(
                Map.of(
                        SplitName.TRAIN,
                        new Split(List.of(FloatTensor.of(values, rows, 2)), LongTensor.of(targets, rows))),
                classes);
    }
}
