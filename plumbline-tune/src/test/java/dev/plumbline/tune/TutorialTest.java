package dev.plumbline.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.importance.Importances;
import dev.plumbline.tune.importance.PedAnova;
import dev.plumbline.tune.journal.JournalStorage;
import dev.plumbline.tune.pruner.PercentilePruner;
import dev.plumbline.tune.pruner.Pruner;
import dev.plumbline.tune.pruner.SuccessiveHalvingPruner;
import dev.plumbline.tune.pruner.Verdict;
import dev.plumbline.tune.sampler.CoarseToFineSampler;
import dev.plumbline.tune.sampler.RandomSampler;
import dev.plumbline.tune.sampler.Sampler;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.Condition;
import dev.plumbline.tune.space.Edge;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial, docs/TUNE.md: every block of Java in it stands here as well, and does what the text says. */
class TutorialTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final Space space = Space.of("optimizer", CategoricalDomain.of("sgd", "adam"))
            .with("learning-rate", FloatDomain.log(1e-5, 1e-1))
            .with("momentum", FloatDomain.of(0, 0.99), Condition.when("optimizer", "sgd"));
    private final Objective objective = trial -> {
        double rate = trial.suggestLogFloat("learning-rate", 1e-5, 1e-1);
        double momentum = trial.suggestCategorical("optimizer", "sgd", "adam").equals("sgd")
                ? trial.suggestFloat("momentum", 0, 0.99)
                : 0.5;
        return Math.abs(Math.log10(rate) + 3) + Math.abs(momentum - 0.9);
    };

    @Test
    void everyBlockOfTheTutorial_standsHere() throws IOException {
        String source = Files.readString(Path.of("src/test/java/dev/plumbline/tune/TutorialTest.java"));
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/TUNE.md")));
        int count = 0;
        while (blocks.find()) {
            assertThat(withoutSpace(source)).contains(withoutSpace(blocks.group(1)));
            count++;
        }
        assertThat(count).isGreaterThan(10);
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void aFirstStudy() {
        Study study = Study.minimize().open();
        study.optimize(
                trial -> {
                    double x = trial.suggestFloat("x", -10, 10);
                    return (x - 2) * (x - 2);
                },
                Budget.trials(50));

        TrialRecord best = study.best().orElseThrow();
        System.out.println(best.parameters() + " gives " + best.values());
        assertThat((Double) best.parameters().get("x")).isBetween(1.5, 2.5);
    }

    @Test
    void whatATrialCanHandOut() {
        Study kinds = Study.minimize().open();
        kinds.optimize(
                trial -> {
                    double rate = trial.suggestLogFloat("learning-rate", 1e-5, 1e-1); // by its order of magnitude
                    double dropout = trial.suggestFloat("dropout", 0, 0.6);
                    int layers = trial.suggestInt("layers", 1, 5); // both ends included
                    int units = trial.suggestLogInt("units", 16, 512);
                    String optimizer = trial.suggestCategorical("optimizer", "sgd", "adam", "rmsprop"); // no order
                    int batch = trial.suggestOrdinal("batch-size", 16, 32, 64, 128); // neighbours are alike
                    double step =
                            (Double) trial.suggest("step", FloatDomain.of(0, 1).step(0.25));
                    return rate + dropout + layers + units + batch + step + optimizer.length();
                },
                Budget.trials(30));
        assertThat(kinds.best().orElseThrow().parameters()).hasSize(7);
    }

    @Test
    void loopsAndBranches() {
        Objective network = trial -> {
            int layers = trial.suggestInt("layers", 1, 3);
            int weights = 0;
            for (int i = 0; i < layers; i++) {
                weights += trial.suggestLogInt("units-" + i, 16, 512);
            }
            boolean sgd = trial.suggestCategorical("optimizer", "sgd", "adam").equals("sgd");
            double momentum = sgd ? trial.suggestFloat("momentum", 0, 0.99) : 0;
            return Math.abs(weights - 300) + Math.abs(momentum - 0.9);
        };
        Study study = Study.minimize().open();
        study.optimize(network, Budget.trials(40));
        assertThat(study.best().orElseThrow().value().orElseThrow()).isLessThan(150);
    }

    @Test
    void aDeclaredSpace() {
        Space space = Space.of("optimizer", CategoricalDomain.of("sgd", "adam"))
                .with("learning-rate", FloatDomain.log(1e-5, 1e-1))
                .with("momentum", FloatDomain.of(0, 0.99), Condition.when("optimizer", "sgd"));
        Study study = Study.minimize().space(space).open();
        study.optimize(objective, Budget.trials(30));
        assertThat(study.best().orElseThrow().value().orElseThrow()).isLessThan(0.6);
    }

    @Test
    void askAndTell() {
        Study study = Study.maximize().space(space).open();
        for (int i = 0; i < 50; i++) {
            Trial trial = study.ask();
            double rate = trial.getDouble("learning-rate");
            boolean sgd = trial.getString("optimizer").equals("sgd");
            study.tell(trial, -Math.abs(Math.log10(rate) + (sgd ? 1 : 3)));
        }
        assertThat(study.best().orElseThrow().value().orElseThrow()).isGreaterThan(-0.3);
    }

    @Test
    void threadsAndTime() {
        Study study = Study.minimize().open();
        study.optimize(
                objective,
                Budget.trials(60)
                        .within(Duration.ofMinutes(30)) // no trial begins later
                        .threads(4)
                        .trialTimeout(Duration.ofMinutes(2))); // a trial that takes longer is interrupted and fails
        assertThat(study.trialCount()).isEqualTo(60);
    }

    @Test
    void pruning() {
        Study study = Study.minimize().pruner(PercentilePruner.median()).open();
        study.optimize(
                trial -> {
                    double rate = trial.suggestLogFloat("learning-rate", 1e-4, 1);
                    double error = 1;
                    for (int epoch = 1; epoch <= 30; epoch++) {
                        error = 0.1 * Math.abs(Math.log10(rate) + 2) + 1.0 / epoch; // train an epoch here
                        trial.report(epoch, error);
                        if (trial.shouldPrune()) {
                            throw new TrialPruned();
                        }
                    }
                    return error;
                },
                Budget.trials(60));
        assertThat(study.trials().stream().filter(trial -> trial.state() == TrialState.PRUNED))
                .hasSizeGreaterThan(5);
    }

    @Test
    void pausing() {
        Map<Integer, Double> checkpoints = new ConcurrentHashMap<>();
        Study study = Study.minimize()
                .pruner(SuccessiveHalvingPruner.standard().withPausing())
                .open();
        study.optimize(
                trial -> {
                    double rate = trial.suggestLogFloat("learning-rate", 1e-4, 1);
                    double progress = checkpoints.getOrDefault(trial.number(), 0.0);
                    for (int epoch = trial.lastStep() + 1; epoch <= 16; epoch++) {
                        progress += 1 / (1 + Math.abs(Math.log10(rate) + 2)); // train an epoch here
                        checkpoints.put(trial.number(), progress);
                        trial.report(epoch, -progress);
                        if (trial.shouldPrune()) {
                            throw new TrialPruned();
                        }
                    }
                    return -progress;
                },
                Budget.trials(40));
        List<TrialRecord> complete = study.history().complete();
        assertThat(complete).isNotEmpty().allMatch(trial -> trial.intermediate().size() == 16);
        assertThat(study.history().running()).anyMatch(trial -> trial.state() == TrialState.PAUSED);
    }

    @Test
    void severalObjectives() {
        Study study = Study.directions(Direction.MINIMIZE, Direction.MINIMIZE).open();
        study.optimizeAll(
                trial -> {
                    int units = trial.suggestLogInt("units", 8, 512);
                    double error = 1.0 / units + 0.01 * trial.suggestFloat("dropout", 0, 1);
                    trial.constraints(units - 256); // at most 0 where it is kept
                    return new double[] {error, units};
                },
                Budget.trials(80));
        List<TrialRecord> front = study.paretoFront();
        assertThat(front).isNotEmpty().allMatch(trial -> trial.values().get(1) <= 256);
    }

    @Test
    void byHand() {
        Study study = Study.minimize().space(space).open();
        study.optimize(objective, Budget.trials(10));
        int mine = study.enqueue(Map.of("learning-rate", 3e-4, "optimizer", "adam"));
        study.annotate(mine, "why", "what the paper used");
        study.optimize(objective, Budget.trials(1));

        Comparison comparison = study.compareWithBest(mine).orElseThrow();
        System.out.println("worse by " + comparison.difference() + ", changed: " + comparison.changes());
        assertThat(study.trial(mine).parameters()).containsEntry("learning-rate", 3e-4);
    }

    @Test
    void coarseToFine_andEdges() {
        CoarseToFineSampler sampler = new CoarseToFineSampler(20, 5); // rounds of 20, of which the best 5 are looked at
        Study study = Study.minimize().space(space).sampler(sampler).open();
        study.optimize(objective, Budget.trials(20));
        System.out.println(sampler.ranges(study.history(), space)); // where it would look next
        sampler.setRange("learning-rate", FloatDomain.log(1e-4, 1e-2)); // you know better
        study.optimize(objective, Budget.trials(20));
        assertThat(study.trialCount()).isEqualTo(40);
        for (Edge edge : Edge.of(study.best().orElseThrow().parameters(), space)) {
            System.out.println(edge.parameter() + " is at an end of its range; try " + edge.wider());
        }
    }

    @Test
    void keeping(@TempDir Path folder) {
        Path file = folder.resolve("rates.study");
        try (Study study = Study.minimize().storage(JournalStorage.at(file)).open()) {
            study.optimize(objective, Budget.trials(20));
        }
        try (Study again = Study.minimize().storage(JournalStorage.at(file)).open()) {
            assertThat(again.trialCount()).isEqualTo(20);
        }
    }

    @Test
    void whatMatters() {
        Study study = Study.minimize().space(space).sampler(new RandomSampler()).open();
        study.optimize(objective, Budget.trials(300));
        Importances importances = new PedAnova().evaluate(study.history(), study.space());
        System.out.println(importances.shares()); // the largest first, together 1
        assertThat(importances.share("learning-rate")).isGreaterThan(0.3);
    }

    @Test
    void yourOwn() {
        Sampler middle = (history, searched, random) ->
                searched.configuration(parameter -> parameter.domain().fromUnit(0.4 + 0.2 * random.nextDouble()));
        Pruner impatient = (history, trial) -> trial.intermediate().size() > 10 ? Verdict.PRUNE : Verdict.CONTINUE;
        Study study = Study.minimize().sampler(middle).pruner(impatient).open();
        study.optimize(trial -> trial.suggestFloat("x", 0, 10), Budget.trials(20));
        assertThat(study.best().orElseThrow().value().orElseThrow()).isBetween(0.0, 6.0);
    }
}
