package dev.plumbline.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.debug.cause.Causes;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.FakeLab;
import dev.plumbline.testdata.FakeLab.Asked;
import dev.plumbline.testdata.FakeLab.Kind;
import dev.plumbline.testdata.Setups;
import dev.plumbline.testdata.Synthetic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The walk with a lab that computes nothing. */
class WalkTest {
    private static final Dataset ROWS = Synthetic.healthy();
    private static final List<Stage> ALL =
            List.of(Stage.START, Stage.CHECK, Stage.OVERFIT, Stage.COMPARE, Stage.EVALUATE, Stage.IMPROVE);

    private static Draft draft(String more) {
        return ExperimentFile.parse("data: {train: train.csv}\n" + more, Path.of("rows/experiment.yaml"));
    }

    private static Walk walk(FakeLab lab, Walk.Listener listener) {
        return walk(lab, listener, Observer.SILENT);
    }

    private static Walk walk(FakeLab lab, Walk.Listener listener, Observer observer) {
        return new Walk(
                new Workbench(
                        lab,
                        lab.source(),
                        Causes.standard(),
                        Interventions.standard(),
                        Deadline.in(Duration.ofMinutes(5)),
                        observer),
                listener);
    }

    private static Diagnosis run(FakeLab lab, String yaml) {
        return walk(lab, new Walk.Listener() {}).run(Knowledge.of(draft(yaml)));
    }

    private static Diagnosis run(FakeLab lab, String yaml, Set<Stage> wanted) {
        return walk(lab, new Walk.Listener() {}).run(Knowledge.of(draft(yaml)), wanted);
    }

    private static List<Stage> stages(Diagnosis diagnosis) {
        return diagnosis.knowledge().path().stream().map(Visit::stage).toList();
    }

    private static boolean positive(Experiment experiment) {
        return experiment.training().loss().scale() > 0;
    }

    private static final String FLIPPED = "training: {loss: {name: cross-entropy, scale: -1}}\n";

    @Test
    void aHealthyExperimentIsWalkedThroughAllStagesInOrder() {
        FakeLab lab = new FakeLab(ROWS).wrongInHundred(2);
        List<String> heard = new ArrayList<>();
        Diagnosis diagnosis = walk(lab, new Walk.Listener() {
                    @Override
                    public void entering(Step step) {
                        heard.add("entering " + step.stage());
                    }

                    @Override
                    public void left(Visit visit, Knowledge known) {
                        heard.add("left " + visit.stage());
                        assertThat(known.path()).endsWith(visit);
                    }
                })
                .run(Knowledge.of(draft("goal: {metric: accuracy, target: 0.9}")));
        assertThat(stages(diagnosis)).isEqualTo(ALL);
        assertThat(diagnosis.knowledge().path()).allSatisfy(visit -> {
            assertThat(visit.status()).isEqualTo(Visit.Status.PASSED);
            assertThat(visit.why()).isNotBlank();
            assertThat(visit.summary()).isNotBlank();
        });
        assertThat(heard)
                .containsExactlyElementsOf(ALL.stream()
                        .flatMap(stage -> List.of("entering " + stage, "left " + stage).stream())
                        .toList());
        assertThat(diagnosis.complete()).isTrue();
        assertThat(diagnosis.errors()).isEmpty();
        assertThat(lab.asked())
                .extracting(Asked::kind)
                .containsExactly(Kind.ONE_STEP, Kind.ONE_STEP, Kind.ONE_BATCH, Kind.FULL);
    }

    @Test
    void aGoalThatIsMetIsSaidFirst() {
        Diagnosis diagnosis = run(new FakeLab(ROWS).wrongInHundred(4), "goal: {metric: accuracy, target: 0.9}");
        assertThat(diagnosis.goalMet()).contains(true);
        assertThat(diagnosis.headline()).startsWith("It works: accuracy 9").contains("on test", "the goal is 90.0 %");
    }

    @Test
    void aGoalThatIsMissedNamesTheScoreAndWhatToWorkOn() {
        Diagnosis diagnosis = run(new FakeLab(ROWS).wrongInHundred(30), "goal: {metric: accuracy, target: 0.95}");
        assertThat(diagnosis.goalMet()).contains(false);
        assertThat(diagnosis.headline())
                .startsWith("It learns, but not enough: accuracy ")
                .contains("the goal is 95.0 %", "Work on avoidable bias next.");
        assertThat(diagnosis.knowledge().nextSteps()).isNotEmpty();
    }

    @Test
    void withoutATargetTheScoreAloneIsSaid() {
        Diagnosis diagnosis = run(new FakeLab(ROWS), "goal: {metric: accuracy}");
        assertThat(diagnosis.goalMet()).isEmpty();
        assertThat(diagnosis.headline()).startsWith("It learns: accuracy 9");
    }

