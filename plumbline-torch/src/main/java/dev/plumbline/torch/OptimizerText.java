package dev.plumbline.torch;

import dev.plumbline.experiment.Optimizer;

/** The update rule of each optimizer. */
final class OptimizerText {
    private OptimizerText() {}

    static UpdateRule of(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Sgd sgd) {
            return new SgdRule(sgd);
        } else if (optimizer instanceof Optimizer.Adam adam) {
            return AdamRule.of(adam);
        } else if (optimizer instanceof Optimizer.AdamW adam) {
            return AdamRule.of(adam);
        } else if (optimizer instanceof Optimizer.RmsProp rms) {
            return new RmsPropRule(rms);
        } else if (optimizer instanceof Optimizer.Adamax adamax) {
            return new AdamaxRule(adamax);
        } else if (optimizer instanceof Optimizer.Nadam nadam) {
            return new NadamRule(nadam);
        } else if (optimizer instanceof Optimizer.Adagrad adagrad) {
            return new AdagradRule(adagrad);
        } else if (optimizer instanceof Optimizer.Adadelta adadelta) {
            return new AdadeltaRule(adadelta);
        } else if (optimizer instanceof Optimizer.Ftrl ftrl) {
            return new FtrlRule(ftrl);
        } else if (optimizer instanceof Optimizer.Lion lion) {
            return new LionRule(lion);
        } else if (optimizer instanceof Optimizer.Adafactor adafactor) {
            return new AdafactorRule(adafactor);
        }
        return new LambRule((Optimizer.Lamb) optimizer);
    }
}
