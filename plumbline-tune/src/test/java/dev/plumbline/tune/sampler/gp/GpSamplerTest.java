package dev.plumbline.tune.sampler.gp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.sampler.RandomSampler;
import dev.plumbline.tune.sampler.Trials;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Condition;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.OrdinalDomain;
import dev.plumbline.tune.space.Space;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GpSamplerTest {
    private static final Space PLANE = Space.of("x", FloatDomain.of(-5, 5)).with("y", FloatDomain.of(-5, 5));
    private static final Space MIXED = Space.of("optimizer", CategoricalDomain.of("adam", "sgd", "rmsprop"))
            .with("rate", FloatDomain.log(1e-5, 1))
            .with("momentum", FloatDomain.of(0, 1), Condition.when("optimizer", "sgd"))
            .with("width", IntDomain.log(8, 512))
            .with("depth", IntDomain.of(1, 5))
            .with("size", OrdinalDomain.of("small", "medium", "large"));

    private static double number(Map<String, Object> configuration, String name) {
        return ((Number) Objects.requireNonNull(configuration.get(name), name)).doubleValue();
    }

    private static double[] bowl(Map<String, Object> c) {
        return new double[] {Math.pow(number(c, "x") - 1.3, 2) + 3 * Math.pow(number(c, "y") + 2.1, 2)};
    }

    private static double[] training(Map<String, Object> c) {
        double rate = Math.log10(number(c, "rate"));
        double loss = Math.pow(rate + 2.5, 2) + 0.2 * Math.abs(number(c, "depth") - 3);
        loss += Math.pow(Math.log(number(c, "width") / 100), 2) / 4;
        loss += "sgd".equals(c.get("optimizer")) ? Math.pow(number(c, "momentum") - 0.9, 2) : 1;
        return new double[] {loss + ("medium".equals(c.get("size")) ? 0 : 0.5)};
    }

    @Test
    void aBowlsBottom_isFoundInThirtyTrials() {
        Trials trials = new Trials(PLANE, Direction.MINIMIZE).run(new GpSampler(), 30, 1, GpSamplerTest::bowl);
        assertThat(trials.best()).isLessThan(0.01);
    }

    @Test
    void aMixedSpaceWithACondition_isSearchedBetterThanAtRandom() {
        Trials trials = new Trials(MIXED, Direction.MINIMIZE).run(new GpSampler(), 50, 1, GpSamplerTest::training);
        Trials random = new Trials(MIXED, Direction.MINIMIZE).run(new RandomSampler(), 200, 1, GpSamplerTest::training);
        assertThat(trials.best()).isLessThan(0.1).isLessThan(random.best());
    }

    @Test
    void whatIsMaximized_risesAsWhatIsMinimizedFalls() {
        Trials down = new Trials(PLANE, Direction.MINIMIZE).run(new GpSampler(), 12, 5, GpSamplerTest::bowl);
        Trials up = new Trials(PLANE, Direction.MAXIMIZE).run(new GpSampler(), 12, 5, c -> new double[] {-bowl(c)[0]});
        assertThat(up.history().finished().get(11).parameters())
                .isEqualTo(down.history().finished().get(11).parameters());
    }

    @Test
    void aFreshSampler_proposesWhatTheUsedOneDoes() {
        GpSampler used = new GpSampler();
        Trials trials = new Trials(MIXED, Direction.MINIMIZE).run(used, 23, 2, GpSamplerTest::training);
        assertThat(new GpSampler().suggest(trials.history(), MIXED, new SplittableRandom(9)))
                .isEqualTo(used.suggest(trials.history(), MIXED, new SplittableRandom(9)));
    }

    @Test
    void trialsUnderWay_keepOthersAway() {
        Trials trials = new Trials(PLANE, Direction.MINIMIZE).run(new GpSampler(), 7, 3, GpSamplerTest::bowl);
        GpSampler sampler = new GpSampler();
        Map<String, Object> alone = sampler.suggest(trials.history(), PLANE, new SplittableRandom(4));
        TrialRecord running = Trials.record(7, TrialState.RUNNING, alone, List.of());
        Map<String, Object> beside = sampler.suggest(trials.history(List.of(running)), PLANE, new SplittableRandom(4));
        double apart = Math.hypot(number(alone, "x") - number(beside, "x"), number(alone, "y") - number(beside, "y"));
        assertThat(apart).isGreaterThan(0.02);
    }

    @Test
    void aConstraint_isKept_whereTheBestLiesBeyondIt() {
        Trials trials = new Trials(PLANE, Direction.MINIMIZE)
                .run(new GpSampler(), 40, 1, GpSamplerTest::bowl, c -> List.of(number(c, "x")));
        assertThat(trials.best()).isBetween(1.69, 1.9);
    }

    @Test
    void failedTrials_andInfinities_areStayedAwayFrom() {
        Trials trials = new Trials(PLANE, Direction.MINIMIZE).run(new GpSampler(), 10, 1, c ->
                new double[] {number(c, "x") > 0 ? 1.0 / 0 : bowl(c)[0]});
        trials.add(TrialState.FAILED, Map.of("x", 4.0, "y", 4.0), List.of());
        trials.run(new GpSampler(), 20, 2, c -> new double[] {number(c, "x") > 0 ? 1.0 / 0 : bowl(c)[0]});
        assertThat(trials.best()).isLessThan(3.5);
    }

    @Test
    void constantValues_andDuplicates_areSurvived() {
        Trials trials = new Trials(PLANE, Direction.MINIMIZE);
        for (int k = 0; k < 12; k++) {
            trials.add(TrialState.COMPLETE, Map.of("x", 1.0, "y", 1.0), List.of(), 3);
        }
        trials.run(new GpSampler(), 5, 1, c -> new double[] {3});
        assertThat(trials.history().finished()).hasSize(17);
    }

    @Test
    void hugeValues_areSurvived() {
        Trials trials = new Trials(PLANE, Direction.MINIMIZE).run(new GpSampler(), 15, 1, c ->
                new double[] {1e305 * (bowl(c)[0] - 10)});
        assertThat(trials.best()).isLessThan(-9e305);
    }

    @Test
    void aSmallDiscreteSpace_isTriedOutWithoutRepeats() {
        Space small = Space.of("a", IntDomain.of(1, 4)).with("b", CategoricalDomain.of("x", "y", "z"));
        Trials trials =
                new Trials(small, Direction.MINIMIZE).run(new GpSampler(), 12, 1, c -> new double[] {number(c, "a")});
        Set<Map<String, Object>> different = new HashSet<>();
        trials.history().finished().forEach(trial -> different.add(trial.parameters()));
        assertThat(different).hasSize(12);
    }

    @Test
    void twoObjectives_areRefused() {
        Trials trials = new Trials(PLANE, Direction.MINIMIZE, Direction.MAXIMIZE);
        assertThatThrownBy(() -> new GpSampler().suggest(trials.history(), PLANE, new SplittableRandom(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one objective")
                .hasMessageContaining("NsgaSampler");
    }
}
