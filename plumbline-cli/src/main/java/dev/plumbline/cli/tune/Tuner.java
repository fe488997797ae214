package dev.plumbline.cli.tune;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.tune.Study;
import dev.plumbline.tune.StudyBuilder;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.journal.JournalStorage;
import dev.plumbline.tune.pruner.TrendPruner;
import dev.plumbline.tune.sampler.Sampler;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tunes an experiment: trials, then the best of them beside the experiment as it was, with other seeds. */
public final class Tuner {
    private final Bench bench;
    private final Wishes wishes;

    /**
     * What the person wants.
     *
     * @param journal where the study is kept
     * @param trials how many it is to have
     * @param repeats with how many seeds the best is repeated, if there is time for no more
     * @param mostRepeats with how many at most
     * @param seed of the sampler
     * @param enqueue configurations to try first
     * @param notes by trial
     */
    public record Wishes(
            Path journal,
            int trials,
            int repeats,
            int mostRepeats,
            Sampler sampler,
            long seed,
            List<Map<String, Object>> enqueue,
            Map<Integer, String> notes) {}

    public Tuner(Bench bench, Wishes wishes) {
        this.bench = bench;
        this.wishes = wishes;
    }

    /** Goes on with the study where there is one. What was found so far is returned however it ends. */
    public TuneResult run() {
        Instant began = Instant.now();
        boolean up = bench.experiment().goal().metric().higherIsBetter();
        StudyBuilder builder = up ? Study.maximize() : Study.minimize();
        try (Study study = builder.name(bench.experiment().name())
                .space(bench.proposed().space())
                .sampler(wishes.sampler())
                .pruner(TrendPruner.upTo(bench.experiment().training().epochs()))
                .seed(wishes.seed())
                .storage(JournalStorage.at(wishes.journal()))
                .open()) {
            if (study.trialCount() == 0) {
                study.annotate(study.enqueue(bench.proposed().current()), "as it is", "the experiment unchanged");
            }
            wishes.enqueue().forEach(study::enqueue);
            wishes.notes().forEach((trial, note) -> study.annotate(trial, "note", note));
            new Search(bench, study, wishes.trials(), wishes.repeats()).run();
            return result(study, began);
        }
    }

    /** Looks at the best few again where there is time for that too. */
    private @Nullable TrialRecord best(Study study) {
        List<TrialRecord> complete = study.history().complete();
        int runs = Finalists.runs() + 2 * wishes.repeats();
        boolean again = wishes.repeats() > 0 && complete.size() > 1 && runsThatFit(study) >= runs && !bench.isOver();
        return again ? new Finalists(bench).bestOf(complete) : study.best().orElse(null);
    }

    /** Settled before the first is run: who goes on until a gain is beyond the noise finds one where there is none. */
    private int seeds(Study study) {
        long fit = runsThatFit(study) / 2;
        return (int) Math.max(wishes.repeats(), Math.min(fit, wishes.mostRepeats()));
    }

    private long runsThatFit(Study study) {
        long typical = Math.max(1, new TrialTimes(study.history()).typical());
        return bench.deadline().left().toMillis() * bench.jobs() / typical;
    }

    private TuneResult result(Study study, Instant began) {
        TrialRecord best = best(study);
        Experiment tuned =
                best == null ? bench.experiment() : bench.proposed().apply(best.parameters(), bench.experiment());
        boolean same = tuned.equals(bench.experiment());
        List<Repeat> repeats = same || bench.isOver() ? List.of() : new Repeats(bench, seeds(study)).of(tuned);
        return new TuneResult(
                bench.experiment(),
                bench.proposed(),
                study.history(),
                study.trials(),
                best,
                tuned,
                Belief.of(bench.experiment().goal().metric(), repeats),
                Duration.between(began, Instant.now()),
                study.history().finished().size() >= wishes.trials());
    }
}
