package dev.plumbline.experiment;

import java.util.List;

/**
 * How gradients become updates. The learning rate is the one before the {@link Schedule}'s factor. The formulas are
 * those of PyTorch 2.7 and Keras 3, which differ from each other by {@link Form}.
 */
public sealed interface Optimizer {
    /** The spelling in the experiment file. */
    String name();

    /** Step size, at least 0. */
    double learningRate();

    /** Pull of every weight towards 0; see {@link #isDecoupled()}. */
    double weightDecay();

    /** Whose update rule it follows, where libraries differ. */
    default Form form() {
        return Form.KERAS;
    }

    /** Whether weight decay is apart from the gradient, multiplied by the learning rate, rather than added to it. */
    default boolean isDecoupled() {
        return form() == Form.KERAS;
    }

    /** Whether it scales each weight's step by what its gradients have been. */
    default boolean isAdaptive() {
        return true;
    }

    /** The same with another learning rate. */
    default Optimizer withLearningRate(double learningRate) {
        return RecordSettings.with(this, "learningRate", learningRate);
    }

    /** The same with another weight decay. */
    default Optimizer withWeightDecay(double weightDecay) {
        return RecordSettings.with(this, "weightDecay", weightDecay);
    }

    /** How much of the last step goes on in the next: momentum, or beta1; 0 where the optimizer has neither. */
    default double momentum() {
        return RecordSettings.get(this, "beta1") instanceof Double beta ? beta : 0;
    }

    /** The same with another momentum, or beta1; itself where it has neither. */
    default Optimizer withMomentum(double changed) {
        String name = RecordSettings.get(this, "beta1") == null ? "momentum" : "beta1";
        return RecordSettings.get(this, name) == null ? this : RecordSettings.with(this, name, changed);
    }

    /**
     * The same rate and weight decay, and all else as its library has it where nobody sets it. What only chooses
     * between variants of it (Nesterov, AMSGrad, centered, whose form) stays, and so does SGD's momentum.
     */
    default Optimizer withUsualSettings() {
        return UsualSettings.of(this);
    }

    /** One of each, with the settings that the experiment file may leave out. */
    static List<Optimizer> defaults() {
        return List.of(
                new Sgd(0.01, 0, false, 0),
                Adam.of(3e-4),
                new AdamW(3e-4, 0.9, 0.999, 1e-8, 0.01),
                new RmsProp(1e-3, 0.99, 0, false, 1e-8, 0, Form.PYTORCH),
                new Adamax(1e-3, 0.9, 0.999, 1e-8, 0, Form.PYTORCH),
                new Nadam(1e-3, 0.9, 0.999, 1e-8, 0.004, 0, Form.PYTORCH),
                new Adagrad(0.01, 0, 1e-10, 0, Form.PYTORCH),
                new Adadelta(1, 0.9, 1e-6, 0, Form.PYTORCH),
                new Ftrl(1e-3, -0.5, 0.1, 0, 0, 0, 0, 0),
                new Lion(1e-4, 0.9, 0.99, 0),
                new Adafactor(1e-3, -0.8, 1e-30, 1e-3, 1, 0),
                new Lamb(1e-3, 0.9, 0.999, 1e-7, 0));
    }

    /**
     * Stochastic gradient descent with momentum {@code v = momentum v + g, w -= rate v} (no dampening). In Keras's form
     * the rate is inside, {@code v = momentum v + rate g, w -= v}, which differs where a schedule changes it.
     */
    record Sgd(double learningRate, @Range(high = 1) double momentum, boolean nesterov, double weightDecay, Form form)
            implements Optimizer {
        /** In PyTorch's form. */
        public Sgd(double learningRate, double momentum, boolean nesterov, double weightDecay) {
            this(learningRate, momentum, nesterov, weightDecay, Form.PYTORCH);
        }

        @Override
        public String name() {
            return "sgd";
        }

        @Override
        public boolean isAdaptive() {
            return false;
        }
    }

    /**
     * Adam (Kingma and Ba, 2015): algorithm 1 in PyTorch's form; in Keras's, the one before their section 2.1, whose
     * epsilon stands beside the root of the uncorrected second moment ("epsilon hat"). AMSGrad (Reddi et al., 2018)
     * keeps the largest second moment so far.
     */
    record Adam(
            double learningRate,
            @Range(high = 1) double beta1,
            @Range(high = 1) double beta2,
            double epsilon,
            double weightDecay,
            boolean amsgrad,
            Form form)
            implements Optimizer {
        /** In PyTorch's form, without AMSGrad. */
        public Adam(double learningRate, double beta1, double beta2, double epsilon, double weightDecay) {
            this(learningRate, beta1, beta2, epsilon, weightDecay, false, Form.PYTORCH);
        }

        /** The lecture's default (S3) is 3e-4. */
        public static Adam of(double learningRate) {
            return new Adam(learningRate, 0.9, 0.999, 1e-8, 0);
        }

        @Override
        public String name() {
            return "adam";
        }
    }

