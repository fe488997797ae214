package dev.plumbline.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.pruner.SuccessiveHalvingPruner;
import dev.plumbline.tune.sampler.GridSampler;
import dev.plumbline.tune.sampler.RandomSampler;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Condition;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.space.Space;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudyTest {
    private static final Space LINE = Space.of("x", FloatDomain.of(-10, 10));

    private static double parabola(Trial trial) {
        double x = trial.suggestFloat("x", -10, 10);
        return (x - 2) * (x - 2);
    }

    @Test
    void anObjectiveIsMadeSmall() {
        Study study = Study.minimize().open();
        study.optimize(StudyTest::parabola, Budget.trials(60));
        assertThat(study.trials()).hasSize(60).allMatch(trial -> trial.state() == TrialState.COMPLETE);
        assertThat((Double) study.best().orElseThrow().parameters().get("x")).isBetween(1.0, 3.0);
    }

    @Test
    void aDeclaredSpace_isThereWhenAsked() {
        Study study = Study.maximize()
                .space(Space.of("optimizer", CategoricalDomain.of("sgd", "adam"))
                        .with("momentum", FloatDomain.of(0, 0.99), Condition.when("optimizer", "sgd")))
                .open();
        for (int i = 0; i < 30; i++) {
            Trial trial = study.ask();
            boolean sgd = trial.getString("optimizer").equals("sgd");
            assertThat(trial.parameters().containsKey("momentum")).isEqualTo(sgd);
            study.tell(trial, i);
        }
        assertThat(study.best().orElseThrow().number()).isEqualTo(29);
    }

    @Test
    void aDefineByRunStudy_findsOutWhatDependsOnWhat() {
        List<Space> seen = new ArrayList<>();
        RandomSampler random = new RandomSampler();
        Study study = Study.minimize()
                .sampler((history, space, source) -> {
                    seen.add(space);
                    return random.suggest(history, space, source);
                })
                .open();
        study.optimize(
                trial -> {
                    int layers = trial.suggestInt("layers", 1, 2);
                    double units = trial.suggestFloat("units-1", 0, 1);
                    double more = layers > 1 ? trial.suggestFloat("units-2", 0, 1) : 0;
                    String optimizer = trial.suggestCategorical("optimizer", "sgd", "adam", "lion");
                    return units + more + (optimizer.equals("sgd") ? trial.suggestFloat("momentum", 0, 1) : 0);
                },
                Budget.trials(40));
        Space last = seen.get(seen.size() - 1);
        assertThat(last.parameter("units-1").orElseThrow().condition()).isNull();
        assertThat(last.parameter("units-2").orElseThrow().condition()).isEqualTo(Condition.when("layers", 2));
        assertThat(last.parameter("momentum").orElseThrow().condition()).isEqualTo(Condition.when("optimizer", "sgd"));
    }

    @Test
    void theSameSeed_givesTheSameStudy_andAnotherSeedAnother() {
        List<Map<String, Object>> first = parameters(7);
        assertThat(parameters(7)).isEqualTo(first);
        assertThat(parameters(8)).isNotEqualTo(first);
        assertThat(new HashSet<>(first)).hasSameSizeAs(first);
    }

    private static List<Map<String, Object>> parameters(long seed) {
        Study study = Study.minimize().seed(seed).open();
        study.optimize(
                trial -> parabola(trial) + trial.suggestInt("n", 1, 5) + trial.suggestLogFloat("rate", 1e-4, 1),
                Budget.trials(40));
        return study.trials().stream().map(TrialRecord::parameters).toList();
    }

    @Test
    void anEnqueuedConfiguration_comesNext_isAnnotated_andComparedWithTheBest() {
        Study study = Study.minimize().space(LINE.with("n", IntDomain.of(1, 5))).open();
        study.tell(study.ask(), 3);
        int number = study.enqueue(Map.of("x", 2));
        study.annotate(number, "why", "the minimum, by hand");
        assertThat(study.trial(number).state()).isEqualTo(TrialState.WAITING);
        Trial trial = study.ask();
        assertThat(trial.number()).isEqualTo(number);
        assertThat(trial.getDouble("x")).isEqualTo(2);
        assertThat(trial.getInt("n")).isBetween(1, 5);
        study.tell(trial, 5);
        Comparison comparison = study.compareWithBest(number).orElseThrow();
        assertThat(comparison.difference()).isEqualTo(2);
        assertThat(comparison.changes()).containsKey("x");
        assertThat(study.trial(number).notes()).containsEntry("why", "the minimum, by hand");
        assertThatThrownBy(() -> study.enqueue(Map.of("x", 20)))
                .hasMessageContaining("`x`")
                .hasMessageContaining("20");
    }

    @Test
    void aTrialThatFails_isKept_andTheStudyGoesOn() {
        Study study = Study.minimize().open();
        study.optimize(
                trial -> {
                    double value = parabola(trial);
                    if (trial.number() == 1) {
                        throw new IllegalStateException("out of memory");
                    }
                    return trial.number() == 2 ? Double.NaN : value;
                },
                Budget.trials(5));
        assertThat(study.trial(1).state()).isEqualTo(TrialState.FAILED);
        assertThat(study.trial(1).notes().get("failure")).contains("out of memory");
        assertThat(study.trial(2).state()).isEqualTo(TrialState.FAILED);
        assertThat(study.trial(4).state()).isEqualTo(TrialState.COMPLETE);
    }

    @Test
    void anObjectiveThatAlwaysFails_endsTheStudy() {
        Study study = Study.minimize().open();
        assertThatThrownBy(() -> study.optimize(
                        trial -> {
                            throw new IllegalStateException("no such file");
                        },
                        Budget.trials(1000)))
                .hasMessageContaining("the first 10 all failed")
                .hasMessageContaining("no such file");
    }

    @Test
    void aTrialOutOfTime_fails() {
        Study study = Study.minimize().open();
        study.optimize(
                trial -> {
                    if (trial.number() == 0) {
                        Thread.sleep(60_000);
                    }
                    return parabola(trial);
                },
                Budget.trials(2).trialTimeout(Duration.ofMillis(200)));
        assertThat(study.trial(0).notes().get("failure")).contains("out of time");
        assertThat(study.trial(1).state()).isEqualTo(TrialState.COMPLETE);
    }

    @Test
    void severalObjectives_haveAFront_andNoBest() {
        Study study = Study.directions(Direction.MINIMIZE, Direction.MAXIMIZE).open();
        study.optimizeAll(
                trial -> {
                    double x = trial.suggestFloat("x", 0, 1);
                    return new double[] {x, trial.number() < 30 ? x : x - 1};
                },
                Budget.trials(50));
        assertThat(study.paretoFront()).hasSize(30).allMatch(trial -> trial.number() < 30);
        assertThatThrownBy(study::best).hasMessageContaining("paretoFront");
    }

    @Test
    void aTrialThatBreaksAConstraint_isNotTheBest() {
        Study study = Study.minimize().open();
        study.optimize(
                trial -> {
                    double x = trial.suggestFloat("x", -10, 10);
                    trial.constraints(5 - x);
                    return x;
                },
                Budget.trials(50));
        assertThat((Double) study.best().orElseThrow().parameters().get("x")).isGreaterThanOrEqualTo(5);
    }

    @Test
    void aTrial_endsOnce_andWithAValueForEachDirection() {
        Study study = Study.minimize().space(LINE).open();
        Trial trial = study.ask();
        assertThatThrownBy(() -> study.tell(trial, 1, 2)).hasMessageContaining("1 values are expected");
        study.tell(trial, 1);
        assertThatThrownBy(() -> study.tell(trial, 2)).hasMessageContaining("it is COMPLETE");
        assertThat(study.best().orElseThrow().values()).containsExactly(1.0);
    }

    @Test
    void choicesMayBeAdded() {
        Study study = Study.minimize()
                .space(Space.of("c", CategoricalDomain.of("a", "b")))
                .open();
        study.tell(study.ask(), 1);
        study.tell(study.ask(), 1);
        study.declare(new Parameter("c", CategoricalDomain.of("a", "b", "new"), null));
        assertThat(study.ask().getString("c")).isEqualTo("new");
    }

    @Test
    void aGrid_isTriedOnce_andEndsTheStudy() {
        Study study = Study.minimize()
                .space(LINE.with("n", IntDomain.of(1, 3)))
                .sampler(GridSampler.evenly(5))
                .open();
        study.optimize(trial -> trial.getDouble("x"), Budget.trials(1000));
        Set<Map<String, Object>> tried = new HashSet<>();
        study.trials().forEach(trial -> tried.add(trial.parameters()));
        assertThat(tried).hasSize(15);
        assertThat(study.trialCount()).isEqualTo(15);
        assertThatThrownBy(study::ask).hasMessageContaining("nothing left");
    }

    @Test
    void aSmallSpace_isTriedWithoutRepeats_untilAllOfItWas() {
        Study study = Study.minimize()
                .space(Space.of("a", IntDomain.of(0, 9)).with("b", CategoricalDomain.of("x", "y", "z")))
                .sampler(new RandomSampler())
                .open();
        study.optimize(trial -> trial.getInt("a"), Budget.trials(30));
        assertThat(study.trials().stream().map(TrialRecord::parameters).distinct())
                .hasSize(30);
    }

    @Test
    void eightThreads_loseNothing_andDoubleNothing() {
        Study study = Study.minimize()
                .space(LINE.with("rate", FloatDomain.log(1e-4, 1)))
                .sampler(new RandomSampler())
                .open();
        study.optimize(trial -> trial.getDouble("x"), Budget.trials(20_000).threads(8));
        List<TrialRecord> trials = study.trials();
        assertThat(trials.stream().map(TrialRecord::number))
                .isEqualTo(IntStream.range(0, 20_000).boxed().toList());
        assertThat(trials)
                .allMatch(trial -> trial.state() == TrialState.COMPLETE
                        && trial.values().get(0).equals(trial.parameters().get("x")));
        assertThat(trials.stream().map(TrialRecord::parameters).distinct()).hasSize(20_000);
        assertThat(study.history().finished()).hasSize(20_000);
    }

    @Test
    void aStudyWhoseTrialsAllPause_runsTheFarthestAndBestOfThemToItsEnd() {
        Study study = Study.minimize()
                .pruner(SuccessiveHalvingPruner.standard().withPausing())
                .open();
        study.optimize(
                trial -> {
                    double x = trial.suggestFloat("x", 0, 1);
                    for (int epoch = trial.lastStep() + 1; epoch <= 16; epoch++) {
                        trial.report(epoch, x / epoch);
                        if (trial.shouldPrune()) {
                            throw new TrialPruned();
                        }
                    }
                    return x / 16;
                },
                Budget.trials(3));
        double least = study.trials().stream().mapToDouble(StudyTest::x).min().orElseThrow();
        assertThat(study.history().complete())
                .singleElement()
                .satisfies(trial -> assertThat(x(trial)).isEqualTo(least));
    }

    private static double x(TrialRecord trial) {
        return (double) Objects.requireNonNull(trial.parameters().get("x"));
    }
}
