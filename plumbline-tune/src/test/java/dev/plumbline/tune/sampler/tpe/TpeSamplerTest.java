package dev.plumbline.tune.sampler.tpe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.sampler.RandomSampler;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Condition;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.OrdinalDomain;
import dev.plumbline.tune.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class TpeSamplerTest {
    private static final Space MIXED = Space.of("rate", FloatDomain.log(1e-5, 1))
            .with("layers", IntDomain.of(1, 8))
            .with("width", OrdinalDomain.of(16, 32, 64, 128))
            .with("optimizer", CategoricalDomain.of("sgd", "adam", "lion"))
            .with("momentum", FloatDomain.of(0, 1), Condition.when("optimizer", "sgd"));

    private static double loss(Map<String, Object> chosen) {
        double rate = Math.log10(number(chosen, "rate")) + 3;
        double momentum = chosen.containsKey("momentum") ? Math.abs(number(chosen, "momentum") - 0.9) : 0.5;
        return rate * rate
                + 0.1 * Math.abs(number(chosen, "layers") - 3)
                + momentum
                + 0.1 * Math.abs(Math.log(number(chosen, "width") / 64.0));
    }

    private static List<TrialRecord> run(
            Sampler sampler, Space space, ToDoubleFunction<Map<String, Object>> loss, int count, long seed) {
        List<TrialRecord> trials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            SplittableRandom random = new SplittableRandom(seed * 1_000_003 + i).split();
            Map<String, Object> chosen = sampler.suggest(History.minimizing(List.copyOf(trials)), space, random);
            trials.add(TrialRecord.complete(i, chosen, loss.applyAsDouble(chosen)));
        }
        return trials;
    }

    private static double best(List<TrialRecord> trials) {
        return trials.stream().mapToDouble(trial -> trial.values().get(0)).min().orElseThrow();
    }

    private static double number(Map<String, Object> chosen, String name) {
        return ((Number) Objects.requireNonNull(chosen.get(name))).doubleValue();
    }

    @Test
    void inAMixedConditionalSpace_itFindsWhatRandomSearchDoesNot() {
        double ours = 0;
        double random = 0;
        for (int seed = 0; seed < 5; seed++) {
            ours += best(run(new TpeSampler(), MIXED, TpeSamplerTest::loss, 80, seed));
            random += best(run(new RandomSampler(), MIXED, TpeSamplerTest::loss, 80, seed));
        }
        assertThat(ours).isLessThan(0.5 * random);
    }

    @Test
    void everySuggestion_isOfItsDomain() {
        for (TrialRecord trial : run(new TpeSampler(), MIXED, TpeSamplerTest::loss, 60, 3)) {
            trial.parameters()
                    .forEach((name, value) -> assertThat(
                                    MIXED.parameter(name).orElseThrow().domain().contains(value))
                            .isTrue());
            assertThat(trial.parameters().containsKey("momentum"))
                    .isEqualTo(trial.get("optimizer").equals("sgd"));
        }
    }

    @Test
    void theSameHistory_givesTheSameSuggestion_alsoToASamplerThatSeesItAllAtOnce() {
        List<TrialRecord> trials = run(new TpeSampler(), MIXED, TpeSamplerTest::loss, 40, 1);
        TpeSampler grown = new TpeSampler();
        for (int i = 1; i < trials.size(); i++) {
            grown.suggest(History.minimizing(trials.subList(0, i)), MIXED, new SplittableRandom(9));
        }
        History all = History.minimizing(trials);
        assertThat(grown.suggest(all, MIXED, new SplittableRandom(4)))
                .isEqualTo(new TpeSampler().suggest(all, MIXED, new SplittableRandom(4)));
    }

    @Test
    void regionsThatFail_areAvoided() {
        Space line = Space.of("x", FloatDomain.of(0, 1));
        TpeSampler sampler = new TpeSampler();
        List<TrialRecord> trials = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            Map<String, Object> chosen =
                    sampler.suggest(History.minimizing(List.copyOf(trials)), line, new SplittableRandom(i).split());
            double x = number(chosen, "x");
            TrialRecord good = TrialRecord.complete(i, chosen, x);
            // smaller is better, but below a half everything fails
            trials.add(
                    x >= 0.5
                            ? good
                            : new TrialRecord(
                                    i,
                                    TrialState.FAILED,
                                    chosen,
                                    List.of(),
                                    List.of(),
                                    new TreeMap<>(),
                                    Map.of(),
                                    null,
                                    null));
        }
        assertThat(trials.subList(40, 80).stream().filter(trial -> trial.state() == TrialState.FAILED))
                .hasSizeLessThan(20);
        assertThat(best(trials.stream()
                        .filter(trial -> trial.state() == TrialState.COMPLETE)
                        .toList()))
                .isLessThan(0.55);
    }

    @Test
    void ofSeveralObjectives_whatFewDominateIsGood() {
        Space line = Space.of("x", FloatDomain.of(-5, 5));
        TpeSampler sampler = new TpeSampler();
        List<TrialRecord> trials = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            History history =
                    new History(List.of(Direction.MINIMIZE, Direction.MAXIMIZE), List.copyOf(trials), List.of());
            double x = number(sampler.suggest(history, line, new SplittableRandom(i).split()), "x");
            trials.add(TrialRecord.complete(i, Map.of("x", x), x * x, -(x - 1) * (x - 1)));
        }
        // the front is between the two optima
        assertThat(trials.subList(20, 60).stream().filter(trial -> {
                    double x = (Double) trial.get("x");
                    return x > -0.5 && x < 1.5;
                }))
                .hasSizeGreaterThan(25);
    }

    @Test
    void theNormalDistribution_isThatOfTheTables() {
        assertThat(NormalDistribution.below(0)).isEqualTo(0.5);
        assertThat(Math.abs(NormalDistribution.below(1.96) - 0.9750021048517795))
                .isLessThan(1e-10);
        assertThat(Math.abs(NormalDistribution.below(-3.21) - 6.636749e-4)).isLessThan(1e-9);
    }
}
