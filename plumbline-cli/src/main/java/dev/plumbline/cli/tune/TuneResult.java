package dev.plumbline.cli.tune;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.importance.Fanova;
import dev.plumbline.tune.importance.Importances;
import dev.plumbline.tune.importance.PedAnova;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of tuning.
 *
 * @param experiment as it was
 * @param history the trials
 * @param trials all of them, by number
 * @param best the best trial on validation; null where none is complete
 * @param tuned the best trial's experiment; as it was where none is better
 * @param time that this run of the command took
 * @param complete whether the wanted number of trials was reached
 */
public record TuneResult(
        Experiment experiment,
        Proposed proposed,
        History history,
        List<TrialRecord> trials,
        @Nullable TrialRecord best,
        Experiment tuned,
        Belief belief,
        Duration time,
        boolean complete) {
    public TuneResult {
        trials = List.copyOf(trials);
    }

    /** What it took to be among the best trials. */
    public Importances importances() {
        return new PedAnova().evaluate(withPruned(), proposed.space());
    }

    /** What the differences over the whole space come from. */
    public Importances overSpace() {
        return new Fanova().evaluate(withPruned(), proposed.space());
    }

    /** Without the pruned trials, all poor ones would be missing, and with them what made them poor. */
    private History withPruned() {
        List<TrialRecord> told = history.finished().stream()
                .filter(t -> t.state() != TrialState.FAILED && !t.values().isEmpty())
                .map(t -> TrialRecord.complete(
                        t.number(), t.parameters(), t.values().get(0)))
                .toList();
        return new History(history.directions(), told, List.of());
    }

    /** Knobs whose best value lies at an end. */
    public List<Edge> edges() {
        return best == null ? List.of() : Edge.of(proposed, best);
    }

    /** The edits that make the best trial of the experiment. */
    public List<String> edits() {
        return best == null ? List.of() : proposed.edits(best.parameters());
    }

    /** The trial of the experiment as it was, where it came to its end. */
    public Optional<TrialRecord> asItWas() {
        return history.complete().stream()
                .filter(t -> t.parameters().equals(proposed.current()))
                .findFirst();
    }

    /** Whether there is something to be written: another experiment that seeds it was not chosen by agree to. */
    public boolean isWorthWriting() {
        return best != null && !tuned.equals(experiment) && belief.isGain();
    }
}
