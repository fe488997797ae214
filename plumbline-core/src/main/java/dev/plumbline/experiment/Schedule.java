package dev.plumbline.experiment;

import java.util.List;

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

    /** One of each, with the settings that the experiment file may leave out. */
    static List<Schedule> defaults() {
        return List.of(
                new Constant(),
                new StepDecay(0, 0.1),
                new Exponential(0.95),
                new Cosine(0),
                new MultiStep(List.of(), 0.1),
                new Piecewise(List.of(), List.of(1.0)),
                new Polynomial(0, 0, 1, false),
                new InverseTime(0, 0.5, false),
                new CosineRestarts(0, 2, 1, 0),
                new OneCycle(0, 0.3, 25, 1e4, false, false),
                new Warmup(0, 0, new Constant()));
    }

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

    /** Multiplied by {@code rate} after every {@code epochs} epochs (PyTorch's {@code StepLR}). */
    record StepDecay(int epochs, @Range(high = 1) double rate) implements Schedule {
        public StepDecay {
            // the defaults that it is read over have no number of epochs, which a person must give
            if (epochs < 0) {
                throw new IllegalArgumentException("`epochs` must be at least 1, but got " + epochs);
            }
        }

        @Override
        public String name() {
            return "step";
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            long times = step / stepsPerEpoch / Math.max(1, epochs);
            return Math.pow(rate, (double) times);
        }
    }

    /** Multiplied by {@code rate} after each of the {@code epochs} (PyTorch's {@code MultiStepLR}). */
    record MultiStep(List<Integer> epochs, @Range(high = 1) double rate) implements Schedule {
        public MultiStep {
            epochs = List.copyOf(epochs);
        }

        @Override
        public String name() {
            return "multi-step";
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            long epoch = step / stepsPerEpoch;
            return Math.pow(
                    rate, (double) epochs.stream().filter(e -> epoch >= e).count());
        }
    }

    /**
     * Multiplied by {@code rate} over every {@code steps}, smoothly, or at once at their end (Keras's
     * {@code ExponentialDecay}; PyTorch's {@code ExponentialLR} with the staircase and steps of 0).
     *
     * @param steps 0 for an epoch's
     */
    record Exponential(@Range(high = 1) double rate, int steps, boolean staircase) implements Schedule {
        /** Smoothly over every epoch. */
        public Exponential(double rate) {
            this(rate, 0, false);
        }

        @Override
        public String name() {
            return "exponential";
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            return Math.pow(rate, Spans.of(step, steps == 0 ? stepsPerEpoch : steps, staircase));
        }
    }

    /**
     * Divided by {@code 1 + rate} after {@code steps}, by {@code 1 + 2 rate} after twice as many (Keras's
     * {@code InverseTimeDecay}; with steps of 1 the {@code decay} of Keras 2's optimizers).
     *
     * @param steps 0 for an epoch's
     */
    record InverseTime(int steps, double rate, boolean staircase) implements Schedule {
        @Override
        public String name() {
            return "inverse-time";
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            return 1 / (1 + rate * Spans.of(step, steps == 0 ? stepsPerEpoch : steps, staircase));
        }
    }

    /**
     * A factor for each stretch of steps (Keras's {@code PiecewiseConstantDecay}).
     *
     * @param steps the last steps of all stretches but the last
     * @param factors one more than {@code steps}
     */
    record Piecewise(List<Integer> steps, List<Double> factors) implements Schedule {
        public Piecewise {
            steps = List.copyOf(steps);
            factors = List.copyOf(factors);
            if (factors.size() != steps.size() + 1) {
                throw new IllegalArgumentException(
                        steps.size() + " `steps` need " + (steps.size() + 1) + " `factors`, but got " + factors.size());
            }
        }

        @Override
        public String name() {
            return "piecewise";
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            return factors.get((int) steps.stream().filter(s -> step > s).count());
        }
    }

    /**
     * From 1 to {@code end} over {@code steps} by a power of what is left (Keras's {@code PolynomialDecay}; PyTorch's
     * {@code PolynomialLR} with an end of 0).
     *
     * @param steps 0 for all of training
     * @param end the factor that remains
     * @param cycle whether it starts anew, over a longer stretch, whenever it ends
     */
    record Polynomial(int steps, double end, double power, boolean cycle) implements Schedule {
        @Override
        public String name() {
            return "polynomial";
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            double span = steps == 0 ? Math.max(1, totalSteps) : steps;
            if (cycle) {
                span *= Math.max(1, Math.ceil(step / span));
            }
            return (1 - end) * Math.pow(1 - Math.min((double) step, span) / span, power) + end;
        }
    }

    /**
     * From 0 up over the first {@code warmupSteps}, then half a cosine down (Loshchilov and Hutter, 2017; Keras's
     * {@code CosineDecay}, PyTorch's {@code CosineAnnealingLR}).
     *
     * @param steps of the cosine; 0 for all that are left
     * @param floor the factor at its end
     */
    record Cosine(int warmupSteps, int steps, double floor) implements Schedule {
        /** Down to 0 at the end of training. */
        public Cosine(int warmupSteps) {
            this(warmupSteps, 0, 0);
        }

        @Override
        public String name() {
            return "cosine";
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            if (step < warmupSteps) {
                return (step + 1.0) / warmupSteps;
            }
            double left = steps == 0 ? Math.max(1, totalSteps - warmupSteps) : steps;
            return (1 - floor) * Spans.halfCosine(Math.min(1, (step - warmupSteps) / left)) + floor;
        }
    }

    /**
     * Half a cosine again and again (Loshchilov and Hutter, 2017; Keras's {@code CosineDecayRestarts}).
     *
     * @param steps of the first one; 0 for an epoch's
     * @param growth how much longer each is than the one before, at least 1
     * @param peak how high each begins against the one before
     * @param floor the factor at the end of each
     */
    record CosineRestarts(int steps, @Range(low = 1) double growth, double peak, double floor) implements Schedule {
        @Override
        public String name() {
            return "cosine-restarts";
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            double first = steps == 0 ? stepsPerEpoch : steps;
            double done = step / first;
            int restarts = 0;
            for (double length = 1; done >= length; length *= growth) {
                done -= length;
                restarts++;
            }
            double part = done / Math.pow(growth, restarts);
            return (1 - floor) * Math.pow(peak, restarts) * Spans.halfCosine(part) + floor;
        }
    }

    /**
     * Up to the optimizer's rate and down far below where it began (Smith and Topin, 2018; PyTorch's
     * {@code OneCycleLR}, of the rate only: {@code cycle_momentum=False}).
     *
     * @param steps 0 for all of training
     * @param rise the share of steps that go up
     * @param start it begins at one {@code start}-th of the optimizer's rate
     * @param end and ends at one {@code end}-th of where it began
     * @param linear whether it goes in straight lines rather than half cosines
     * @param threePhase whether it first goes down as it went up, then on
     */
    record OneCycle(
            int steps,
            @Range(high = 1) double rise,
            @Range(low = 1) double start,
            @Range(low = 1) double end,
            boolean linear,
            boolean threePhase)
            implements Schedule {
        @Override
        public String name() {
            return "one-cycle";
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            double total = steps == 0 ? totalSteps : steps;
            double low = 1 / start;
            double up = rise * total - 1;
            double down = threePhase ? 2 * rise * total - 2 : total - 1;
            if (step <= up && up > 0) {
                return between(low, 1, step / up);
            }
            if (step <= down || !threePhase) {
                return between(1, threePhase ? low : low / end, Math.min(1, (step - up) / (down - up)));
            }
            return between(low, low / end, Math.min(1, (step - down) / (total - 1 - down)));
        }

        private double between(double from, double to, double part) {
            return linear ? from + (to - from) * part : to + (from - to) * Spans.halfCosine(part);
        }
    }

    /**
     * In a straight line from {@code start} up to 1 over {@code steps}, then another schedule from its beginning
     * (Keras's {@code warmup_target}, PyTorch's {@code LinearLR}).
     */
    record Warmup(int steps, double start, Schedule then) implements Schedule {
        @Override
        public String name() {
            return "warmup";
        }

        @Override
        public double factor(long step, long stepsPerEpoch, long totalSteps) {
            return step < steps
                    ? start + (1 - start) * step / steps
                    : then.factor(step - steps, stepsPerEpoch, Math.max(1, totalSteps - steps));
        }
    }
}
