package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Spelling;
import java.util.List;

/**
 * How a parameter's first values are drawn. The text form, which the experiment file uses, is {@code he},
 * {@code glorot}, {@code lecun}, {@code orthogonal}, {@code zeros}, {@code ones}, {@code constant(0.1)},
 * {@code normal(0.05)} (standard deviation), {@code normal(0.1,0.05)} (mean and standard deviation),
 * {@code truncated-normal(0,0.05)}, {@code uniform(0.05)} (from -0.05 to 0.05), {@code uniform(0,0.1)},
 * {@code variance-scaling(1.0,fan-avg,uniform)}, {@code identity(1.0)}.
 */
public sealed interface Initializer {
    /** The text form. */
    String text();

    /** All equal. */
    record Constant(double value) implements Initializer {
        @Override
        public String text() {
            return value == 0 ? "zeros" : value == 1 ? "ones" : "constant(" + value + ")";
        }
    }

    /** Gaussian around 0. */
    record Normal(double deviation) implements Initializer {
        @Override
        public String text() {
            return "normal(" + deviation + ")";
        }
    }

    /** Uniform between -bound and bound. */
    record Uniform(double bound) implements Initializer {
        @Override
        public String text() {
            return "uniform(" + bound + ")";
        }
    }

    /**
     * Gaussian with a variance fitted to the layer: He {@code 2 / fanIn} (He et al., 2015), Glorot {@code 2 / (fanIn +
     * fanOut)} (Glorot and Bengio, 2010), LeCun {@code 1 / fanIn} (LeCun et al., 1998).
     */
    record Scaled(Rule rule) implements Initializer {
        /** Which variance. */
        public enum Rule {
            HE,
            GLOROT,
            LECUN
        }

        /** The standard deviation for a parameter. */
        public double deviation(int fanIn, int fanOut) {
            return Math.sqrt(
                    switch (rule) {
                        case HE -> 2.0 / fanIn;
                        case GLOROT -> 2.0 / ((double) fanIn + fanOut);
                        case LECUN -> 1.0 / fanIn;
                    });
        }

        @Override
        public String text() {
            return rule.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Gaussian around a mean. */
    record NormalAround(double mean, double deviation) implements Initializer {
        @Override
        public String text() {
            return "normal(" + mean + "," + deviation + ")";
        }
    }

    /** Gaussian around a mean; what lies further off than two deviations is drawn again. */
    record TruncatedNormal(double mean, double deviation) implements Initializer {
        @Override
        public String text() {
            return "truncated-normal(" + mean + "," + deviation + ")";
        }
    }

    /** Uniform between two bounds. */
    record UniformBetween(double low, double high) implements Initializer {
        @Override
        public String text() {
            return "uniform(" + low + "," + high + ")";
        }
    }

    /**
     * A variance of {@code scale / fan}, as Keras's VarianceScaling and the classes built on it have it: Glorot uniform
     * is {@code variance-scaling(1.0,fan-avg,uniform)}.
     */
    record VarianceScaling(double scale, Mode mode, Distribution distribution) implements Initializer {
        /** Which fan divides. */
        public enum Mode {
            FAN_IN,
            FAN_OUT,
            FAN_AVG
        }

        /** What is drawn from; a truncated Gaussian is widened so that its variance is as asked. */
        public enum Distribution {
            UNIFORM,
            TRUNCATED_NORMAL,
            UNTRUNCATED_NORMAL
        }

        /** The standard deviation for a parameter. */
        public double deviation(int fanIn, int fanOut) {
            double fan = switch (mode) {
                case FAN_IN -> fanIn;
                case FAN_OUT -> fanOut;
                case FAN_AVG -> ((double) fanIn + fanOut) / 2;
            };
            return Math.sqrt(scale / Math.max(1, fan));
        }

        @Override
        public String text() {
            return "variance-scaling(" + scale + "," + word(mode) + "," + word(distribution) + ")";
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A random matrix with orthonormal rows or columns (Saxe et al., 2014), the first axis against all others, times a
     * gain.
     */
    record Orthogonal(double gain) implements Initializer {
        /** With orthonormal rows or columns as they are. */
        public Orthogonal() {
            this(1);
        }

        @Override
        public String text() {
            return gain == 1 ? "orthogonal" : "orthogonal(" + gain + ")";
        }
    }

    /** The gain on the diagonal of a matrix, zero elsewhere. */
    record Identity(double gain) implements Initializer {
        @Override
        public String text() {
            return "identity(" + gain + ")";
        }
    }

    Initializer ZEROS = new Constant(0);
    Initializer ONES = new Constant(1);
    Initializer HE = new Scaled(Scaled.Rule.HE);
    Initializer GLOROT = new Scaled(Scaled.Rule.GLOROT);

    /**
     * Reads the text form.
     *
     * @param subject what is initialized, as an error names it
     */
    static Initializer parse(String text, String subject) {
        return InitializerText.parse(text).orElseThrow(() -> wrong(text, subject));
    }

    private static UnusableInputException wrong(String text, String subject) {
        List<String> known = List.of(
                "he",
                "glorot",
                "lecun",
                "orthogonal",
                "zeros",
                "ones",
                "constant(0.1)",
                "normal(0.05)",
                "truncated-normal(0,0.05)",
                "uniform(0.05)",
                "variance-scaling(1.0,fan-avg,uniform)",
                "identity(1.0)");
        return new UnusableInputException(
                subject,
                "one of " + String.join(", ", known),
                "\"" + text + "\"",
                "Did you mean `" + Spelling.nearest(text, known) + "`?");
    }
}
