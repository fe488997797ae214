package dev.plumbline.improve;

import dev.plumbline.UnusableInputException;
import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.evaluate.Decomposition.Measure;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Goal;
import dev.plumbline.intervention.Intervention;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to be treated: the error taken apart, and the experiment that may be edited. */
record Patient(Decomposition decomposition, @Nullable Experiment experiment) {
    /** The measured errors in one line: train 1.2 points, validation 6 points. */
    String errors() {
        return decomposition.errors().stream()
                .map(e -> e.name() + " error " + decomposition.text(e.error().value()))
                .collect(Collectors.joining(", "));
    }

    /** The decided term in words: the variance is 5 points (2 to 8). */
    String term() {
        return decomposition
                .decided()
                .flatMap(decomposition::term)
                .map(t -> "the " + t.kind().label() + " is " + decomposition.text(t.size()))
                .orElse("no term stands out");
    }

    /** An error by the split's name. */
    Optional<Measure> error(String split) {
        return decomposition.errors().stream()
                .filter(e -> e.name().equals(split))
                .findFirst();
    }

    boolean goalIsMet() {
        if (experiment == null || decomposition.errors().size() < 2) {
            return false;
        }
        Goal goal = experiment.goal();
        Measure last = decomposition.errors().get(decomposition.errors().size() - 1);
        return goal.metBy(goal.metric().score(last.error().value()));
    }

    /** Whether the edit can be made and changes anything. */
    boolean allows(Intervention intervention) {
        if (experiment == null) {
            return false;
        }
        try {
            return !intervention.apply(experiment).equals(experiment);
        } catch (UnusableInputException e) {
            return false; // this experiment has no place for it
        }
    }
}
