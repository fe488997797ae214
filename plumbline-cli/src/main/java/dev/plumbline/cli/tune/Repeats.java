package dev.plumbline.cli.tune;

import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.lab.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The best experiment and the one as it was, each with seeds that the search has not seen: what won by luck does not
 * win again.
 */
final class Repeats {
    private final Bench bench;
    private final SeededRun seeded;
    private final int count;

    /** @param count how many seeds */
    Repeats(Bench bench, int count) {
        this.bench = bench;
        this.seeded = new SeededRun(bench);
        this.count = count;
    }

    /** As many seeds as there is time for; in their order. */
    List<Repeat> of(Experiment best) {
        Repeat[] done = new Repeat[count];
        AtomicInteger next = new AtomicInteger();
        Parallel.run(Math.min(bench.jobs(), Math.max(1, count)), () -> {
            for (int i = next.getAndIncrement(); i < count && !bench.isOver(); i = next.getAndIncrement()) {
                long seed = bench.experiment().training().seed() + 1 + i;
                Optional<Run> before = seeded.run(bench.experiment(), seed);
                Optional<Run> after = before.flatMap(b -> seeded.run(best, seed));
                if (before.isPresent() && after.isPresent()) {
                    done[i] = repeat(seed, before.get(), after.get());
                }
                bench.watcher().progress("repeating the best", i + 1, count);
            }
        });
        List<Repeat> repeats = new ArrayList<>();
        Collections.addAll(repeats, done);
        repeats.removeIf(Objects::isNull);
        return repeats;
    }

    private static Repeat repeat(long seed, Run before, Run after) {
        return new Repeat(
                seed,
                before.score(SplitName.VALIDATION).orElse(Double.NaN),
                after.score(SplitName.VALIDATION).orElse(Double.NaN),
                before.score(SplitName.TEST).orElse(null),
                after.score(SplitName.TEST).orElse(null));
    }
}
