package dev.plumbline.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.debug.FirstStep;
import dev.plumbline.debug.LayerTable;
import dev.plumbline.debug.MemoryEstimate;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.finding.Stage;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.start.DataProfiler;
import dev.plumbline.start.Starter;
import dev.plumbline.testdata.FakeLab;
import dev.plumbline.testdata.Synthetic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a person may come with, and where the guide sends them. */
class GuideTest {
    private static final Dataset ROWS = Synthetic.healthy();
    private static final DataPlan PLAN = DataPlan.of(Path.of("train.csv"));
    private final Guide guide = new Guide();
    private final FakeLab lab = new FakeLab(ROWS);

    private static Knowledge proposed(Draft draft) {
        return Knowledge.of(draft)
                .edit()
                .data(ROWS, new DataProfiler().profile(ROWS))
                .proposal(new Starter().propose(draft, ROWS))
                .build();
    }

    private Knowledge started() {
        return proposed(Draft.of("rows", PLAN));
    }

    private Run oneStep(Knowledge known) {
        return lab.run(known.experiment().orElseThrow(), RunRequest.oneStep(), Observer.SILENT);
    }

    private Knowledge checked() {
        Knowledge known = started();
        Run run = oneStep(known);
        return known.edit()
                .firstStep(new FirstStep(
                        run,
                        LayerTable.of(
                                lab.network(known.experiment().orElseThrow()),
                                run.trace().first().orElseThrow()),
                        new MemoryEstimate(16, List.of(), 1, 1, 1, 1, 1, 100, 100)))
                .build();
    }

    private Knowledge overfitted(Trend trend) {
        Knowledge known = checked();
        return known.edit()
                .overfit(new OverfitResult(oneStep(known), trend, 16, 1.1, 0.01, 0.05, 0))
                .build();
    }

    private Run fullRun(Knowledge known) {
        return lab.run(
                known.experiment().orElseThrow(), RunRequest.full(Budget.of(Duration.ofMinutes(1))), Observer.SILENT);
    }

    @Test
    void withDataAloneItStartsSimpleAndSaysThatThereIsNoModel() {
        assertThat(guide.next(Knowledge.of(Draft.of("rows", PLAN)))).hasValueSatisfying(step -> {
            assertThat(step.stage()).isEqualTo(Stage.START);
            assertThat(step.why()).contains("data, and no model yet");
        });
    }

    @Test
    void withDataAndAModelItStillReadsTheDataFirstAndSaysWhatItHas() {
        Draft draft = ExperimentFile.parse(
                "data: {train: train.csv}\nmodel: {architecture: mlp}", Path.of("rows/experiment.yaml"));
        assertThat(guide.next(Knowledge.of(draft))).hasValueSatisfying(step -> {
            assertThat(step.stage()).isEqualTo(Stage.START);
            assertThat(step.why()).contains("data and a model");
        });
    }

    @Test
    void withARunWhoseDataAreNotReadItSaysThatItHasARun() {
        Run run = fullRun(started());
        Knowledge known =
                Knowledge.of(Draft.of(run.experiment())).edit().training(run).build();
        assertThat(guide.next(known)).hasValueSatisfying(step -> {
            assertThat(step.stage()).isEqualTo(Stage.START);
            assertThat(step.why()).contains("finished run");
        });
    }

    @Test
    void aCompleteExperimentIsCheckedFirst() {
        assertThat(guide.next(started())).hasValueSatisfying(step -> {
            assertThat(step.stage()).isEqualTo(Stage.CHECK);
            assertThat(step.why()).contains("experiment is complete");
        });
    }

    @Test
    void anExperimentThatRunsIsToLearnOneBatchByHeart() {
        assertThat(guide.next(checked())).hasValueSatisfying(step -> {
            assertThat(step.stage()).isEqualTo(Stage.OVERFIT);
            assertThat(step.why()).contains("It runs");
        });
    }

    @Test
    void aNetworkThatHasOneBatchByHeartIsTrainedInFull() {
        assertThat(guide.next(overfitted(Trend.TO_ZERO))).hasValueSatisfying(step -> {
            assertThat(step.stage()).isEqualTo(Stage.COMPARE);
            assertThat(step.why()).contains("one batch by heart");
        });
    }

    @Test
    void aNetworkThatDoesNotLearnIsTrainedWithItsFixOrComparedAsItIs() {
        Knowledge failed = overfitted(Trend.PLATEAUS);
        assertThat(guide.next(failed))
                .hasValueSatisfying(step -> assertThat(step.why()).contains("no edit mended it"));
        Knowledge mended =
                failed.edit().fix(Interventions.standard().parse("loss-sign")).build();
        assertThat(guide.next(mended)).hasValueSatisfying(step -> {
            assertThat(step.stage()).isEqualTo(Stage.COMPARE);
            assertThat(step.why()).contains("The cause is known");
        });
    }

    @Test
    void aFinishedRunIsNotMadeAgainButComparedThenEvaluatedThenImproved() {
        Knowledge known = started();
        known = known.edit().training(fullRun(known)).build();
        for (Stage expected : List.of(Stage.COMPARE, Stage.EVALUATE, Stage.IMPROVE)) {
            Step step = guide.next(known).orElseThrow();
            assertThat(step.stage()).isEqualTo(expected);
            assertThat(step.why()).isNotBlank();
            known = known.edit()
                    .visit(new Visit(expected, Visit.Status.PASSED, step.why(), "", Duration.ZERO))
                    .build();
        }
        assertThat(guide.next(known)).isEqualTo(Optional.empty());
    }

    @Test
    void improvingNamesTheGoalThatIsNotReached() {
        Draft draft = ExperimentFile.parse(
                "data: {train: train.csv}\ngoal: {metric: accuracy, target: 0.99}", Path.of("rows/experiment.yaml"));
        Knowledge known = proposed(draft);
        known = known.edit()
                .training(fullRun(known))
                .visit(new Visit(Stage.COMPARE, Visit.Status.PASSED, "", "", Duration.ZERO))
                .visit(new Visit(Stage.EVALUATE, Visit.Status.PASSED, "", "", Duration.ZERO))
                .build();
        assertThat(guide.next(known).orElseThrow().why()).contains("accuracy 0.99");
    }
}
