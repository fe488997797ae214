package dev.plumbline.tune.sampler.cma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.sampler.Trials;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.Space;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CmaSamplerTest {
    private static final Space FIVE = continuous(5);

    private static Space continuous(int d) {
        Space space = Space.empty();
        for (int k = 0; k < d; k++) {
            space = space.with("x" + k, FloatDomain.of(-5, 5));
        }
        return space;
    }

    private static double number(Map<String, Object> configuration, String name) {
        return ((Number) Objects.requireNonNull(configuration.get(name), name)).doubleValue();
    }

    private static double[] turnedEllipsoid(Map<String, Object> c) {
        double sum = 0;
        double along = 0;
        for (int k = 0; k < c.size(); k++) {
            double x = number(c, "x" + k) - 1;
            sum += x * x;
            along += x;
        }
        return new double[] {sum + 1000 * along * along};
    }

    private static double[] sphere(Map<String, Object> c) {
        return new double[] {
            c.keySet().stream()
                    .mapToDouble(name -> Math.pow(number(c, name) - 1, 2))
                    .sum()
        };
    }

    @Test
    void anIllConditionedEllipsoid_isDescendedFar() {
        Trials trials =
                new Trials(FIVE, Direction.MINIMIZE).run(new CmaSampler(), 1500, 1, CmaSamplerTest::turnedEllipsoid);
        assertThat(trials.best()).isLessThan(1e-8);
    }

    @Test
    void wholeNumbers_doNotFreeze() {
        Space mixed = Space.of("a", IntDomain.of(0, 20))
                .with("x0", FloatDomain.of(-5, 5))
                .with("b", IntDomain.log(1, 1000));
        Trials trials = new Trials(mixed, Direction.MINIMIZE).run(new CmaSampler(), 600, 1, c -> new double[] {
            Math.abs(number(c, "a") - 17) + Math.pow(number(c, "x0") + 3, 2) + Math.abs(Math.log(number(c, "b") / 40))
        });
        assertThat(trials.best()).isLessThan(0.05);
    }

    @Test
    void theBestChoice_isLearned() {
        Space mixed = Space.of("kind", CategoricalDomain.of("p", "q", "r", "s")).with("x0", FloatDomain.of(-5, 5));
        Trials trials = new Trials(mixed, Direction.MINIMIZE).run(new CmaSampler(), 300, 1, c ->
                new double[] {Math.pow(number(c, "x0") - 2, 2) + ("r".equals(c.get("kind")) ? 0 : 1)});
        long right = trials.history().finished().subList(200, 300).stream()
                .filter(trial -> "r".equals(trial.parameters().get("kind")))
                .count();
        assertThat(right).isGreaterThan(60);
    }

    @Test
    void aConstraint_isKept() {
        Trials trials = new Trials(FIVE, Direction.MINIMIZE)
                .run(new CmaSampler(), 500, 1, CmaSamplerTest::sphere, c -> List.of(number(c, "x0")));
        assertThat(trials.best()).isBetween(1.0, 1.1);
    }

    @Test
    void whatItProposes_followsFromTheHistory() {
        CmaSampler used = new CmaSampler();
        Trials trials = new Trials(FIVE, Direction.MINIMIZE).run(used, 77, 3, CmaSamplerTest::turnedEllipsoid);
        assertThat(new CmaSampler().suggest(trials.history(), FIVE, new SplittableRandom(1)))
                .isEqualTo(used.suggest(trials.history(), FIVE, new SplittableRandom(1)));
    }
}
