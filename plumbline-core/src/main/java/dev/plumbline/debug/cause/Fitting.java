package dev.plumbline.debug.cause;

import dev.plumbline.UnusableInputException;
import dev.plumbline.debug.OutputWidth;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.lab.Lab;
import dev.plumbline.network.Network;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.operator.Operators;
import java.util.List;

/** Keeps the edits of a graph after which its shapes still fit each other and the targets. */
final class Fitting {
    private Fitting() {}

    /** Without a lab to ask, all of them. */
    static List<String> of(Setup setup, List<String> edits) {
        Lab lab = setup.observed().lab();
        return lab == null
                ? edits
                : edits.stream().filter(e -> fits(setup, lab, e)).toList();
    }

    private static boolean fits(Setup setup, Lab lab, String edit) {
        try {
            Experiment edited = Interventions.standard().parse(edit).apply(setup.experiment());
            Network network = lab.network(edited);
            Setup after = new Setup(
                    edited,
                    network,
                    new ShapeInference(Operators.standard()).infer(network),
                    setup.profile(),
                    setup.dataset());
            return OutputWidth.misfit(after, setup.dataset().schema()).isEmpty();
        } catch (UnusableInputException | IllegalArgumentException misfit) {
            return false;
        }
    }
}