    /** Adam with decoupled weight decay (Loshchilov and Hutter, 2019, algorithm 2). */
    record AdamW(
            double learningRate,
            @Range(high = 1) double beta1,
            @Range(high = 1) double beta2,
            double epsilon,
            double weightDecay,
            boolean amsgrad,
            Form form)
            implements Optimizer {
        /** In PyTorch's form, without AMSGrad. */
        public AdamW(double learningRate, double beta1, double beta2, double epsilon, double weightDecay) {
            this(learningRate, beta1, beta2, epsilon, weightDecay, false, Form.PYTORCH);
        }

        @Override
        public String name() {
            return "adamw";
        }

        @Override
        public boolean isDecoupled() {
            return true;
        }
    }

    /**
     * RMSprop (Hinton, 2012). Epsilon is added to the root of the second moment in PyTorch's form, below the root in
     * Keras's, where the rate is inside the momentum besides.
     *
     * @param rho how much of the second moment is kept (PyTorch's alpha)
     * @param centered whether the square of the gradients' mean is taken off
     */
    record RmsProp(
            double learningRate,
            @Range(high = 1) double rho,
            @Range(high = 1) double momentum,
            boolean centered,
            double epsilon,
            double weightDecay,
            Form form)
            implements Optimizer {
        @Override
        public String name() {
            return "rmsprop";
        }
    }

    /** Adamax (Kingma and Ba, 2015, algorithm 2). Epsilon is added to the norm for good in PyTorch's form only. */
    record Adamax(
            double learningRate,
            @Range(high = 1) double beta1,
            @Range(high = 1) double beta2,
            double epsilon,
            double weightDecay,
            Form form)
            implements Optimizer {
        @Override
        public String name() {
            return "adamax";
        }
    }

    /**
     * Adam with Nesterov momentum (Dozat, 2016).
     *
     * @param momentumDecay of the momentum's own schedule {@code beta1 (1 - 0.96^(t momentumDecay) / 2)}; 1 in Keras
     */
    record Nadam(
            double learningRate,
            @Range(high = 1) double beta1,
            @Range(high = 1) double beta2,
            double epsilon,
            double momentumDecay,
            double weightDecay,
            Form form)
            implements Optimizer {
        @Override
        public String name() {
            return "nadam";
        }
    }

    /** Adagrad (Duchi et al., 2011). Epsilon stands beside the root in PyTorch's form, below it in Keras's. */
    record Adagrad(double learningRate, double initialAccumulator, double epsilon, double weightDecay, Form form)
            implements Optimizer {
        @Override
        public String name() {
            return "adagrad";
        }
    }

    /** Adadelta (Zeiler, 2012). */
    record Adadelta(double learningRate, @Range(high = 1) double rho, double epsilon, double weightDecay, Form form)
            implements Optimizer {
        @Override
        public String name() {
            return "adadelta";
        }
    }

    /**
     * Follow the regularized leader (McMahan et al., 2013), as Keras has it.
     *
     * @param learningRatePower at most 0
     */
    record Ftrl(
            double learningRate,
            @Range(low = -10, high = 0) double learningRatePower,
            double initialAccumulator,
            double l1,
            double l2,
            double l2Shrinkage,
            double beta,
            double weightDecay)
            implements Optimizer {
        @Override
        public String name() {
            return "ftrl";
        }
    }

    /** The sign of the momentum (Chen et al., 2023), with decoupled weight decay. */
    record Lion(
            double learningRate,
            @Range(high = 1) double beta1,
            @Range(high = 1) double beta2,
            double weightDecay) implements Optimizer {
        @Override
        public String name() {
            return "lion";
        }
    }

    /**
     * Adafactor (Shazeer and Stern, 2018), as Keras has it: second moments of a matrix by its rows and columns, and a
     * rate of at most one over the root of the step, whatever its {@code relative_step} says.
     *
     * @param beta2Decay power of the step by which the second moment forgets, at most 0
     * @param epsilon1 added to squared gradients
     * @param epsilon2 the least root mean square of a weight that a step is scaled by
     */
    record Adafactor(
            double learningRate,
            @Range(low = -10, high = 0) double beta2Decay,
            double epsilon1,
            double epsilon2,
            double clipThreshold,
            double weightDecay)
            implements Optimizer {
        @Override
        public String name() {
            return "adafactor";
        }
    }

    /** Adam's step scaled to each weight's own norm (You et al., 2020), as Keras has it. */
    record Lamb(
            double learningRate,
            @Range(high = 1) double beta1,
            @Range(high = 1) double beta2,
            double epsilon,
            double weightDecay)
            implements Optimizer {
        @Override
        public String name() {
            return "lamb";
        }
    }
}