    @Test
    void aBrokenExperimentIsMendedAndTheHeadlineNamesCauseEditAndGain() {
        FakeLab lab = new FakeLab(ROWS).learns(WalkTest::positive);
        Diagnosis diagnosis = run(lab, FLIPPED + "goal: {metric: accuracy, target: 0.9}");
        assertThat(diagnosis.headline())
                .startsWith("The loss has the wrong sign: `loss-sign` removes it, and accuracy on test goes from 3")
                .contains(" to 9");
        assertThat(diagnosis.goalMet()).as("of the experiment as it is").contains(false);
        assertThat(stages(diagnosis)).isEqualTo(ALL);
        assertThat(diagnosis.knowledge().fix())
                .isNotNull()
                .extracting(Intervention::name)
                .isEqualTo("loss-sign");
        Finding first = diagnosis.errors().get(0);
        assertThat(first.rule().id()).isEqualTo("loss-sign");
        assertThat(first.status()).isEqualTo(Status.CONFIRMED);
        assertThat(first.confirmedBy()).contains("`loss-sign`", "3 seeds");
        assertThat(diagnosis.knowledge().tested().get(0).verdict()).isEqualTo(TestedIntervention.Verdict.FIXES);
        assertThat(positive(
                        Objects.requireNonNull(diagnosis.knowledge().repaired()).experiment()))
                .isTrue();
        assertThat(diagnosis.knowledge().nextSteps().get(0).intervention()).contains("loss-sign");
    }

    @Test
    void twoFaultsAreMendedTogetherByTheFewestEdits() {
        String yaml = """
                model: {layers: [{dense: {units: 16, activation: relu, initializer: zeros}}, {dense: {units: 3}}]}
                training:
                  loss: {name: cross-entropy, scale: -1}
                  optimizer: {name: adam, learning-rate: 0.02}
                """;
        FakeLab lab = new FakeLab(ROWS)
                .learns(e -> positive(e)
                        && Setups.of(e, ROWS).network().parameters().stream()
                                .noneMatch(p -> p.name().equals("dense_1/weight")
                                        && "zeros"
                                                .equals(Objects.requireNonNull(p.initializer())
                                                        .text())));
        Diagnosis diagnosis = run(lab, yaml);
        assertThat(Objects.requireNonNull(diagnosis.knowledge().fix()).name().split(" ", -1))
                .containsExactlyInAnyOrder("loss-sign", "initialize=he");
        assertThat(diagnosis.errors())
                .extracting(f -> f.rule().id())
                .contains("loss-sign", "initialization-zeros", "does-not-overfit-one-batch")
                .doesNotContain("learning-rate-too-high");
    }

    @Test
    void whatNoEditMendsIsToldAsTheFailureItIs() {
        Diagnosis diagnosis = run(new FakeLab(ROWS).learns(e -> false), "");
        assertThat(diagnosis.knowledge().fix()).isNull();
        assertThat(diagnosis.headline())
                .isEqualTo("The network cannot learn even one batch by heart (one batch of 16).");
        assertThat(diagnosis.knowledge().path().get(2).status()).isEqualTo(Visit.Status.PROBLEM);
        assertThat(stages(diagnosis)).isEqualTo(ALL);
    }

    @Test
    void aPersonWhoStopsItKeepsWhatWasFound() {
        FakeLab lab = new FakeLab(ROWS);
        List<Stage> done = new ArrayList<>();
        Diagnosis diagnosis = walk(lab, new Walk.Listener() {
                    @Override
                    public void left(Visit visit, Knowledge known) {
                        done.add(visit.stage());
                    }

                    @Override
                    public boolean stop() {
                        return done.contains(Stage.OVERFIT);
                    }
                })
                .run(Knowledge.of(draft("")));
        assertThat(stages(diagnosis)).containsExactly(Stage.START, Stage.CHECK, Stage.OVERFIT);
        assertThat(diagnosis.complete()).isFalse();
        assertThat(diagnosis.headline()).isEqualTo("Ended early. The network can learn: it has one batch by heart.");
        assertThat(diagnosis.knowledge().overfit()).isNotNull();
        assertThat(diagnosis.knowledge().firstStep()).isNotNull();
        assertThat(lab.asked()).extracting(Asked::kind).doesNotContain(Kind.FULL);
    }

    @Test
    void aPersonWhoStopsItAtOnceLearnsThatNothingIsKnown() {
        Diagnosis diagnosis = walk(new FakeLab(ROWS), new Walk.Listener() {
                    @Override
                    public boolean stop() {
                        return true;
                    }
                })
                .run(Knowledge.of(draft("")));
        assertThat(diagnosis.headline()).isEqualTo("Ended early. Nothing is known yet.");
        assertThat(stages(diagnosis)).isEmpty();
    }

