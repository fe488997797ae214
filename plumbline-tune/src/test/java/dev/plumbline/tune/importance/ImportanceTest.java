package dev.plumbline.tune.importance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.Space;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The figures to compare with are Optuna 5.0's, on trials that the same formula made there. */
class ImportanceTest {
    private static final Space SPACE = Space.of("rate", FloatDomain.log(1e-4, 1))
            .with("width", IntDomain.of(1, 100))
            .with("layers", IntDomain.log(1, 64))
            .with("drop", FloatDomain.of(0, 1))
            .with("kind", CategoricalDomain.of("a", "b", "c", "d"));

    @Test
    void pedAnova_saysWhatOptunasSays() {
        assertShares(
                new PedAnova().evaluate(history(Direction.MINIMIZE), SPACE),
                within(1e-9),
                Map.of(
                        "rate", 0.6992110923067975,
                        "width", 0.19009169955127345,
                        "drop", 0.06654785786068623,
                        "kind", 0.0266212849722119,
                        "layers", 0.017528065309031043));
        assertShares(
                new PedAnova(0.3).evaluate(history(Direction.MINIMIZE), SPACE),
                within(1e-9),
                Map.of(
                        "rate", 0.7923586322657009,
                        "width", 0.14676670572782205,
                        "drop", 0.008986250284001839,
                        "kind", 0.03386202503919969,
                        "layers", 0.018026386683275577));
    }

    @Test
    void fanova_saysWhatOptunasSays_asFarAsForestsAgree() {
        // the means of five of Optuna's forests, whose deviations are 0.007, 0.006, 0.004, 0.001 and 0.001; Optuna
        // takes
        // every range as linear, and choices as numbers of 0 and 1
        Space linear = SPACE.with("rate", FloatDomain.of(1e-4, 1)).with("layers", IntDomain.of(1, 64));
        assertShares(
                new Fanova().evaluate(history(Direction.MINIMIZE), linear),
                within(0.02),
                Map.of("rate", 0.8899, "width", 0.0696, "kind", 0.0286, "layers", 0.0074, "drop", 0.0045));
    }

    @Test
    void theMostImportant_standsFirst_andSharesSumToOne() {
        for (ImportanceEvaluator evaluator : List.of(new PedAnova(), new Fanova())) {
            Map<String, Double> shares =
                    evaluator.evaluate(history(Direction.MINIMIZE), SPACE).shares();
            assertThat(shares.keySet().iterator().next()).isEqualTo("rate");
            assertThat(shares.values().stream().mapToDouble(d -> d).sum()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void theDirection_counts() {
        Importances up = new PedAnova().evaluate(history(Direction.MAXIMIZE), SPACE);
        Importances down = new PedAnova().evaluate(history(Direction.MINIMIZE), SPACE);

        assertThat(up).isNotEqualTo(down);
    }

    @Test
    void aParameterThatDecides_onlyWhereItIsThere_isSeenByPedAnova() {
        List<TrialRecord> trials = new ArrayList<>();
        Numbers numbers = new Numbers();
        for (int i = 0; i < 200; i++) {
            Map<String, Object> parameters = new LinkedHashMap<>();
            boolean sgd = numbers.next() < 0.5;
            parameters.put("optimizer", sgd ? "sgd" : "adam");
            double value = 1;
            if (sgd) {
                double momentum = numbers.next();
                parameters.put("momentum", momentum);
                value = Math.abs(momentum - 0.9);
            }
            parameters.put("noise", numbers.next());
            trials.add(TrialRecord.complete(i, parameters, value));
        }
        Space space = Space.of("optimizer", CategoricalDomain.of("sgd", "adam"))
                .with("momentum", FloatDomain.of(0, 1))
                .with("noise", FloatDomain.of(0, 1));

        Importances importances = new PedAnova().evaluate(History.minimizing(trials), space);

        assertThat(importances.share("momentum")).isGreaterThan(0.6);
        assertThat(importances.share("optimizer")).isGreaterThan(importances.share("noise"));
    }

    @Test
    void tooFewTrials_tellNothing() {
        History one = History.minimizing(List.of(TrialRecord.complete(0, Map.of("x", 0.5), 1)));
        Space space = Space.of("x", FloatDomain.of(0, 1));

        assertThat(new PedAnova().evaluate(one, space).shares()).isEqualTo(Map.of("x", 0.0));
        assertThat(new Fanova().evaluate(one, space).shares()).isEqualTo(Map.of("x", 0.0));
    }

    @Test
    void valuesThatAreAllEqual_tellNothingToAForest() {
        List<TrialRecord> trials = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            trials.add(TrialRecord.complete(i, Map.of("x", i / 20.0), 3));
        }

        Importances importances =
                new Fanova().evaluate(History.minimizing(trials), Space.of("x", FloatDomain.of(0, 1)));

        assertThat(importances.share("x")).isZero();
    }

    private static void assertShares(Importances found, Offset<Double> offset, Map<String, Double> expected) {
        expected.forEach((name, share) ->
                assertThat(found.share(name)).as("%s of %s", name, found).isCloseTo(share, offset));
    }

    private static History history(Direction direction) {
        List<TrialRecord> trials = new ArrayList<>();
        Numbers numbers = new Numbers();
        for (int i = 0; i < 300; i++) {
            Map<String, Object> p = new LinkedHashMap<>();
            double rate = 1e-4 * Math.exp(numbers.next() * Math.log(1e4));
            long width = 1 + (long) (numbers.next() * 100);
            long layers = 1 + (long) (numbers.next() * 64);
            double drop = numbers.next();
            String kind = "abcd".substring((int) (numbers.next() * 4)).substring(0, 1);
            p.put("rate", rate);
            p.put("width", width);
            p.put("layers", layers);
            p.put("drop", drop);
            p.put("kind", kind);
            double value = Math.pow(Math.log10(rate) + 2, 2)
                    + Math.pow((width - 40) / 50.0, 2)
                    + 0.3 * drop
                    + (kind.equals("b") ? 0.8 : 0)
                    + 0.02 * Math.sin((double) layers);
            trials.add(TrialRecord.complete(i, p, value));
        }
        return new History(List.of(direction), trials, List.of());
    }

    /** A generator that is easily written in both languages. */
    private static final class Numbers {
        private long state = 12345;

        double next() {
            state = (state * 1103515245 + 12345) % (1L << 31);
            return state / (double) (1L << 31);
        }
    }
}
