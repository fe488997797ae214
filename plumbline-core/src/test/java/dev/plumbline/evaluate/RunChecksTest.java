package dev.plumbline.evaluate;

import static dev.plumbline.data.SplitName.TRAIN;
import static dev.plumbline.data.SplitName.VALIDATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Metric;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.RulePages;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.Epoch;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.ParameterView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule: the fault planted, and a healthy twin on which it stays silent. */
class RunChecksTest {
    private static final Goal GOAL = new Goal(Metric.ACCURACY, 0.99, 0.0);
    private static final Map<SplitName, Predictions> PREDICTIONS =
            Map.of(TRAIN, Runs.classes(1_000, 10), VALIDATION, Runs.classes(200, 6));

    /** Rises fast, then ever more slowly. */
    private static final IntToDoubleFunction SATURATING = epoch -> 0.95 - 0.5 * Math.exp(-epoch / 2.0);

    private static List<Finding> found(String rule, Run run) {
        return RunChecks.standard().stream()
                .filter(check -> check.rule().id().equals(rule))
                .flatMap(check -> check.look(run).stream())
                .toList();
    }

    private static Run run(float[] losses, List<Epoch> epochs, List<Snapshot> snapshots) {
        return Runs.of(GOAL, new Trace(losses, epochs, snapshots), PREDICTIONS);
    }

    private static Run curve(int epochs, IntToDoubleFunction score) {
        List<Epoch> measured = new ArrayList<>();
        for (int i = 0; i <= epochs; i++) {
            double value = score.applyAsDouble(i);
            measured.add(new Epoch(i, i * 10L, 1e-3, 1 - value, value, 1 - value, value, i));
        }
        return run(new float[] {2, 1, 0.5f}, measured, List.of());
    }

    private static Statistics statistics(double mean, double norm, double zeros, long nans) {
        return new Statistics(mean, 1, -1, 1, norm, zeros, nans, 0);
    }

    private static NodeView relu(double zeros) {
        return new NodeView(
                "dense_1/Relu", "dense_1", "Relu", Shape.of(32, 8), DType.FLOAT32, statistics(0.3, 1, zeros, 0), null);
    }

    private static ParameterView weight(boolean trainable, double mean, @Nullable Statistics gradient) {
        return new ParameterView(
                "dense_1/weight", "dense_1", trainable, Shape.of(8, 4), statistics(mean, 1, 0, 0), gradient, 1e-3);
    }

    private static Run probed(List<NodeView> nodes, List<List<ParameterView>> parameters) {
        List<Snapshot> snapshots = new ArrayList<>();
        for (List<ParameterView> views : parameters) {
            snapshots.add(new Snapshot(10L * snapshots.size(), nodes, views));
        }
        return run(new float[] {2, 1, 0.5f}, List.of(), snapshots);
    }

    private static Run healthy() {
        return probed(
                List.of(relu(0.7)),
                List.of(
                        List.of(weight(true, 0.1, statistics(0, 0.2, 0, 0))),
                        List.of(weight(true, 0.2, statistics(0, 0.1, 0, 0))),
                        List.of(weight(true, 0.3, statistics(0, 0.1, 0, 0)))));
    }

    @Test
    void everyCheckIsSilentOnAHealthyRunAndHasAPage() {
        for (Check<Run> check : RunChecks.standard()) {
            assertThat(check.look(healthy())).isEmpty();
            assertThat(check.look(curve(20, SATURATING))).isEmpty();
            assertThat(RulePages.find(check.rule().id())).isPresent();
        }
    }

    @Test
    void aRunWithoutAnyTraceIsNoFinding() {
        for (Check<Run> check : RunChecks.standard()) {
            assertThat(check.look(Runs.of(GOAL, new Trace(new float[0], List.of(), List.of()), Map.of())))
                    .isEmpty();
        }
    }

