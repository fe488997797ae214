package dev.plumbline.debug.cause;

import dev.plumbline.UnusableInputException;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.lab.Lab;
import dev.plumbline.network.NetworkFactory;
import java.util.Arrays;
import java.util.List;

/** Edits that change the experiment and leave a network that can be built: not every network can be widened. */
public final class UsableEdits {
    private UsableEdits() {}

    /** Those of the given that are, in order. */
    public static List<String> of(Setup setup, String... names) {
        return Arrays.stream(names)
                .distinct()
                .filter(name -> isUsable(setup, name))
                .toList();
    }

    private static boolean isUsable(Setup setup, String name) {
        try {
            Experiment edited = Interventions.standard().parse(name).apply(setup.experiment());
            if (edited.equals(setup.experiment())) {
                return false;
            }
            Lab lab = setup.observed().lab();
            if (lab != null) {
                lab.network(edited);
            } else if (!(edited.model().source() instanceof ModelPlan.File)) {
                NetworkFactory.standard().create(edited, setup.dataset().schema());
            }
            return true;
        } catch (UnusableInputException e) {
            return false;
        }
    }
}
