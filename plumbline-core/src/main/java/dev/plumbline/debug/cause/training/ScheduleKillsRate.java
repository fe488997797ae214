package dev.plumbline.debug.cause.training;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.experiment.Schedule;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The schedule takes the learning rate away long before training is over, or never brings it up. */
final class ScheduleKillsRate implements Cause {
    private static final Rule RULE = new Rule(
            "schedule-kills-rate",
            Stage.EVALUATE,
            "The schedule takes the learning rate away",
            "Google's tuning playbook: decay over the whole training; half a cosine is below 1 % for its last 6 % only");
    /** Of the optimizer's rate: below it hardly anything moves. */
    private static final double NOTHING = 0.0099;
    /** Share of the steps; three tenfold drops in the last fifth are usual. */
    private static final double LONG = 0.34;
    /** Mean factor: half a cosine has 0.5, three stages of a tenth 0.37. */
    private static final double LITTLE = 0.1;

    private static final int SAMPLES = 500;

    /**
     * @param dead share of the steps below {@link #NOTHING}
     * @param mean factor over all steps
     * @param last factor of the last step
     */
    private record Course(double dead, double mean, double last) {
        static Course of(Setup setup) {
            Schedule schedule = setup.experiment().training().schedule();
            Pace pace = Pace.of(setup);
            int samples = (int) Math.min(SAMPLES, pace.totalSteps());
            int dead = 0;
            double sum = 0;
            double factor = 1;
            for (int i = 0; i < samples; i++) {
                long step = samples == 1 ? 0 : Math.round((double) i * (pace.totalSteps() - 1) / (samples - 1));
                factor = schedule.factor(step, pace.stepsPerEpoch(), pace.totalSteps());
                dead += factor < NOTHING ? 1 : 0;
                sum += factor;
            }
            return new Course((double) dead / samples, sum / samples, factor);
        }
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    @Override
    public boolean onlyInFullTraining() {
        return true;
    }

    private static boolean isConstant(Setup setup) {
        return setup.experiment().training().schedule() instanceof Schedule.Constant;
    }

    @Override
    public List<Finding> look(Setup setup) {
        if (isConstant(setup)) {
            return List.of();
        }
        Course course = Course.of(setup);
        if (course.dead() < LONG && course.mean() > LITTLE) {
            return List.of();
        }
        return List.of(Symptom.of(
                setup,
                RULE,
                "training.schedule",
                String.format(
                        Locale.ROOT,
                        "%s: over %d steps the rate is on average %.2g times the optimizer's, below 1 %% of it for %.0f %% of"
                                + " the steps, and %.2g times at the end",
                        setup.experiment().training().schedule().name(),
                        Pace.of(setup).totalSteps(),
                        course.mean(),
                        100 * course.dead(),
                        course.last()),
                "Where the rate is next to nothing, epochs pass and no weight moves.",
                "Keep the rate constant until the network learns, then let it fall over the whole training"
                        + " (`schedule=cosine`)."));
    }

    @Override
    public List<String> edits(Setup setup) {
        if (isConstant(setup)) {
            return List.of();
        }
        List<String> edits = new ArrayList<>(List.of("schedule=constant"));
        if (!(setup.experiment().training().schedule() instanceof Schedule.Cosine)) {
            edits.add("schedule=cosine");
        }
        return edits;
    }
}