    @Test
    void aLossThatIsNotANumberIsAFactWithStepAndNode() {
        Run run = Runs.of(
                GOAL,
                Runs.trace(),
                PREDICTIONS,
                new Outcome.NotFinite(17, "output/Log", "The loss became NaN at step 17."));
        assertThat(found("not-finite", run)).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.ERROR);
            assertThat(f.status()).isEqualTo(Status.CONFIRMED);
            assertThat(f.subject()).isEqualTo("output/Log");
            assertThat(f.seen()).contains("step 17");
        });
        assertThat(found("not-finite", run(new float[] {1, Float.NaN}, List.of(), List.of())))
                .singleElement()
                .satisfies(f -> assertThat(f.seen()).isEqualTo("step 1: the loss is NaN"));
        NodeView broken =
                new NodeView("dense_1/Exp", "dense_1", "Exp", Shape.of(2), DType.FLOAT32, statistics(0, 1, 0, 3), null);
        assertThat(found("not-finite", probed(List.of(relu(0.5), broken), List.of(List.of()))))
                .singleElement()
                .satisfies(f -> assertThat(f.subject()).isEqualTo("dense_1/Exp"))
                .satisfies(f -> assertThat(f.seen()).contains("3 NaN"));
    }

    @Test
    void aCurveThatStillRisesAtTheEndAsksForMoreEpochs() {
        Run rising = curve(20, epoch -> 0.3 + 0.03 * epoch);
        assertThat(found("still-improving", rising)).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.seen()).contains("best of 20 epochs on validation was number 20");
            assertThat(f.remedy()).contains("epochs=40");
        });
        Run goodEnough = Runs.of(new Goal(Metric.ACCURACY, 0.9, 0.0), rising.trace(), PREDICTIONS);
        assertThat(found("still-improving", goodEnough))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);
    }

    @Test
    void aLuckyLastEpochOnAPlateauAndAnEarlyStopAreNotStillImproving() {
        assertThat(found("still-improving", curve(20, epoch -> epoch == 20 ? 0.905 : 0.9)))
                .isEmpty();
        assertThat(found("still-improving", curve(12, epoch -> 0.3 + 0.03 * epoch)))
                .isEmpty();
    }

    @Test
    void aBestEpochAtTheVeryBeginningIsWorthKnowing() {
        assertThat(found("too-long", curve(20, epoch -> 0.9 - 0.01 * epoch)))
                .singleElement()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.INFO))
                .satisfies(f -> assertThat(f.remedy()).contains("early-stopping=3"));
        assertThat(found("too-long", curve(9, epoch -> 0.9 - 0.01 * epoch))).isEmpty();
    }

    @Test
    void aValidationSplitClearlyEasierThanTrainIsSuspect() {
        Run easy =
                Runs.of(GOAL, Runs.trace(), Map.of(TRAIN, Runs.classes(1_000, 200), VALIDATION, Runs.classes(300, 9)));
        assertThat(found("too-good", easy)).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.seen()).contains("17 points").contains("300 and 1000 examples");
        });
    }

    @Test
    void aSmallValidationSplitThatIsAllRightIsLuckAndNotSuspect() {
        Run lucky = Runs.of(GOAL, Runs.trace(), Map.of(TRAIN, Runs.classes(128, 9), VALIDATION, Runs.classes(14, 0)));
        assertThat(found("too-good", lucky)).isEmpty();
    }

    @Test
    void aReluThatGivesZeroForAlmostEverythingIsDead() {
        List<ParameterView> none = List.of();
        assertThat(found("dead-units", probed(List.of(relu(1)), List.of(none, none, none))))
                .singleElement()
                .satisfies(f -> assertThat(f.subject()).isEqualTo("dense_1/Relu"))
                .satisfies(f -> assertThat(f.seen()).contains("100.0 %"));
        assertThat(found("dead-units", probed(List.of(relu(0.9)), List.of(none, none, none))))
                .isEmpty();
    }

    @Test
    void aTrainableParameterThatNeverGetsAGradientIsFound() {
        List<ParameterView> absent = List.of(weight(true, 0.1, null));
        List<ParameterView> zero = List.of(weight(true, 0.1, statistics(0, 0, 1, 0)));
        List<ParameterView> some = List.of(weight(true, 0.1, statistics(0, 1e-9, 0, 0)));
        assertThat(found("gradient-missing", probed(List.of(), List.of(absent, zero, zero))))
                .singleElement()
                .satisfies(f -> assertThat(f.subject()).isEqualTo("dense_1/weight"))
                .satisfies(f -> assertThat(f.seen()).contains("all of 3 probed steps"));
        assertThat(found("gradient-missing", probed(List.of(), List.of(zero, some, zero))))
                .isEmpty();
    }

    @Test
    void aFrozenWeightIsWorthKnowingAndARunningMeanIsNot() {
        List<ParameterView> still = List.of(weight(false, 0.1, null));
        List<ParameterView> moved = List.of(weight(false, 0.2, null));
        assertThat(found("frozen-parameter", probed(List.of(), List.of(still, still, still))))
                .singleElement()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.INFO))
                .satisfies(f -> assertThat(f.subject()).isEqualTo("dense_1/weight"));
        assertThat(found("frozen-parameter", probed(List.of(), List.of(still, moved, moved))))
                .isEmpty();
    }
}