    @Test
    void aStageThatIsEndedMidwayIsUnfinished() {
        Diagnosis diagnosis = walk(new FakeLab(ROWS), new Walk.Listener() {}, new Observer() {
                    @Override
                    public boolean stop() {
                        return true;
                    }
                })
                .run(Knowledge.of(draft("")), EnumSet.of(Stage.CHECK));
        assertThat(diagnosis.knowledge().path()).extracting(Visit::status).containsOnly(Visit.Status.UNFINISHED);
    }

    @Test
    void onlyTheWantedStagesAreWalkedAndWhatTheyRestOn() {
        assertThat(stages(run(new FakeLab(ROWS), "", EnumSet.of(Stage.START)))).containsExactly(Stage.START);
        assertThat(stages(run(new FakeLab(ROWS), "", EnumSet.of(Stage.CHECK))))
                .containsExactly(Stage.START, Stage.CHECK);
        assertThat(stages(run(new FakeLab(ROWS), "", EnumSet.of(Stage.OVERFIT))))
                .containsExactly(Stage.START, Stage.OVERFIT);
        assertThat(stages(run(new FakeLab(ROWS), "", EnumSet.of(Stage.EVALUATE))))
                .containsExactly(Stage.START, Stage.COMPARE, Stage.EVALUATE);
        assertThat(stages(run(new FakeLab(ROWS), "", EnumSet.of(Stage.IMPROVE))))
                .containsExactly(Stage.START, Stage.COMPARE, Stage.EVALUATE, Stage.IMPROVE);
    }

    @Test
    void aPartialWalkIsCompleteAndSaysHowFarItCame() {
        assertThat(run(new FakeLab(ROWS), "", EnumSet.of(Stage.START))).satisfies(diagnosis -> {
            assertThat(diagnosis.complete()).isTrue();
            assertThat(diagnosis.headline()).isEqualTo("The data are read, and a first experiment is proposed.");
        });
        assertThat(run(new FakeLab(ROWS), "", EnumSet.of(Stage.CHECK)).headline())
                .isEqualTo("The network runs: one step forward and backward.");
        assertThat(run(new FakeLab(ROWS), "", EnumSet.of(Stage.OVERFIT)).headline())
                .isEqualTo("The network can learn: it has one batch by heart.");
    }

    @Test
    void aNetworkThatDoesNotFitIntoMemoryIsNeverRun() {
        FakeLab lab = new FakeLab(ROWS).memory(40_000);
        Diagnosis diagnosis = run(lab, "model: {architecture: mlp, hidden: [512]}");
        assertThat(stages(diagnosis)).containsExactly(Stage.START, Stage.CHECK);
        assertThat(diagnosis.complete()).isTrue();
        assertThat(diagnosis.errors()).extracting(f -> f.rule().id()).containsExactly("out-of-memory");
        assertThat(diagnosis.headline()).isEqualTo("A training step does not fit into memory (batch size 16).");
        assertThat(lab.asked()).isEmpty();
    }

    @Test
    void aNetworkWhoseFirstStepFailsEndsTheWalkAndTheHeadlineSaysWhere() {
        FakeLab lab = new FakeLab(ROWS).endsAs(new Outcome.Failed("dense_1/Gemm", "node dense_1/Gemm failed: boom"));
        Diagnosis diagnosis = run(lab, "");
        assertThat(stages(diagnosis)).containsExactly(Stage.START, Stage.CHECK);
        assertThat(diagnosis.knowledge().path().get(1).status()).isEqualTo(Visit.Status.PROBLEM);
        assertThat(diagnosis.headline()).isEqualTo("The network does not run (node dense_1/Gemm).");
        assertThat(diagnosis.errors()).singleElement().satisfies(f -> {
            assertThat(f.rule().id()).isEqualTo("does-not-run");
            assertThat(f.seen()).contains("boom");
        });
    }

    @Test
    void anOutputOfTheWrongWidthIsProvedByTheEditWithWhichItRuns() {
        Diagnosis diagnosis = run(new FakeLab(ROWS), "model: {layers: [{dense: {units: 2}}]}");
        assertThat(stages(diagnosis)).containsExactly(Stage.START, Stage.CHECK);
        assertThat(diagnosis.errors()).singleElement().satisfies(f -> {
            assertThat(f.rule().id()).isEqualTo("output-width");
            assertThat(f.status()).isEqualTo(Status.CONFIRMED);
            assertThat(f.confirmedBy()).contains("expected 3 units", "`output-units=3`");
        });
        assertThat(diagnosis.headline()).contains("`output-units=3` removes it");
    }

