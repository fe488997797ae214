package dev.plumbline.intervention;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Schedule;
import dev.plumbline.experiment.Spelling;
import java.util.List;
import java.util.Set;

/**
 * {@code schedule=cosine}: how the learning rate changes. Step divides it by 10 after each third of the epochs,
 * exponential multiplies it by 0.95 an epoch, cosine lets it fall to 0 over all steps.
 */
public final class SetSchedule implements InterventionKind {
    private static final List<String> NAMES = List.of("cosine", "constant", "exponential", "step");

    /** @param name cosine, constant, exponential or step */
    public static Intervention of(String name) {
        if (!NAMES.contains(name)) {
            throw Value.wrong(
                    new SetSchedule(),
                    "one of " + String.join(", ", NAMES) + " (the nearest is " + Spelling.nearest(name, NAMES) + ")",
                    name);
        }
        return new Intervention(
                "schedule=" + name,
                "Let the learning rate follow the schedule " + name + ".",
                Set.of("schedule-kills-rate"),
                "Large steps at first, small ones at the end: a lower loss in the same number of epochs.",
                experiment -> apply(name, experiment));
    }

    private static Experiment apply(String name, Experiment experiment) {
        if (experiment.training().schedule().name().equals(name)) {
            return experiment;
        }
        Schedule schedule = switch (name) {
            case "cosine" -> new Schedule.Cosine(0);
            case "exponential" -> new Schedule.Exponential(0.95);
            case "step" ->
                new Schedule.StepDecay(Math.max(1, experiment.training().epochs() / 3), 0.1);
            default -> new Schedule.Constant();
        };
        return experiment.withTraining(experiment.training().withSchedule(schedule));
    }

    @Override
    public String word() {
        return "schedule";
    }

    @Override
    public String usage() {
        return "schedule=cosine";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.word(this, value));
    }
}
