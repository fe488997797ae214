package dev.plumbline.debug.cause.training;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.FullTrainingCause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.Trace.Epoch;
import java.util.List;
import java.util.Locale;

/** Patience so short that the first pause of the validation score ends training. */
final class EarlyStoppingTooSoon implements FullTrainingCause {
    private static final Rule RULE = new Rule(
            "early-stopping-too-soon",
            Stage.EVALUATE,
            "Early stopping ends training too soon",
            "Prechelt, 1998: stopping late costs time, stopping soon costs accuracy");
    /** Epochs of patience that a curve with noise in it does not survive. */
    private static final int SHORT = 2;
    /** Share of the planned epochs. */
    private static final double SOON = 0.25;

    private static final int PATIENT = 10;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Setup setup) {
        Integer patience = setup.experiment().training().earlyStopping();
        Run run = setup.observed().training();
        if (patience == null) {
            return List.of();
        }
        String why = "Validation scores rise in fits and starts; what pauses for a few epochs is not at its end.";
        String remedy = "Wait for 10 epochs or more (`early-stopping=10`); the best epoch is kept anyway.";
        int planned = setup.experiment().training().epochs();
        if (run == null) {
            return patience > SHORT
                    ? List.of()
                    : List.of(Symptom.hint(
                            RULE, "training.early-stopping", "a patience of " + patience + " epochs", why, remedy));
        }
        List<Epoch> epochs =
                run.trace().epochs().stream().filter(e -> e.number() > 0).toList();
        boolean stopped = run.outcome() instanceof Outcome.Completed && epochs.size() < planned;
        boolean soon = epochs.size() <= SOON * planned || patience <= SHORT;
        if (!stopped || !soon || epochs.size() < 2) {
            return List.of();
        }
        double first = epochs.get(Math.max(0, epochs.size() - 1 - Math.max(2, epochs.size() / 4)))
                .trainLoss();
        double last = epochs.get(epochs.size() - 1).trainLoss();
        String seen = String.format(
                Locale.ROOT,
                "stopped after %d of %d epochs with a patience of %d; the train loss went from %.3g to %.3g in the last of"
                        + " them",
                epochs.size(),
                planned,
                patience,
                first,
                last);
        return List.of(
                last < first
                        ? Symptom.of(setup, RULE, "training.early-stopping", seen, why, remedy)
                        : Symptom.hint(RULE, "training.early-stopping", seen, why, remedy));
    }

    @Override
    public List<String> edits(Setup setup) {
        Integer patience = setup.experiment().training().earlyStopping();
        if (patience == null) {
            return List.of();
        }
        return patience < PATIENT
                ? List.of("early-stopping=" + PATIENT, "early-stopping=off")
                : List.of("early-stopping=off");
    }
}