    @Test
    void anOutputThatNoEditMendsCannotBeUsed() {
        assertThatThrownBy(() -> run(new FakeLab(ROWS), "model: {layers: [{reshape: {shape: [2, 2]}}]}"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("expected an output of 2 axes");
    }

    @Test
    void aFinishedRunIsTakenUpWhereItStandsAndNotTrainedAgain() {
        FakeLab lab = new FakeLab(ROWS).wrongInHundred(2);
        Experiment experiment = Setups.experiment("goal: {metric: accuracy, target: 0.9}", ROWS);
        Run run = lab.run(experiment, RunRequest.full(Budget.of(Duration.ofMinutes(1))), Observer.SILENT);
        Knowledge known =
                Knowledge.of(Draft.of(experiment)).edit().training(run).build();
        Diagnosis diagnosis = walk(lab, new Walk.Listener() {}).run(known);
        assertThat(stages(diagnosis)).containsExactly(Stage.START, Stage.COMPARE, Stage.EVALUATE, Stage.IMPROVE);
        assertThat(lab.asked()).extracting(Asked::kind).containsExactly(Kind.FULL);
        assertThat(diagnosis.goalMet()).contains(true);
    }

    @Test
    void aFinishedRunOfABrokenExperimentIsMendedInFullTraining() {
        FakeLab lab = new FakeLab(ROWS).learns(WalkTest::positive);
        Experiment experiment = Setups.experiment(FLIPPED, ROWS);
        Run run = lab.run(experiment, RunRequest.full(Budget.of(Duration.ofMinutes(1))), Observer.SILENT);
        Diagnosis diagnosis = walk(lab, new Walk.Listener() {})
                .run(Knowledge.of(Draft.of(experiment)).edit().training(run).build());
        assertThat(diagnosis.headline()).startsWith("The loss has the wrong sign: `loss-sign` removes it");
        assertThat(diagnosis.errors().get(0).rule().id()).isEqualTo("loss-sign");
    }

    private static final String DECAY = "training: {optimizer: {name: adam, weight-decay: 1}}\n";

    @Test
    void whatPassesOnOneBatchAndRuinsTheWholeIsConfirmedInFullTraining() {
        FakeLab lab = new FakeLab(ROWS)
                .learns(e ->
                        e.data().oneBatch() != null || e.training().optimizer().weightDecay() == 0);
        Diagnosis diagnosis = run(lab, DECAY);
        assertThat(Objects.requireNonNull(diagnosis.knowledge().overfit()).overfits())
                .isTrue();
        assertThat(diagnosis.errors().get(0)).satisfies(first -> {
            assertThat(first.rule().id()).isEqualTo("weight-decay-too-strong");
            assertThat(first.status()).isEqualTo(Status.CONFIRMED);
            assertThat(first.confirmedBy()).contains("full training", "`weight-decay=0`", "3 seeds each");
        });
        assertThat(diagnosis.headline())
                .startsWith(
                        "Weight decay is too strong: `weight-decay=0` removes it, and accuracy on test goes from 3");
    }

    @Test
    void whatLooksWrongAndDoesNoHarmIsRuledOut() {
        Diagnosis diagnosis = run(new FakeLab(ROWS), DECAY);
        assertThat(diagnosis.knowledge().findings())
                .filteredOn(f -> f.rule().id().equals("weight-decay-too-strong"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.status()).isEqualTo(Status.RULED_OUT);
                    assertThat(f.severity()).isEqualTo(Severity.INFO);
                });
        assertThat(diagnosis.knowledge().fix()).isNull();
        assertThat(diagnosis.headline()).startsWith("It learns: accuracy");
    }

    @Test
    void aWalkWithoutTimeEndsWithoutAFault() {
        FakeLab lab = new FakeLab(ROWS).learns(e -> false);
        Workbench bench = new Workbench(
                lab,
                lab.source(),
                Causes.standard(),
                Interventions.standard(),
                Deadline.in(Duration.ZERO),
                Observer.SILENT);
        Diagnosis diagnosis = new Walk(bench, new Walk.Listener() {}).run(Knowledge.of(draft(FLIPPED)));
        assertThat(stages(diagnosis)).isEqualTo(ALL);
        assertThat(diagnosis.knowledge().fix()).isNull();
        assertThat(diagnosis.knowledge().tested())
                .allSatisfy(t -> assertThat(t.verdict()).isEqualTo(TestedIntervention.Verdict.NOT_TRIED));
    }

    @Test
    void aRegressionIsJudgedInItsOwnUnit() {
        Diagnosis diagnosis =
                run(new FakeLab(ExampleData.diabetes()).wrongInHundred(40), "goal: {metric: rmse, target: 60}");
        assertThat(stages(diagnosis)).isEqualTo(ALL);
        assertThat(diagnosis.headline()).isEqualTo("It works: rmse 40.00 on test, and the goal is 60.00.");
        assertThat(diagnosis.knowledge().findings()).noneMatch(f -> f.severity() == Severity.ERROR);
    }
}
