package dev.plumbline.debug;

import dev.plumbline.experiment.Optimizer;

/** What an optimizer remembers. */
final class OptimizerState {
    private OptimizerState() {}

    /** How many numbers for each weight, at most. */
    static int slots(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Sgd sgd) {
            return sgd.momentum() > 0 ? 1 : 0;
        }
        if (optimizer instanceof Optimizer.RmsProp rms) {
            return 1 + (rms.momentum() > 0 ? 1 : 0) + (rms.centered() ? 1 : 0);
        }
        if (optimizer instanceof Optimizer.Adam adam) {
            return adam.amsgrad() ? 3 : 2;
        }
        if (optimizer instanceof Optimizer.AdamW adam) {
            return adam.amsgrad() ? 3 : 2;
        }
        return optimizer instanceof Optimizer.Adagrad || optimizer instanceof Optimizer.Lion ? 1 : 2;
    }
}
