package dev.plumbline.evaluate;

import dev.plumbline.evaluate.Decomposition.Kind;
import dev.plumbline.evaluate.Decomposition.Measure;
import dev.plumbline.evaluate.Decomposition.Term;
import dev.plumbline.experiment.Goal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which term to work on first (E3): the largest that is beyond the noise and more than a twentieth of the whole error.
 *
 * @param decided null where there is none
 * @param reason in words and numbers
 */
record TermChoice(@Nullable Kind decided, String reason) {
    /** Removing less than this share of the error cannot be worth the work first; our own choice. */
    private static final double FLOOR = 0.05;

    static TermChoice of(
            Amounts amounts,
            List<Measure> errors,
            List<Term> terms,
            @Nullable Goal goal,
            @Nullable Double irreducible) {
        Measure last = errors.get(errors.size() - 1);
        for (Measure error : errors) {
            if (!Double.isFinite(error.error().value())) {
                return new TermChoice(
                        null,
                        "The " + error.name() + " error is not a finite number ("
                                + error.error().value()
                                + "), so there is nothing to take apart: find out first where training breaks down.");
            }
        }
        if (goal != null
                && errors.size() > 1
                && goal.metBy(goal.metric().score(last.error().value()))) {
            return new TermChoice(null, GoalText.met(goal, last));
        }
        List<String> sentences = new ArrayList<>();
        Kind decided = choose(amounts, terms, last, sentences);
        sentences.addAll(Caveats.of(amounts, errors, terms, irreducible, decided));
        return new TermChoice(decided, String.join(" ", sentences));
    }

    private static @Nullable Kind choose(Amounts amounts, List<Term> terms, Measure last, List<String> sentences) {
        double floor = FLOOR * last.error().value();
        // a stable sort: among equals the one that the method treats first
        List<Term> candidates = terms.stream()
                .filter(t -> t.kind() != Kind.IRREDUCIBLE)
                .filter(t -> t.size().value() > 0 && t.size().value() >= floor && !t.withinNoise())
                .sorted(Comparator.comparingDouble((Term t) -> t.size().value()).reversed())
                .toList();
        if (candidates.isEmpty()) {
            sentences.add(nothing(amounts, terms, last));
            return null;
        }
        Term largest = candidates.get(0);
        sentences.add("The largest part of the " + last.name() + " error ("
                + amounts.text(last.error().value()) + ") that can be worked on is the "
                + largest.kind().label() + ": " + amounts.text(largest.size()) + others(amounts, terms, largest) + ".");
        List<Term> ties =
                candidates.stream().skip(1).filter(t -> isTie(largest, t)).toList();
        if (!ties.isEmpty()) {
            sentences.add("The noise is too large to tell it from the "
                    + ties.stream().map(t -> t.kind().label()).collect(Collectors.joining(" and the ")) + ".");
        }
        return largest.kind();
    }

    /** Whether the difference of the two is within the noise. */
    private static boolean isTie(Term largest, Term other) {
        Interval difference = Differences.ofIntervals(largest.size(), other.size());
        return largest.size().value() == other.size().value() || difference.holdsZero();
    }

    private static String others(Amounts amounts, List<Term> terms, Term largest) {
        String rest = terms.stream()
                .filter(t -> t != largest && t.kind() != Kind.IRREDUCIBLE)
                .map(t -> t.kind().label() + " " + amounts.text(t.size().value())
                        + (t.withinNoise() ? ", within the noise" : ""))
                .collect(Collectors.joining("; "));
        return rest.isEmpty() ? "" : " (" + rest + ")";
    }

    private static String nothing(Amounts amounts, List<Term> terms, Measure last) {
        String all = terms.stream()
                .filter(t -> t.kind() != Kind.IRREDUCIBLE)
                .map(t ->
                        t.kind().label() + " " + amounts.text(t.size()) + (t.withinNoise() ? ", within the noise" : ""))
                .collect(Collectors.joining("; "));
        boolean noisy = terms.stream()
                .anyMatch(t -> t.kind() != Kind.IRREDUCIBLE
                        && t.withinNoise()
                        && t.size().value() >= FLOOR * last.error().value()
                        && t.size().value() > 0);
        return "No part of the " + last.name() + " error (" + amounts.text(last.error()) + ") stands out: " + all + ". "
                + (noisy
                        ? "More examples in the splits, or several folds, would tell what is real."
                        : "What is left is the irreducible error: a better target or better data can lower it.");
    }
}
