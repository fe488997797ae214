package dev.plumbline.experiment;

/** How the learning rate changes over the steps: a factor on the optimizer's rate. */
public sealed interface Schedule {
    /** The spelling in the experiment file. */
    String name();

    /**
     * The factor for a step.
     *
     * @param step from 0
     * @param stepsPerEpoch at least 1
     * @param totalSteps all epochs' steps
     * @return at least 0
     */
    double factor(long step, long stepsPerEpoch, long totalSteps);

    /** Always 1. */
    record Constant() implements Schedule {
        @Override
        public String name() {
            return "constant";
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            return 1;
        }
    }

    /** Multiplied by {@code factor} after every {@code epochs} epochs. */
    record StepDecay(int epochs, double rate) implements Schedule {
        @Override
        public String name() {
            return "step";
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            return Math.pow(rate, step / stepsPerEpoch / epochs);
        }
    }

    /** Multiplied by {@code rate} over every epoch, smoothly. */
    record Exponential(double rate) implements Schedule {
        @Override
        public String name() {
            return "exponential";
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            return Math.pow(rate, (double) step / stepsPerEpoch);
        }
    }

    /** From 0 up over the first {@code warmupSteps}, then half a cosine down to 0 (Loshchilov and Hutter, 2017). */
    record Cosine(int warmupSteps) implements Schedule {
        @Override
        public String name() {
            return "cosine";
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            if (step < warmupSteps) {
                return (step + 1.0) / warmupSteps;
            }
            double left = Math.max(1, totalSteps - warmupSteps);
            return 0.5 * (1 + Math.cos(Math.PI * Math.min(1, (step - warmupSteps) / left)));
        }
    }
}
