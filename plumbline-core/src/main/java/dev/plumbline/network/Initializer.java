package dev.plumbline.network;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Spelling;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a parameter's first values are drawn. The text form, which the experiment file uses, is {@code he},
 * {@code glorot}, {@code lecun}, {@code orthogonal}, {@code zeros}, {@code ones}, {@code constant(0.1)},
 * {@code normal(0.05)} (standard deviation), {@code uniform(0.05)} (from -0.05 to 0.05).
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

    /** A random matrix with orthonormal rows or columns (Saxe et al., 2014), the first axis against all others. */
    record Orthogonal() implements Initializer {
        @Override
        public String text() {
            return "orthogonal";
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
        Matcher matcher = Pattern.compile("([a-z]+)(?:\\(([-+.\\deE]+)\\))?").matcher(text.strip());
        if (matcher.matches()) {
            double value = Double.NaN;
            try {
                value = matcher.group(2) == null ? Double.NaN : Double.parseDouble(matcher.group(2));
            } catch (NumberFormatException e) {
                throw wrong(text, subject);
            }
            boolean bare = matcher.group(2) == null;
            switch (matcher.group(1) + (bare ? "" : "()")) {
                case "he":
                    return HE;
                case "glorot":
                    return GLOROT;
                case "lecun":
                    return new Scaled(Scaled.Rule.LECUN);
                case "orthogonal":
                    return new Orthogonal();
                case "zeros":
                    return ZEROS;
                case "ones":
                    return ONES;
                case "constant()":
                    return new Constant(value);
                case "normal()":
                    return new Normal(value);
                case "uniform()":
                    return new Uniform(value);
                default:
                    break;
            }
        }
        throw wrong(text, subject);
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
                "uniform(0.05)");
        return new UnusableInputException(
                subject,
                "one of " + String.join(", ", known),
                "\"" + text + "\"",
                "Did you mean `" + Spelling.nearest(text, known) + "`?");
    }
}
