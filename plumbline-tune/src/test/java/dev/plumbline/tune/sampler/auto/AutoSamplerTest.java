package dev.plumbline.tune.sampler.auto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tune.Budget;
import dev.plumbline.tune.Study;
import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.sampler.RandomSampler;
import dev.plumbline.tune.sampler.Trials;
import dev.plumbline.tune.sampler.cma.CmaSampler;
import dev.plumbline.tune.sampler.gp.GpSampler;
import dev.plumbline.tune.sampler.nsga.NsgaSampler;
import dev.plumbline.tune.sampler.tpe.TpeSampler;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.Space;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AutoSamplerTest {
    private static final Space SPACE = Space.of("x", FloatDomain.of(0, 1)).with("y", FloatDomain.log(1e-3, 1));

    private static History grown(int trials, Direction... directions) {
        Trials grown = new Trials(SPACE, directions);
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < trials; k++) {
            Map<String, Object> point = SPACE.configuration(p -> p.domain().fromUnit(random.nextDouble()));
            double[] values = new double[directions.length];
            values[0] = (double) Objects.requireNonNull(point.get("x"));
            values[values.length - 1] = (double) Objects.requireNonNull(point.get("y"));
            grown.add(TrialState.COMPLETE, point, List.of(), values);
        }
        return grown.history();
    }

    private static Map<String, Object> suggested(History history) {
        return new AutoSampler().suggest(history, SPACE, new SplittableRandom(3));
    }

    @Test
    void fewTrials_areModelledByAProcess() {
        History history = grown(20, Direction.MINIMIZE);
        assertThat(suggested(history)).isEqualTo(new GpSampler().suggest(history, SPACE, new SplittableRandom(3)));
    }

    @Test
    void manyTrials_areLeftToTheQuicker() {
        History history = grown(600, Direction.MINIMIZE);
        assertThat(suggested(history))
                .isEqualTo(CmaSampler.after(500).suggest(history, SPACE, new SplittableRandom(3)));
    }

    @Test
    void manyTrialsOfChoices_areLeftToTheOneThatKnowsChoices() {
        Space choices = Space.of("a", CategoricalDomain.of("p", "q")).with("b", CategoricalDomain.of("r", "s"));
        Trials trials = new Trials(choices, Direction.MINIMIZE).run(new RandomSampler(), 600, 1, c ->
                new double[] {"p".equals(c.get("a")) ? 1 : 2});
        assertThat(new AutoSampler().suggest(trials.history(), choices, new SplittableRandom(3)))
                .isEqualTo(new TpeSampler().suggest(trials.history(), choices, new SplittableRandom(3)));
    }

    @Test
    void severalObjectives_areBred() {
        History history = grown(60, Direction.MINIMIZE, Direction.MAXIMIZE);
        assertThat(suggested(history)).isEqualTo(new NsgaSampler().suggest(history, SPACE, new SplittableRandom(3)));
    }

    @Test
    void anObjectiveThatAsksAsItGoes_isTuned() {
        Study study = Study.minimize().sampler(new AutoSampler()).open();
        study.optimize(
                trial -> {
                    double x = trial.suggestFloat("x", -10, 10);
                    if (x < 0) {
                        return 20 + trial.suggestFloat("y", 0, 1);
                    }
                    return (x - 7) * (x - 7);
                },
                Budget.trials(30));
        assertThat(study.best().orElseThrow().values().get(0)).isLessThan(0.05);
    }
}
