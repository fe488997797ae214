package dev.plumbline.cli.tune;

import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Metric;
import dev.plumbline.tune.history.TrialRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The best trials, run again with seeds of their own: of many, the best by one run each is the luckiest. The one with
 * the best mean is the one to be compared with the experiment as it was, by seeds that are new once more.
 */
final class Finalists {
    private static final int COUNT = 3;
    private static final int SEEDS = 2;
    /** Far from the seeds that the gain is measured with. */
    private static final int FIRST_SEED = 1000;

    private final Bench bench;
    private final SeededRun seeded;

    Finalists(Bench bench) {
        this.bench = bench;
        this.seeded = new SeededRun(bench);
    }

    /** How many runs it takes. */
    static int runs() {
        return COUNT * SEEDS;
    }

    /** The best in the mean; by its own value alone where runs did not come to their end. */
    TrialRecord bestOf(List<TrialRecord> complete) {
        Metric metric = bench.experiment().goal().metric();
        List<TrialRecord> finalists = complete.stream()
                .filter(TrialRecord::isFeasible)
                .sorted(Comparator.comparingDouble(
                        trial -> metric.error(trial.values().get(0))))
                .limit(COUNT)
                .toList();
        Map<Integer, Double> errors = new ConcurrentHashMap<>();
        AtomicInteger next = new AtomicInteger();
        int total = finalists.size() * SEEDS;
        Parallel.run(Math.min(bench.jobs(), total), () -> {
            for (int i = next.getAndIncrement(); i < total && !bench.isOver(); i = next.getAndIncrement()) {
                TrialRecord trial = finalists.get(i / SEEDS);
                Experiment edited = bench.proposed().apply(trial.parameters(), bench.experiment());
                long seed = edited.training().seed() + FIRST_SEED + i % SEEDS;
                double error = seeded.run(edited, seed)
                        .flatMap(run -> run.score(SplitName.VALIDATION))
                        .map(metric::error)
                        .orElse(Double.NaN);
                errors.merge(trial.number(), error, Double::sum);
                bench.watcher().progress("repeating the best three", i + 1, total);
            }
        });
        boolean whole = finalists.stream().allMatch(trial -> Double.isFinite(errors.getOrDefault(trial.number(), 0.0)))
                && next.get() >= total
                && !bench.isOver();
        return whole
                ? finalists.stream()
                        .min(Comparator.comparingDouble(trial ->
                                metric.error(trial.values().get(0)) + errors.getOrDefault(trial.number(), 0.0)))
                        .orElseThrow()
                : finalists.get(0);
    }
}
