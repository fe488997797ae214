package dev.plumbline.evaluate;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Labelled;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Errors that somebody measured elsewhere, as bare numbers.
 *
 * <pre>{@code
 * ReportedErrors errors = ReportedErrors.of(25.0, Map.of(TRAIN, 27.0, VALIDATION, 32.0, TEST, 34.0));
 * Decomposition decomposition = Decomposer.standard().decompose(errors.measuredOn(TEST, 2_000));
 * }</pre>
 *
 * @param irreducible the error that remains for the best; null where it is not known, which counts as 0
 * @param errors by split, train at least
 * @param examples on how many each was measured, as far as known; only shares make use of it
 * @param unit what the numbers are in
 */
public record ReportedErrors(
        @Nullable Double irreducible, Map<SplitName, Double> errors, Map<SplitName, Integer> examples, Unit unit) {
    /** What the numbers are in. */
    public enum Unit implements Labelled {
        /** Percent where one is above 1, else shares. */
        AUTO("auto"),
        /** 0 to 100. */
        PERCENT("percent"),
        /** 0 to 1. */
        SHARE("share"),
        /** A regression's error in its own unit, at least 0. */
        METRIC("metric");

        private final String label;

        Unit(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /** @throws UnusableInputException in one line, for a number that no error can be, or shares beside percents */
    public ReportedErrors {
        errors = Map.copyOf(errors);
        examples = Map.copyOf(examples);
        Map<String, Double> named = named(irreducible, errors);
        for (Map.Entry<String, Double> error : named.entrySet()) {
            checkValue(error.getKey(), error.getValue(), unit);
        }
        if (!errors.containsKey(SplitName.TRAIN)) {
            throw new UnusableInputException(
                    "train error", "a number", "none", "Give it: every term starts from the error on train.");
        }
        if (unit == Unit.AUTO) {
            unit = recognized(named);
        }
        for (Map.Entry<SplitName, Integer> count : examples.entrySet()) {
            if (count.getValue() < 1) {
                throw new UnusableInputException(
                        "number of " + count.getKey() + " examples",
                        "at least 1",
                        String.valueOf(count.getValue()),
                        "Give the number of examples that the error was measured on, or leave it out.");
            }
            if (!errors.containsKey(count.getKey())) {
                throw new UnusableInputException(
                        "number of " + count.getKey() + " examples",
                        "the " + count.getKey() + " error beside it",
                        "no such error",
                        "Give the error too, or leave the number out.");
            }
        }
    }

    /** Errors in percent or as shares, which of them is told by their size. */
    public static ReportedErrors of(@Nullable Double irreducible, Map<SplitName, Double> errors) {
        return new ReportedErrors(irreducible, errors, Map.of(), Unit.AUTO);
    }

    /** The same, with the number of examples that a split's error was measured on. */
    public ReportedErrors measuredOn(SplitName split, int count) {
        Map<SplitName, Integer> more = new EnumMap<>(SplitName.class);
        more.putAll(examples);
        more.put(split, count);
        return new ReportedErrors(irreducible, errors, more, unit);
    }

    private static Map<String, Double> named(@Nullable Double irreducible, Map<SplitName, Double> errors) {
        Map<String, Double> named = new java.util.LinkedHashMap<>();
        if (irreducible != null) {
            named.put("irreducible error", irreducible);
        }
        new java.util.TreeMap<>(errors).forEach((split, error) -> named.put(split + " error", error));
        return named;
    }

    private static void checkValue(String subject, double value, Unit unit) {
        double most = switch (unit) {
            case AUTO, PERCENT -> 100;
            case SHARE -> 1;
            case METRIC -> Double.MAX_VALUE;
        };
        if (!(value >= 0 && value <= most)) {
            String range = unit == Unit.METRIC
                    ? "a number of at least 0"
                    : unit == Unit.SHARE ? "a share from 0 to 1" : "a percentage from 0 to 100, or a share from 0 to 1";
            throw new UnusableInputException(
                    subject, range, String.valueOf(value), "Give the error itself, not the score or the loss.");
        }
    }

    /** 0 and 1 say nothing: they can be either. */
    private static Unit recognized(Map<String, Double> named) {
        String percent = null;
        String share = null;
        for (Map.Entry<String, Double> error : named.entrySet()) {
            double value = error.getValue();
            if (value > 1) {
                percent = error.getKey() + " " + value;
            } else if (value > 0 && value < 1) {
                share = error.getKey() + " " + value;
            }
        }
        if (percent != null && share != null) {
            throw new UnusableInputException(
                    "errors",
                    "all in percent or all as shares",
                    percent + " beside " + share,
                    "Write them alike; where all are percents, say so with the unit `percent`.");
        }
        return percent == null ? Unit.SHARE : Unit.PERCENT;
    }
}
