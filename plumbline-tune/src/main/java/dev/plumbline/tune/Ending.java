package dev.plumbline.tune;

import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.pruner.Verdict;
import dev.plumbline.tune.storage.StudyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** How a trial comes to its end. A trial ends once. */
final class Ending {
    private final Ledger ledger;
    private final Consumer<TrialRecord> listener;

    Ending(Ledger ledger, Consumer<TrialRecord> listener) {
        this.ledger = ledger;
        this.listener = listener;
    }

    void complete(TrialSession trial, List<Double> values) {
        int expected = ledger.read(state -> state.directions().size());
        if (values.size() != expected) {
            throw new IllegalArgumentException("trial " + trial.number() + ": " + expected
                    + " values are expected, one for each direction, but got " + values);
        }
        if (values.stream().anyMatch(value -> value.isNaN())) {
            fail(trial, "the value is NaN: " + values);
        } else {
            end(trial, TrialState.COMPLETE, values, List.of());
        }
    }

    void fail(TrialSession trial, String reason) {
        end(
                trial,
                TrialState.FAILED,
                List.of(),
                List.of(new StudyEvent.TrialAnnotated(trial.number(), "failure", reason)));
    }

    /** Stops a trial, or pauses it where that is what the pruner said. */
    void prune(TrialSession trial) {
        if (trial.verdict() == Verdict.PAUSE) {
            ledger.write(state -> {
                state.running(trial.number());
                return List.of(new StudyEvent.TrialPaused(trial.number()));
            });
        } else {
            end(trial, TrialState.PRUNED, lastValue(trial.number()), List.of());
        }
    }

    private List<Double> lastValue(int number) {
        boolean single = ledger.read(state -> state.directions().size()) == 1;
        OptionalDouble last = ledger.read(state -> state.trial(number)).lastReport();
        boolean usable = single && last.isPresent() && !Double.isNaN(last.getAsDouble());
        return usable ? List.of(last.getAsDouble()) : List.of();
    }

    private void end(TrialSession trial, TrialState last, List<Double> values, List<StudyEvent> before) {
        int number = trial.number();
        ledger.write(state -> {
            state.open(number);
            List<StudyEvent> events = new ArrayList<>(before);
            events.add(new StudyEvent.TrialFinished(number, last, values, trial.constraints(), Ledger.now()));
            return events;
        });
        listener.accept(ledger.read(state -> state.trial(number)));
    }
}
