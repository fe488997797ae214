package dev.plumbline.debug.cause.training;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.FullTrainingCause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import java.util.List;
import java.util.Locale;

/** Training ends while its loss is still on the way down. */
final class EpochsTooFew implements FullTrainingCause {
    private static final Rule RULE = new Rule(
            "epochs-too-few",
            Stage.EVALUATE,
            "Training ends before the network has learned",
            "Google's tuning playbook: best step in the last 25 % -> go on; loss still falling (TheDeepChecker: 5 %)");
    /** Plumbline's own first experiments take about 4,000 steps. */
    private static final long ENOUGH_STEPS = 4000;
    /** Fewer steps than these teach hardly anything, whatever the network. */
    private static final long FEW_STEPS = 300;

    private static final int MOST_EPOCHS = 2000;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public boolean compensates() {
        return true;
    }

    @Override
    public List<Finding> look(Setup setup) {
        Run run = setup.observed().training();
        long steps = Pace.of(setup).totalSteps();
        int epochs = setup.experiment().training().epochs();
        if (run == null) {
            return steps >= FEW_STEPS
                    ? List.of()
                    : List.of(Symptom.hint(
                            RULE,
                            "training.epochs",
                            epochs + " epochs, " + steps + " updates in all",
                            "A few hundred updates teach hardly anything.",
                            "Train longer: `epochs=" + more(setup) + "`."));
        }
        Ending ending = Ending.of(run);
        boolean tooShort = steps < FEW_STEPS && !Symptom.wentWell(setup);
        if (!(run.outcome() instanceof Outcome.Completed)
                || ending.epochs() < epochs
                || !ending.isStillFalling() && !tooShort) {
            return List.of();
        }
        String seen = String.format(
                Locale.ROOT,
                "after %d epochs, %d updates, the loss on %s is %.3g and was %.3g a quarter of the training before",
                epochs,
                steps,
                ending.split(),
                ending.last(),
                ending.before());
        String why = "A network that is still learning shows nothing yet of what it can do.";
        String remedy = "Train longer: `epochs=" + more(setup) + "`.";
        return List.of(
                BatchTooLarge.isLarge(setup)
                        ? Symptom.hint(RULE, "training.epochs", seen, why, remedy)
                        : Symptom.of(setup, RULE, "training.epochs", seen, why, remedy));
    }

    private static int more(Setup setup) {
        Pace pace = Pace.of(setup);
        long enough = (ENOUGH_STEPS + pace.stepsPerEpoch() - 1) / pace.stepsPerEpoch();
        int now = setup.experiment().training().epochs();
        return (int) Math.max(4L * now, Math.min(Math.min(MOST_EPOCHS, 64L * now), enough));
    }

    @Override
    public List<String> edits(Setup setup) {
        int now = setup.experiment().training().epochs();
        int more = more(setup);
        return more > 4 * now ? List.of("epochs=" + more, "epochs=" + 4 * now) : List.of("epochs=" + more);
    }
}
