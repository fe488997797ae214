package dev.plumbline.experiment;

/** How gradients become updates. The learning rate is the one before the {@link Schedule}'s factor. */
public sealed interface Optimizer {
    /** The spelling in the experiment file. */
    String name();

    /** Step size, above 0. */
    double learningRate();

    /** Pull of every weight towards 0; for SGD and Adam added to the gradient (L2), for AdamW apart from it. */
    double weightDecay();

    /** The same with another learning rate. */
    Optimizer withLearningRate(double learningRate);

    /** The same with another weight decay. */
    Optimizer withWeightDecay(double weightDecay);

    /** Stochastic gradient descent, with momentum as PyTorch has it (no dampening). */
    record Sgd(double learningRate, double momentum, boolean nesterov, double weightDecay) implements Optimizer {
        @Override
        public String name() {
            return "sgd";
        }

        @Override
        public Sgd withLearningRate(double rate) {
            return new Sgd(rate, momentum, nesterov, weightDecay);
        }

        @Override
        public Sgd withWeightDecay(double decay) {
            return new Sgd(learningRate, momentum, nesterov, decay);
        }
    }

    /** Adam (Kingma and Ba, 2015, algorithm 1). */
    record Adam(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
            implements Optimizer {
        /** The lecture's default (S3) is 3e-4. */
        public static Adam of(double learningRate) {
            return new Adam(learningRate, 0.9, 0.999, 1e-8, 0);
        }

        @Override
        public String name() {
            return "adam";
        }

        @Override
        public Adam withLearningRate(double rate) {
            return new Adam(rate, beta1, beta2, epsilon, weightDecay);
        }

        @Override
        public Adam withWeightDecay(double decay) {
            return new Adam(learningRate, beta1, beta2, epsilon, decay);
        }
    }

    /** Adam with decoupled weight decay (Loshchilov and Hutter, 2019, algorithm 2). */
    record AdamW(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
            implements Optimizer {
        @Override
        public String name() {
            return "adamw";
        }

        @Override
        public AdamW withLearningRate(double rate) {
            return new AdamW(rate, beta1, beta2, epsilon, weightDecay);
        }

        @Override
        public AdamW withWeightDecay(double decay) {
            return new AdamW(learningRate, beta1, beta2, epsilon, decay);
        }
    }
}
