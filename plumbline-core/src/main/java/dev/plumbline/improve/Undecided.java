package dev.plumbline.improve;

import dev.plumbline.evaluate.Decomposition.Kind;
import dev.plumbline.evaluate.Decomposition.Term;
import java.util.List;

/** What helps where no term stands out and the goal is not met. */
final class Undecided {
    private Undecided() {}

    static List<NextStep> steps(Patient patient) {
        String why = patient.decomposition().reason();
        boolean noisy = patient.decomposition().terms().stream()
                .anyMatch(t -> t.kind() != Kind.IRREDUCIBLE && t.size().value() > 0 && t.withinNoise());
        Steps steps = new Steps(patient, "E3");
        if (noisy) {
            steps.person(
                    "Score on more examples: a larger validation and test split, or several folds.",
                    why,
                    "The intervals shrink, until a term can be told from the noise.");
        }
        double irreducible = patient.decomposition()
                .term(Kind.IRREDUCIBLE)
                .map(Term::size)
                .orElseThrow()
                .value();
        if (irreducible > 0) {
            steps.person(
                    "Question the irreducible error: is it what the best can do, or only what one did?",
                    why,
                    "A lower one shows avoidable bias that can be worked on.");
        } else {
            steps.person(
                    "Measure the irreducible error: how well does a person, or the best known model, do?",
                    why,
                    "Tells whether the goal can be reached at all.");
        }
        return steps.list();
    }
}
