package dev.plumbline.debug.cause.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.Setups;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the training plan itself shows of its faults, before anything runs, beside plans that come close to them. */
class TrainingCausesTest {
    /** 1,294 rows of 64 numbers. */
    private static final Dataset DIGITS = ExampleData.flatDigits();

    /** @param twin the same without the fault */
    record Planted(String rule, Severity severity, String training, String seen, String edit, String twin) {
        @Override
        public String toString() {
            return rule + ": " + training;
        }
    }

    static Stream<Planted> planted() {
        return Stream.of(
                warning(
                        "schedule-kills-rate",
                        "{epochs: 30, schedule: {name: exponential, rate: 0.5, steps: 10}}",
                        "below 1 %",
                        "schedule=constant",
                        "{epochs: 30, schedule: {name: exponential, rate: 0.9}}"),
                warning(
                        "schedule-kills-rate",
                        "{epochs: 5, schedule: {name: warmup, steps: 100000, start: 0}}",
                        "warmup",
                        "schedule=cosine",
                        "{epochs: 20, schedule: {name: warmup, steps: 20, start: 0}}"),
                warning(
                        "schedule-kills-rate",
                        "{epochs: 30, schedule: {name: step, epochs: 2, rate: 0.1}}",
                        "step",
                        "schedule=constant",
                        "{epochs: 30, schedule: {name: multi-step, epochs: [15, 22, 27], rate: 0.1}}"),
                warning(
                        "schedule-kills-rate",
                        "{epochs: 30, schedule: {name: inverse-time, steps: 1, rate: 1}}",
                        "inverse-time",
                        "schedule=cosine",
                        "{epochs: 30, schedule: cosine}"),
                warning(
                        "average-lags",
                        "{epochs: 20, batch-size: 32, ema: {momentum: 0.9999}}",
                        "the last average is 92 % the weights of the first step",
                        "without-ema",
                        "{epochs: 20, batch-size: 32, ema: {momentum: 0.99}}"),
                warning(
                        "batch-too-large",
                        "{epochs: 20, batch-size: 1024}",
                        "2 updates an epoch, 40 in all",
                        "batch-size=32",
                        "{epochs: 20, batch-size: 64}"),
                warning(
                        "batch-too-small",
                        "{epochs: 20, batch-size: 1}",
                        "batches of 1",
                        "batch-size=32",
                        "{epochs: 20, batch-size: 8}"),
                warning(
                        "momentum-too-high",
                        "{optimizer: {name: sgd, learning-rate: 0.01, momentum: 0.999}}",
                        "about 1000 steps",
                        "momentum=0.9",
                        "{optimizer: {name: sgd, learning-rate: 0.01, momentum: 0.95}}"),
                warning(
                        "momentum-too-high",
                        "{optimizer: {name: adam, beta1: 0.99}}",
                        "momentum 0.99",
                        "momentum=0.9",
                        "{optimizer: {name: adam, beta1: 0.5}}"),
                warning(
                        "optimizer-setting",
                        "{optimizer: {name: adam, epsilon: 1}}",
                        "epsilon 1.0",
                        "optimizer-settings=usual",
                        "{optimizer: {name: adam, epsilon: 1e-4}}"),
                warning(
                        "optimizer-setting",
                        "{optimizer: {name: adam, beta2: 0.1}}",
                        "beta2 0.1",
                        "optimizer-settings=usual",
                        "{optimizer: {name: adam, beta2: 0.95}}"),
                warning(
                        "optimizer-setting",
                        "{optimizer: {name: adagrad, learning-rate: 0.01, initial-accumulator: 1000}}",
                        "initial accumulator 1000.0",
                        "optimizer-settings=usual",
                        "{optimizer: {name: adagrad, learning-rate: 0.01, initial-accumulator: 0.1}}"),
                warning(
                        "optimizer-setting",
                        "{optimizer: {name: ftrl, learning-rate: 0.05, l1: 1}}",
                        "l1 1.0",
                        "optimizer-settings=usual",
                        "{optimizer: {name: ftrl, learning-rate: 0.05}}"),
                warning(
                        "optimizer-setting",
                        "{optimizer: {name: rmsprop, rho: 0.01}}",
                        "rho 0.01",
                        "optimizer-settings=usual",
                        "{optimizer: {name: rmsprop, rho: 0.9}}"),
                warning(
                        "clipping-too-tight",
                        "{clip-norm: 1e-6}",
                        "clip-norm 1.0E-6",
                        "without-clipping",
                        "{clip-norm: 1}"),
                hint(
                        "early-stopping-too-soon",
                        "{epochs: 50, early-stopping: 1}",
                        "patience of 1",
                        "early-stopping=10",
                        "{epochs: 50, early-stopping: 5}"),
                hint("epochs-too-few", "{epochs: 1}", "1 epochs", "epochs=64", "{epochs: 30}"));
    }

    private static Planted warning(String rule, String training, String seen, String edit, String twin) {
        return new Planted(rule, Severity.WARNING, training, seen, edit, twin);
    }

    private static Planted hint(String rule, String training, String seen, String edit, String twin) {
        return new Planted(rule, Severity.INFO, training, seen, edit, twin);
    }

    private static Setup setup(String training) {
        return Setups.of("model: {architecture: mlp, hidden: [32]}\ntraining: " + training, DIGITS);
    }

    private static Cause cause(String rule) {
        return TrainingCauses.list().stream()
                .filter(c -> c.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyCauseOfThisPackageIsPlantedHere() {
        assertThat(planted().map(Planted::rule).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        TrainingCauses.list().stream().map(c -> c.rule().id()).toList());
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aPlantedFaultIsSuspectedWithItsValues(Planted planted) {
        List<Finding> findings = cause(planted.rule()).look(setup(planted.training()));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.status()).isEqualTo(Status.SUSPECTED);
            assertThat(finding.severity()).isEqualTo(planted.severity());
            assertThat(finding.seen()).contains(planted.seen());
            assertThat(finding.why()).endsWith(".");
            assertThat(finding.remedy()).endsWith(".");
        });
    }

    @ParameterizedTest
    @MethodSource("planted")
    void theFirstEditRemovesTheSymptomAndSaysThatItDoes(Planted planted) {
        Setup setup = setup(planted.training());
        Cause cause = cause(planted.rule());
        assertThat(cause.edits(setup)).contains(planted.edit());
        assertThat(cause.edits(setup))
                .allSatisfy(
                        edit -> assertThat(Interventions.standard().parse(edit).removes())
                                .contains(planted.rule()));
        Intervention first = Interventions.standard().parse(cause.edits(setup).get(0));
        assertThat(cause.look(Setups.of(first.apply(setup.experiment()), DIGITS)))
                .as("with " + first.name())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aHealthyTwinRaisesNoSuspicion(Planted planted) {
        Setup twin = setup(planted.twin());
        assertThat(TrainingCauses.list())
                .allSatisfy(cause ->
                        assertThat(cause.look(twin)).as(cause.rule().id()).isEmpty());
    }
}
