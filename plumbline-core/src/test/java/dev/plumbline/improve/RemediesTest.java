package dev.plumbline.improve;

import static dev.plumbline.data.SplitName.SHIFTED_VALIDATION;
import static dev.plumbline.data.SplitName.TEST;
import static dev.plumbline.data.SplitName.TRAIN;
import static dev.plumbline.data.SplitName.VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.Decomposer;
import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.evaluate.ReportedErrors;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Schedule;
import dev.plumbline.experiment.Settings;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.intervention.Interventions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemediesTest {
    private static final Decomposition BIAS = decomposition(Map.of(TRAIN, 20.0, VALIDATION, 21.0));
    private static final Decomposition VARIANCE = decomposition(Map.of(TRAIN, 1.0, VALIDATION, 12.0));

    private static Decomposition decomposition(Map<SplitName, Double> errors) {
        return Decomposer.standard().decompose(ReportedErrors.of(0.0, errors));
    }

    private static Experiment experiment(Settings architecture) {
        return new Experiment(
                "e",
                Task.CLASSIFICATION,
                DataPlan.of(Path.of("train.csv")),
                ModelPlan.architecture("mlp", architecture),
                new TrainingPlan(
                        LossPlan.of(Loss.CROSS_ENTROPY),
                        Optimizer.Adam.of(3e-4),
                        new Schedule.Constant(),
                        32,
                        10,
                        null,
                        null,
                        true,
                        0),
                new Goal(Metric.ACCURACY, 0.99, 0.0));
    }

    private static Experiment plain() {
        return experiment(Settings.none("model"));
    }

    private static List<String> edits(Decomposition decomposition, Experiment experiment) {
        return Remedies.standard().rank(decomposition, experiment).stream()
                .flatMap(step -> step.intervention().stream())
                .toList();
    }

    @Test
    void underfittingIsTreatedInTheLecturesOrder() {
        Experiment regularized = experiment(Settings.of("model", Map.of("dropout", 0.5)));
        regularized = regularized.withTraining(
                regularized.training().withOptimizer(Optimizer.Adam.of(3e-4).withWeightDecay(0.01)));
        assertThat(edits(BIAS, regularized))
                .containsExactly(
                        "wider=2",
                        "deeper=1",
                        "without-dropout",
                        "weight-decay=0",
                        "learning-rate=0.0009",
                        "schedule=cosine",
                        "epochs=20");
        assertThat(Remedies.standard().rank(BIAS, regularized))
                .extracting(NextStep::row)
                .containsOnly("I1");
    }

    @Test
    void whatIsNotThereIsNotTakenAway() {
        assertThat(edits(BIAS, plain())).doesNotContain("without-dropout", "weight-decay=0");
    }

    @Test
    void overfittingIsTreatedInTheLecturesOrder() {
        Experiment subset = plain().withData(plain().data().withMaxExamples(100));
        List<NextStep> steps = Remedies.standard().rank(VARIANCE, subset);
        assertThat(edits(VARIANCE, subset))
                .containsExactly(
                        "all-data",
                        "batch-norm",
                        "dropout=0.5",
                        "weight-decay=0.0001",
                        "learning-rate=0.00009",
                        "schedule=cosine",
                        "early-stopping=10",
                        "narrower=2");
        assertThat(steps.get(0).why()).contains("train error 1 point, validation error 12 points", "variance is 11");
        assertThat(steps.get(steps.size() - 1).why()).contains("Less recommended");
    }

    @Test
    void whatIsThereAlreadyIsNotAddedAgain() {
        Experiment full = experiment(Settings.of("model", Map.of("dropout", 0.6, "batch-norm", true)));
        full = full.withTraining(full.training().withEarlyStopping(5));
        assertThat(edits(VARIANCE, full)).doesNotContain("batch-norm", "dropout=0.5", "all-data", "early-stopping=10");
    }

    @Test
    void everyProposedEditCanBeApplied() {
        Experiment layers = plain().withModel(ModelPlan.layers(List.of(
                new LayerSpec("dense", Settings.of("dense", Map.of("units", 8, "activation", "relu"))),
                new LayerSpec("dense", Settings.of("dense", Map.of("units", 3))))));
        for (Decomposition decomposition : List.of(BIAS, VARIANCE)) {
            for (Experiment experiment : List.of(plain(), layers)) {
                assertThat(edits(decomposition, experiment))
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(
                                        Interventions.standard().parse(name).apply(experiment))
                                .isNotEqualTo(experiment));
            }
        }
    }

    @Test
    void aNetworkTrainedElsewhereGetsStepsWithoutEdits() {
        for (Decomposition decomposition : List.of(BIAS, VARIANCE)) {
            assertThat(Remedies.standard().rank(decomposition, null))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(step -> assertThat(step.intervention()).isEmpty());
        }
    }

    @Test
    void shiftAsksForExamplesOfTheNewKind() {
        Decomposition shift = decomposition(Map.of(TRAIN, 1.0, VALIDATION, 1.5, SHIFTED_VALIDATION, 20.0, TEST, 20.0));
        assertThat(Remedies.standard().rank(shift, plain()))
                .extracting(NextStep::row)
                .containsExactly("I3", "I3", "I3", "I5", "I5");
    }

    @Test
    void anOverfittedValidationSplitIsDrawnAnew() {
        Decomposition decomposition = decomposition(Map.of(TRAIN, 1.0, VALIDATION, 1.5, TEST, 9.0));
        List<NextStep> steps = Remedies.standard().rank(decomposition, plain());
        assertThat(steps.get(0).title()).contains("Draw a new validation split");
        assertThat(steps).extracting(NextStep::row).containsOnly("I6");
    }

    @Test
    void nothingIsProposedWhereTheGoalIsMetAndTheIrreducibleErrorWhereNothingStandsOut() {
        Decomposition met = decomposition(Map.of(TRAIN, 0.0, VALIDATION, 0.0));
        assertThat(Remedies.standard().rank(met, plain())).isEmpty();
        Decomposition irreducible = Decomposer.standard()
                .decompose(ReportedErrors.of(20.0, Map.of(TRAIN, 20.0, VALIDATION, 20.1, TEST, 20.0)));
        assertThat(Remedies.standard().rank(irreducible, null))
                .extracting(NextStep::title)
                .containsExactly("Question the irreducible error: is it what the best can do, or only what one did?");
    }
}
