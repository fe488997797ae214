package dev.plumbline.experiment;

import dev.plumbline.experiment.Optimizer.Adadelta;
import dev.plumbline.experiment.Optimizer.Adafactor;
import dev.plumbline.experiment.Optimizer.Adagrad;
import dev.plumbline.experiment.Optimizer.Adam;
import dev.plumbline.experiment.Optimizer.AdamW;
import dev.plumbline.experiment.Optimizer.Adamax;
import dev.plumbline.experiment.Optimizer.Ftrl;
import dev.plumbline.experiment.Optimizer.Lamb;
import dev.plumbline.experiment.Optimizer.Lion;
import dev.plumbline.experiment.Optimizer.Nadam;
import dev.plumbline.experiment.Optimizer.RmsProp;
import dev.plumbline.experiment.Optimizer.Sgd;

/** Each optimizer with the settings that its library, Keras 3 or PyTorch 2.7, gives it where nobody sets them. */
final class UsualSettings {
    private UsualSettings() {}

    static Optimizer of(Optimizer optimizer) {
        boolean keras = optimizer.form() == Form.KERAS;
        double epsilon = keras ? 1e-7 : 1e-8;
        double rate = optimizer.learningRate();
        double decay = optimizer.weightDecay();
        if (optimizer instanceof Adam o) {
            return new Adam(rate, 0.9, 0.999, epsilon, decay, o.amsgrad(), o.form());
        }
        if (optimizer instanceof AdamW o) {
            return new AdamW(rate, 0.9, 0.999, epsilon, decay, o.amsgrad(), o.form());
        }
        if (optimizer instanceof RmsProp o) {
            return new RmsProp(rate, keras ? 0.9 : 0.99, 0, o.centered(), epsilon, decay, o.form());
        }
        if (optimizer instanceof Adamax o) {
            return new Adamax(rate, 0.9, 0.999, epsilon, decay, o.form());
        }
        if (optimizer instanceof Nadam o) {
            return new Nadam(rate, 0.9, 0.999, epsilon, keras ? 1 : 0.004, decay, o.form());
        }
        if (optimizer instanceof Adagrad o) {
            return new Adagrad(rate, keras ? 0.1 : 0, keras ? 1e-7 : 1e-10, decay, o.form());
        }
        if (optimizer instanceof Adadelta o) {
            return new Adadelta(rate, keras ? 0.95 : 0.9, keras ? 1e-7 : 1e-6, decay, o.form());
        }
        if (optimizer instanceof Ftrl) {
            return new Ftrl(rate, -0.5, 0.1, 0, 0, 0, 0, decay);
        }
        if (optimizer instanceof Lion) {
            return new Lion(rate, 0.9, 0.99, decay);
        }
        if (optimizer instanceof Adafactor) {
            return new Adafactor(rate, -0.8, 1e-30, 1e-3, 1, decay);
        }
        if (optimizer instanceof Lamb) {
            return new Lamb(rate, 0.9, 0.999, 1e-7, decay);
        }
        Sgd sgd = (Sgd) optimizer;
        return new Sgd(rate, sgd.momentum(), sgd.nesterov(), decay, sgd.form());
    }
}
