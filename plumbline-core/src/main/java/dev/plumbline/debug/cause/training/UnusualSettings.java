package dev.plumbline.debug.cause.training;

import dev.plumbline.experiment.Optimizer;
import java.util.ArrayList;
import java.util.List;

/**
 * An optimizer's settings that lie outside what is in use. An epsilon of 1e-3 is beside the root of squared gradients
 * that are often smaller, so that Adam becomes gradient descent with a tiny rate; a second moment forgotten within a
 * few steps (beta2 below 0.8), or not longer remembered than the first (Kingma and Ba, 2015, section 4), makes steps
 * swing; one remembered for more than 20,000 steps never learns what gradients are. An accumulator that starts large
 * divides every step for good.
 */
final class UnusualSettings {
    private final List<String> found = new ArrayList<>();

    private UnusualSettings() {}

    /** As sentences' parts, with what is usual; empty where all is. */
    static List<String> of(Optimizer optimizer) {
        UnusualSettings settings = new UnusualSettings();
        if (optimizer instanceof Optimizer.Adam o) {
            settings.moments(o.beta1(), o.beta2(), o.epsilon());
        } else if (optimizer instanceof Optimizer.AdamW o) {
            settings.moments(o.beta1(), o.beta2(), o.epsilon());
        } else if (optimizer instanceof Optimizer.Nadam o) {
            settings.moments(o.beta1(), o.beta2(), o.epsilon());
        } else if (optimizer instanceof Optimizer.Adamax o) {
            settings.moments(o.beta1(), o.beta2(), o.epsilon());
        } else if (optimizer instanceof Optimizer.Lamb o) {
            settings.moments(o.beta1(), o.beta2(), o.epsilon());
        } else if (optimizer instanceof Optimizer.RmsProp o) {
            settings.range("rho", o.rho(), 0.5, 0.9999, "0.9 to 0.99");
            settings.range("epsilon", o.epsilon(), 0, 1e-3, "1e-8 to 1e-7");
            settings.range("momentum", o.momentum(), 0, 0.955, "0 to 0.9");
        } else if (optimizer instanceof Optimizer.Adagrad o) {
            settings.range("initial accumulator", o.initialAccumulator(), 0, 1, "0 to 0.1");
            settings.range("epsilon", o.epsilon(), 0, 1e-3, "1e-10 to 1e-7");
        } else if (optimizer instanceof Optimizer.Adadelta o) {
            settings.range("rho", o.rho(), 0.5, 0.999, "0.9 to 0.95");
            settings.range("epsilon", o.epsilon(), 1e-9, 1e-2, "1e-7 to 1e-6");
        } else if (optimizer instanceof Optimizer.Ftrl o) {
            settings.range("initial accumulator", o.initialAccumulator(), 0, 1, "0.1");
            settings.range("l1", o.l1(), 0, 0.01, "0");
            settings.range("l2", o.l2(), 0, 0.1, "0");
            settings.range("l2 shrinkage", o.l2Shrinkage(), 0, 0.1, "0");
            settings.range("beta", o.beta(), 0, 1, "0");
            settings.range("learning rate power", o.learningRatePower(), -0.9, -0.2, "-0.5");
        } else if (optimizer instanceof Optimizer.Lion o) {
            settings.range("beta2", o.beta2(), 0.8, 0.9999, "0.99");
        } else if (optimizer instanceof Optimizer.Adafactor o) {
            settings.range("clip threshold", o.clipThreshold(), 0.1, 100, "1");
            settings.range("beta2 decay", o.beta2Decay(), -1, -0.3, "-0.8");
            settings.range("epsilon 1", o.epsilon1(), 0, 1e-6, "1e-30");
            settings.range("epsilon 2", o.epsilon2(), 1e-6, 0.1, "1e-3");
        }
        return List.copyOf(settings.found);
    }

    private void moments(double beta1, double beta2, double epsilon) {
        range("epsilon", epsilon, 0, 1e-3, "1e-8 to 1e-7");
        range("beta2", beta2, 0.8, 0.99995, "0.99 to 0.999");
        if (beta2 >= 0.8 && beta1 * beta1 > beta2) {
            found.add("beta2 " + beta2 + " under beta1 " + beta1 + ", which must be below its root");
        }
    }

    private void range(String name, double value, double low, double high, String usual) {
        if (value < low || value > high) {
            found.add(name + " " + value + " (usual " + usual + ")");
        }
    }
}
