package dev.plumbline.tune.sampler.nsga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.sampler.RandomSampler;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.sampler.Trials;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.Space;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class NsgaSamplerTest {
    private static final Space SPACE = Space.of("x0", FloatDomain.of(0, 1))
            .with("x1", FloatDomain.of(0, 1))
            .with("x2", FloatDomain.of(0, 1))
            .with("x3", FloatDomain.of(0, 1));

    private static double number(Map<String, Object> configuration, String name) {
        return ((Number) Objects.requireNonNull(configuration.get(name), name)).doubleValue();
    }

    /** ZDT1 (E. Zitzler, K. Deb, L. Thiele, 2000); the second objective is turned, to be maximized. */
    private static double[] zdt1(Map<String, Object> c) {
        double f = number(c, "x0");
        double g = 1 + 3 * (number(c, "x1") + number(c, "x2") + number(c, "x3"));
        return new double[] {f, -g * (1 - Math.sqrt(f / g))};
    }

    private static double hypervolume(Sampler sampler) {
        Trials trials =
                new Trials(SPACE, Direction.MINIMIZE, Direction.MAXIMIZE).run(sampler, 300, 1, NsgaSamplerTest::zdt1);
        List<TrialRecord> sorted = trials.history().finished().stream()
                .sorted((a, b) -> Double.compare(a.values().get(0), b.values().get(0)))
                .toList();
        double volume = 0;
        double reached = -1.1;
        for (TrialRecord trial : sorted) {
            double height = trial.values().get(1);
            if (height > reached && trial.values().get(0) < 1.1) {
                volume += (1.1 - trial.values().get(0)) * (height - reached);
                reached = height;
            }
        }
        return volume;
    }

    @Test
    void theFront_isCoveredFarBetterThanAtRandom() {
        assertThat(hypervolume(new NsgaSampler())).isGreaterThan(0.7);
        assertThat(hypervolume(new RandomSampler())).isLessThan(0.4);
    }

    @Test
    void aMember_beatsWhatIsNoBetterInAnything() {
        Member good = new Member(Map.of(), new double[] {1, 2}, 0);
        Member worse = new Member(Map.of(), new double[] {1, 3}, 0);
        Member other = new Member(Map.of(), new double[] {0, 4}, 0);
        Member broken = new Member(Map.of(), new double[] {-9, -9}, 0.1);
        assertThat(good.dominates(worse)).isTrue();
        assertThat(good.dominates(other)).isFalse();
        assertThat(other.dominates(good)).isFalse();
        assertThat(worse.dominates(broken)).isTrue();
        assertThat(good.dominates(good)).isFalse();
    }

    @Test
    void fronts_peelOff_andTheLoneliestComesFirst() {
        Member left = new Member(Map.of(), new double[] {0, 10}, 0);
        Member nearLeft = new Member(Map.of(), new double[] {1, 9}, 0);
        Member middle = new Member(Map.of(), new double[] {2, 8}, 0);
        Member right = new Member(Map.of(), new double[] {10, 0}, 0);
        Member behind = new Member(Map.of(), new double[] {11, 11}, 0);
        List<Member> ordered = Ranking.ordered(List.of(behind, nearLeft, middle, left, right));
        assertThat(ordered).endsWith(nearLeft, behind);
        assertThat(ordered.subList(0, 2)).containsExactlyInAnyOrder(left, right);
    }

    @Test
    void constraints_areMet() {
        Trials trials = new Trials(SPACE, Direction.MINIMIZE, Direction.MAXIMIZE)
                .run(new NsgaSampler(), 200, 1, NsgaSamplerTest::zdt1, c -> List.of(0.6 - number(c, "x0")));
        long feasible = trials.history().finished().subList(100, 200).stream()
                .filter(TrialRecord::isFeasible)
                .count();
        assertThat(feasible).isGreaterThan(80);
    }
}
