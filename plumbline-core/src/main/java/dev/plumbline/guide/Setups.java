package dev.plumbline.guide;

import dev.plumbline.debug.FirstStep;
import dev.plumbline.debug.Observed;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Run;
import dev.plumbline.network.Network;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.operator.Operators;
import java.util.Objects;

/** Puts together what can be read off an experiment, and what has been seen of it. */
final class Setups {
    private Setups() {}

    /** The experiment as it is. */
    static Setup of(Knowledge known, Network network, Lab lab) {
        FirstStep first = known.firstStep();
        Observed observed = new Observed(lab, first == null ? null : first.run(), known.overfit(), known.training());
        return of(known, known.experiment().orElseThrow(), network, observed);
    }

    /** The experiment as it is, trained in full. */
    static Setup of(Knowledge known, Network network, Lab lab, Run training) {
        Setup setup = of(known, network, lab);
        return setup.with(setup.observed().withTraining(training));
    }

    /** The experiment with an edit; what was seen without it does not count. */
    static Setup of(Knowledge known, Experiment edited, Network network, Lab lab) {
        return of(known, edited, network, new Observed(lab, null, null, null));
    }

    private static Setup of(Knowledge known, Experiment experiment, Network network, Observed observed) {
        return new Setup(
                experiment,
                network,
                new ShapeInference(Operators.standard()).infer(network),
                Objects.requireNonNull(known.profile()),
                Objects.requireNonNull(known.dataset()),
                observed);
    }
}
