package dev.plumbline.guide;

import dev.plumbline.data.Dataset;
import dev.plumbline.debug.OneBatch;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.search.OneBatchSearch;
import dev.plumbline.debug.search.SearchResult;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.finding.Stage;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.lab.Deadline;
import dev.plumbline.network.Network;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/** Drives the error on one batch to about 0 (D5), and where that fails searches the cause. */
final class OverfitStage implements StageWork {
    /** Of the time left: the rest is for full training. */
    private static final double SHARE = 0.6;
    /** What one batch may take; the search repeats it some ten times. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Override
    public Stage stage() {
        return Stage.OVERFIT;
    }

    @Override
    public Result carryOut(Knowledge known, Workbench bench) {
        Experiment experiment = known.experiment().orElseThrow();
        Dataset dataset = Objects.requireNonNull(known.dataset());
        OneBatch oneBatch = new OneBatch(bench.lab(), bench.observer());
        Duration share =
                Duration.ofMillis((long) (SHARE * bench.deadline().left().toMillis()));
        Deadline deadline = Deadline.in(share.isZero() ? Duration.ofMillis(1) : share);
        Duration first = share.dividedBy(3).compareTo(LONGEST) < 0 ? share.dividedBy(3) : LONGEST;
        OverfitResult result = oneBatch.run(
                experiment, dataset, OneBatch.MAX_STEPS, bench.deadline().budget(first.plusMillis(1)));
        KnowledgeBuilder more = known.edit().overfit(result);
        if (result.overfits()) {
            String summary = String.format(
                    Locale.ROOT,
                    "the loss on one batch of %d %s: %.3g after %d steps",
                    result.batchSize(),
                    result.trend(),
                    result.lossAtEnd(),
                    result.run().steps());
            return new Result(more.build(), Visit.Status.PASSED, summary);
        }
        Network network = bench.lab().network(experiment);
        SearchResult search = new OneBatchSearch(
                        oneBatch, bench.causes(), bench.interventions(), deadline, bench.workers())
                .search(Setups.of(known, network, bench.lab()), dataset, result);
        more.findings(search.findings()).tested(search.tested());
        search.fix().ifPresent(more::fix);
        String summary = "the loss on one batch " + result.trend() + "; "
                + search.fix()
                        .map((Intervention fix) -> "`" + fix.name() + "` makes it learn")
                        .orElse("none of " + search.tested().size() + " edits made it learn");
        return new Result(more.build(), Visit.Status.PROBLEM, summary);
    }
}
