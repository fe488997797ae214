package dev.plumbline.debug.cause;

import dev.plumbline.UnusableInputException;
import dev.plumbline.debug.Observed;
import dev.plumbline.debug.OutputWidth;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.lab.Lab;
import dev.plumbline.network.Network;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.operator.Operators;
import java.util.List;
import java.util.Optional;

/** Keeps the edits of a graph after which its shapes still fit each other and the targets. */
final class Fitting {
    private Fitting() {}

    /** Without a lab to ask, all of them. */
    static List<String> of(Setup setup, List<String> edits) {
        return setup.observed().lab() == null
                ? edits
                : edits.stream().filter(e -> edited(setup, e).isPresent()).toList();
    }

    /** The experiment with the edit; empty where its shapes do not fit, or there is no lab to ask. */
    static Optional<Setup> edited(Setup setup, String edit) {
        Lab lab = setup.observed().lab();
        if (lab == null) {
            return Optional.empty();
        }
        try {
            Experiment edited = Interventions.standard().parse(edit).apply(setup.experiment());
            Network network = lab.network(edited);
            Setup after = new Setup(
                            edited,
                            network,
                            new ShapeInference(Operators.standard()).infer(network),
                            setup.profile(),
                            setup.dataset())
                    .with(new Observed(lab, null, null, null));
            boolean fits = OutputWidth.misfit(after, setup.dataset().schema()).isEmpty();
            return Optional.of(after).filter(s -> fits);
        } catch (UnusableInputException | IllegalArgumentException misfit) {
            return Optional.empty();
        }
    }
}
