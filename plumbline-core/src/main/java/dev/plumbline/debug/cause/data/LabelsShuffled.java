package dev.plumbline.debug.cause.data;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.estimate.Answers;
import dev.plumbline.data.estimate.Learned;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.FullTrainingCause;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.intervention.ShiftTargets;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Train's targets tell nothing of its inputs: they were shuffled, or moved by a row, against them (D5). */
final class LabelsShuffled implements FullTrainingCause {
    private static final Rule RULE = new Rule(
            "labels-shuffled",
            Stage.COMPARE,
            "The targets do not belong to the inputs",
            "D5: data or labels corrupted (shuffled); a simple model, left-one-out, no better than a constant answer");

    private static final int FEWEST = 60;
    /** A rule that another split has so clearly would show in train too. */
    private static final double CLEAR = 0.25;

    private final Evidence evidence;

    LabelsShuffled(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Setup setup) {
        Dataset dataset = evidence.data(setup);
        Optional<Learned> train = evidence.of(setup, SplitName.TRAIN);
        if (dataset.train().size() < FEWEST
                || train.isEmpty()
                || train.get().leftOut().isBeyondChance()
                || networkLearns(setup)) {
            return List.of();
        }
        String seen =
                "a simple model of train, left-one-out, " + scores(train.get().leftOut());
        OptionalInt rows = evidence.shift(setup);
        if (rows.isPresent()) {
            return List.of(finding(
                    setup,
                    seen + "; with the targets moved by " + rows.getAsInt() + " row they fit",
                    "Move the targets back (`"
                            + ShiftTargets.of(rows.getAsInt()).name() + "`).",
                    Severity.WARNING));
        }
        Optional<Learned> other = Stream.of(SplitName.TEST, SplitName.VALIDATION)
                .filter(name -> dataset.split(name).map(Split::size).orElse(0) >= FEWEST)
                // more examples show more
                .filter(name -> dataset.split(name).map(Split::size).orElse(0)
                        <= 2 * dataset.train().size())
                .flatMap(name -> evidence.of(setup, name).stream())
                .filter(learned -> learned.leftOut().isBeyondChance() && gain(learned.leftOut()) > CLEAR)
                .findFirst();
        String remedy = "Look at how inputs and targets were put together: one of them sorted or shuffled alone?";
        if (other.isPresent()) {
            String beside = "; of another split " + scores(other.get().leftOut());
            return List.of(finding(setup, seen + beside, remedy, Severity.WARNING)
                    .confirmed("the same simple model was asked of both splits")
                    .withSeverity(Severity.WARNING));
        }
        boolean nothing = setup.observed().training() != null;
        return List.of(finding(setup, seen, remedy, nothing ? Severity.WARNING : Severity.INFO));
    }

    private static Finding finding(Setup setup, String seen, String remedy, Severity severity) {
        return Finding.suspected(
                        RULE,
                        "target " + setup.dataset().schema().target() + " of train",
                        seen,
                        "Where targets tell nothing of the inputs there is nothing to learn but by heart.",
                        remedy)
                .withSeverity(severity);
    }

    /** What is found of what there is to find beyond the constant answer. */
    private static double gain(Answers answers) {
        return (answers.score() - answers.constant()) / Math.max(1e-9, 1 - answers.constant());
    }

    private static String scores(Answers answers) {
        return answers.constant() > 0
                ? "is right for " + Figures.percent(answers.score()) + ", the most frequent class for "
                        + Figures.percent(answers.constant())
                : "explains " + Figures.percent(answers.score()) + " of the variance";
    }

    /** Whether the trained network finds in a split it has not seen what simple models do not. */
    private static boolean networkLearns(Setup setup) {
        Run training = setup.observed().training();
        return training != null
                && Stream.of(SplitName.VALIDATION, SplitName.TEST)
                        .flatMap(name -> training.predictions(name).stream())
                        .filter(predictions -> predictions.size() >= FEWEST / 2)
                        .anyMatch(LabelsShuffled::isBeyondChance);
    }

    private static boolean isBeyondChance(Predictions predictions) {
        return NetworkAnswers.of(predictions).isBeyondChance();
    }

    @Override
    public List<String> edits(Setup setup) {
        List<Finding> found = look(setup);
        if (found.isEmpty()) {
            return List.of();
        }
        OptionalInt rows = evidence.shift(setup);
        return rows.isPresent() ? List.of(ShiftTargets.of(rows.getAsInt()).name()) : List.of();
    }
}
