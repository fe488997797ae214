package dev.plumbline.tune.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.Space;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CoarseToFineSamplerTest {
    private final Space space = Space.of("x", FloatDomain.of(0, 1)).with("kind", CategoricalDomain.of("a", "b", "c"));

    private static FloatDomain range(Space ranges) {
        return (FloatDomain) ranges.parameter("x").orElseThrow().domain();
    }

    private History run(CoarseToFineSampler sampler, double optimum, int count) {
        List<TrialRecord> trials = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> chosen =
                    sampler.suggest(History.minimizing(List.copyOf(trials)), space, new SplittableRandom(i * 31L));
            double miss = Math.abs(number(chosen, "x") - optimum) + ("b".equals(chosen.get("kind")) ? 0 : 1);
            trials.add(TrialRecord.complete(i, chosen, miss));
        }
        return History.minimizing(trials);
    }

    private static double number(Map<String, Object> chosen, String name) {
        return ((Number) Objects.requireNonNull(chosen.get(name))).doubleValue();
    }

    @Test
    void roundByRound_theRangeNarrowsAroundTheBest() {
        CoarseToFineSampler sampler = new CoarseToFineSampler(20, 4);
        History history = run(sampler, 0.42, 100);
        FloatDomain last = range(sampler.ranges(history, space));
        assertThat(last.low()).isLessThan(0.42);
        assertThat(last.high()).isGreaterThan(0.42);
        assertThat(last.high() - last.low()).isLessThan(0.1);
        assertThat(sampler.ranges(history, space)
                        .parameter("kind")
                        .orElseThrow()
                        .domain())
                .isEqualTo(CategoricalDomain.of("b"));
    }

    @Test
    void aBestAtTheEdge_movesTheRangeAndDoesNotNarrowIt() {
        CoarseToFineSampler sampler = new CoarseToFineSampler(3, 2);
        List<TrialRecord> trials = new ArrayList<>();
        double[] places = {0.4, 0.5, 0.6, 0.595, 0.5, 0.45};
        for (int i = 0; i < places.length; i++) {
            // first 0.5 is best, and then what lies at the upper edge of the range around it
            double loss = i == 3 ? -1 : Math.abs(places[i] - 0.5);
            trials.add(TrialRecord.complete(i, Map.of("x", places[i], "kind", "a"), loss));
        }
        FloatDomain before = range(sampler.ranges(History.minimizing(trials.subList(0, 3)), space));
        FloatDomain after = range(sampler.ranges(History.minimizing(trials), space));
        assertThat(before.high()).isBetween(0.59, 0.61);
        assertThat(after.high()).isGreaterThan(0.7);
        assertThat(after.high() - after.low()).isGreaterThan(0.99 * (before.high() - before.low()));
    }

    @Test
    void aPerson_setsTheNextRange() {
        CoarseToFineSampler sampler = new CoarseToFineSampler();
        sampler.setRange("x", FloatDomain.of(0.7, 0.8));
        History history = run(sampler, 0.1, 30);
        assertThat(history.finished()).allMatch(trial -> (Double) trial.get("x") >= 0.7);
        sampler.setRange("x", FloatDomain.of(2, 3));
        assertThatThrownBy(() -> sampler.suggest(history, space, new SplittableRandom(1)))
                .hasMessageContaining("within the domain");
    }
}
