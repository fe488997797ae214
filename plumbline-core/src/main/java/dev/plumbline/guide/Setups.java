package dev.plumbline.guide;

import dev.plumbline.debug.FirstStep;
import dev.plumbline.debug.Observed;
import dev.plumbline.debug.Setup;
import dev.plumbline.lab.Lab;
import dev.plumbline.network.Network;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.operator.Operators;
import java.util.Objects;

/** Puts together what can be read off an experiment before it runs. */
final class Setups {
    private Setups() {}

    static Setup of(Knowledge known, Network network, Lab lab) {
        FirstStep first = known.firstStep();
        return new Setup(
                known.experiment().orElseThrow(),
                network,
                new ShapeInference(Operators.standard()).infer(network),
                Objects.requireNonNull(known.profile()),
                Objects.requireNonNull(known.dataset()),
                new Observed(lab, first == null ? null : first.run(), known.overfit(), known.training()));
    }
}
