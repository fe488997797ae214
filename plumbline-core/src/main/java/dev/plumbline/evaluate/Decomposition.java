package dev.plumbline.evaluate;

import dev.plumbline.experiment.Labelled;
import java.util.List;
import java.util.Optional;

/**
 * The test error as a sum (E1, E2): irreducible error + avoidable bias + variance (+ distribution shift) + validation
 * overfitting.
 *
 * @param unit what the errors are in: {@code points} for shares shown as percent, else the metric's own
 * @param errors the measured errors that the terms are differences of
 * @param terms in the order in which they add up
 * @param decided the term to work on next; empty where every term is small or within the noise
 * @param reason why that one
 */
public record Decomposition(
        String unit, List<Measure> errors, List<Term> terms, Optional<Kind> decided, String reason) {
    public Decomposition {
        errors = List.copyOf(errors);
        terms = List.copyOf(terms);
    }

    public Optional<Term> term(Kind kind) {
        return terms.stream().filter(t -> t.kind() == kind).findFirst();
    }

    /** An error or a term as people read it, with its unit: 5 points, 12.3 rmse. */
    public String text(double amount) {
        return new Amounts(unit).text(amount);
    }

    /** The same with its interval, where one is known: 5 points (2.1 to 7.9). */
    public String text(Interval amount) {
        return new Amounts(unit).text(amount);
    }

    /** What a term is. */
    public enum Kind implements Labelled {
        IRREDUCIBLE("irreducible error"),
        BIAS("avoidable bias"),
        VARIANCE("variance"),
        SHIFT("distribution shift"),
        VALIDATION_OVERFITTING("validation overfitting");

        private final String label;

        Kind(String label) {
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

    /** An error that was measured: {@code train}, 0.27 with its interval, on so many examples (0: not known). */
    public record Measure(String name, Interval error, int examples) {}

    /**
     * A difference of two errors.
     *
     * @param size with its interval; negative where the later error is the smaller
     * @param withinNoise whether the interval holds 0
     */
    public record Term(Kind kind, Interval size, boolean withinNoise) {}
}
