package dev.plumbline.cli.tune;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.tune.Study;
import dev.plumbline.tune.Trial;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs trials until there are as many as wanted, or the time that the repeats leave is spent. */
final class Search {
    /** The note on a trial that ended before its run did; it is tried again. */
    static final String CUT_SHORT = "cut short";

    /** Of the time; with less, fewer seeds are repeated. */
    private static final double MOST_FOR_REPEATS = 0.4;
    /** Of the time for the search. */
    private static final double MOST_FOR_ONE = 0.1;

    private final Bench bench;
    private final Study study;
    private final int trials;
    private final int repeats;
    private final double total;
    private final AtomicInteger begun = new AtomicInteger();

    /** @param trials how many the study is to have, those of earlier runs counted */
    Search(Bench bench, Study study, int trials, int repeats) {
        this.bench = bench;
        this.study = study;
        this.trials = trials;
        this.repeats = repeats;
        this.total = bench.deadline().left().toMillis();
    }

    void run() {
        again();
        begun.set(done());
        Parallel.run(bench.jobs(), this::work);
    }

    /** What was cut short comes first. */
    private void again() {
        for (TrialRecord trial : study.trials()) {
            boolean cut = trial.state() == TrialState.FAILED
                    && (trial.notes().containsKey(CUT_SHORT)
                            || trial.notes().containsKey(dev.plumbline.tune.journal.JournalStorage.ABANDONED))
                    && !trial.notes().containsKey("again");
            if (cut) {
                int number = study.enqueue(trial.parameters());
                study.annotate(trial.number(), "again", "as trial " + number);
            }
        }
    }

    /** Trials that tell something, or failed by themselves. */
    private int done() {
        return (int) study.history().finished().stream()
                .filter(t -> !t.notes().containsKey("again") && !t.notes().containsKey(CUT_SHORT))
                .count();
    }

    private void work() {
        while (!bench.isOver() && timeIsLeft() && begun.getAndIncrement() < trials) {
            Trial trial = study.ask();
            try {
                run(trial);
            } catch (UnusableInputException | IllegalArgumentException unfit) {
                study.fail(trial, String.valueOf(unfit.getMessage()));
            } catch (RuntimeException fault) {
                study.fail(trial, fault.toString());
                throw fault;
            }
            bench.watcher().progress("tuning", Math.min(trials, done()), trials);
        }
    }

    private void run(Trial trial) {
        Map<String, Object> configuration = trial.parameters();
        Experiment edited = bench.proposed().apply(configuration, bench.experiment());
        // what the experiment reaches as it is must be known, to be compared with
        boolean prunable = !configuration.equals(bench.proposed().current());
        TrialRun observer = new TrialRun(trial, prunable, limit(), bench.interrupted());
        Run run = bench.lab().run(edited, request(bench), observer);
        if (observer.isPruned()) {
            study.prune(trial);
            return;
        }
        if (run.outcome() instanceof Outcome.Interrupted || run.outcome() instanceof Outcome.OutOfBudget) {
            trial.note(CUT_SHORT, run.outcome().text());
            study.fail(trial, run.outcome().text());
            return;
        }
        double score = run.score(SplitName.VALIDATION).orElse(Double.NaN);
        if (Double.isFinite(score)) {
            study.tell(trial, score);
        } else {
            study.fail(trial, run.outcome().text());
        }
    }

    /**
     * What one trial may take: a tenth of the search, but at least twice what the experiment takes as it is. The widest
     * networks of a space can take longer than all other trials together, and then nothing is searched.
     */
    private Duration limit() {
        long asItIs = new TrialTimes(study.history()).of(bench.proposed().current());
        return asItIs == 0
                ? Duration.ofMillis((long) total)
                : Duration.ofMillis((long) Math.max(MOST_FOR_ONE * (1 - MOST_FOR_REPEATS) * total, 2.0 * asItIs));
    }

    /** Scores alone are wanted. */
    static RunRequest request(Bench bench) {
        return new RunRequest(
                bench.deadline().budget(), RunRequest.Probing.NONE, Set.of(SplitName.VALIDATION), true, 0);
    }

    /** Whether another trial and the repeats fit into what is left, by what trials have taken so far. */
    private boolean timeIsLeft() {
        long typical = new TrialTimes(study.history()).typical();
        // each seed's two runs come one after the other
        double wanted = 2 * Math.ceil((double) repeats / bench.jobs()) * typical;
        return bench.deadline().left().toMillis() > typical + Math.min(wanted, MOST_FOR_REPEATS * total);
    }
}
