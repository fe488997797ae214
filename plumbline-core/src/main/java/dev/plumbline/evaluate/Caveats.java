package dev.plumbline.evaluate;

import dev.plumbline.evaluate.Decomposition.Kind;
import dev.plumbline.evaluate.Decomposition.Measure;
import dev.plumbline.evaluate.Decomposition.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person must know before they trust a decision: what was missing, what was assumed, what looks odd. */
final class Caveats {
    private Caveats() {}

    static List<String> of(
            Amounts amounts,
            List<Measure> errors,
            List<Term> terms,
            @Nullable Double irreducible,
            @Nullable Kind decided) {
        List<String> sentences = new ArrayList<>();
        if (irreducible == null) {
            sentences.add("The irreducible error is not given and taken as 0"
                    + (decided == Kind.BIAS
                            ? ": part of the bias may be impossible to avoid; measure how well a person does."
                            : "."));
        }
        if (!has(errors, "validation") && errors.size() > 1) {
            sentences.add("There is no validation error, so the variance here holds everything from train to "
                    + errors.get(1).name() + ".");
        }
        if (errors.size() == 1) {
            sentences.add("There is neither a validation nor a test error, so nothing is known of unseen examples.");
        } else if (!has(errors, "test")) {
            sentences.add("There is no test error: what remains for examples never looked at is not known.");
        }
        noise(errors, sentences);
        for (Term term : terms) {
            if (term.size().high() < 0) {
                sentences.add(odd(term.kind(), amounts.text(term.size())));
            }
        }
        return sentences;
    }

    private static void noise(List<Measure> errors, List<String> sentences) {
        String unknown = errors.stream()
                .filter(e -> !Differences.isKnown(e.error()))
                .map(Measure::name)
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            sentences.add("How noisy the errors are is not known (" + unknown
                    + "): say how many examples each was measured on.");
        }
    }

    private static String odd(Kind kind, String size) {
        return switch (kind) {
            case BIAS -> "The train error is below the irreducible one (" + size + "): that one may be set too high.";
            case VARIANCE -> "Validation is easier than train (" + size + "): look for leakage between the splits.";
            case SHIFT -> "The shifted validation is easier than the validation (" + size + ").";
            case VALIDATION_OVERFITTING -> "Test is easier than validation (" + size + "): they may differ in kind.";
            case IRREDUCIBLE -> "The irreducible error is negative (" + size + ").";
        };
    }

    private static boolean has(List<Measure> errors, String name) {
        return errors.stream().anyMatch(e -> e.name().equals(name));
    }
}
