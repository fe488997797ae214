package dev.plumbline.debug.cause.data;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.estimate.Answers;
import dev.plumbline.data.estimate.Learned;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.FullTrainingCause;
import dev.plumbline.experiment.DataEdit;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of train's classes is wrong: even where a simple model is surest, many disagree with it (W4). */
final class LabelNoise implements FullTrainingCause {
    private static final Rule RULE = new Rule(
            "label-noise",
            Stage.COMPARE,
            "A part of the train labels is wrong",
            "W4: noisy labels; confident learning, Northcutt, Jiang and Chuang, 2021: 3.3 % is usual");

    private static final int FEWEST = 100;
    /** Two-sample z value of a difference that is no chance. */
    private static final double CERTAIN = 3.5;
    /** What Northcutt et al. found on average in well-known sets. */
    private static final double USUAL = 0.033;
    /** Beyond this nothing but the labels' own spread tells noise from what inputs leave open. */
    private static final double MUCH = 0.08;

    private final Evidence evidence;

    LabelNoise(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Setup setup) {
        Dataset dataset = evidence.data(setup);
        boolean dropped = setup.experiment().data().edits().contains(DataEdit.Repair.DROP_SUSPECTS);
        if (dropped
                || dataset.task() != Task.CLASSIFICATION
                || dataset.train().size() < FEWEST
                || !evidence.renumberings(setup).isEmpty()) {
            return List.of();
        }
        return evidence
                .of(setup, SplitName.TRAIN)
                .filter(learned -> learned.leftOut().isBeyondChance())
                .flatMap(learned -> finding(
                        dataset.schema(),
                        learned.leftOut(),
                        Disagreement.of(learned.leftOut()),
                        cleanest(dataset, learned)))
                .stream()
                .toList();
    }

    /** The other split that disagrees least: noise may be in the whole file that validation was drawn from. */
    private static Optional<Disagreement> cleanest(Dataset dataset, Learned learned) {
        return Stream.of(SplitName.TEST, SplitName.VALIDATION)
                .flatMap(name -> dataset.split(name).stream())
                .filter((Split split) -> split.size() >= FEWEST / 2)
                .map((Split split) -> Disagreement.of(learned.ofSome(split)))
                .min(Comparator.comparingDouble(Disagreement::share));
    }

    private static Optional<Finding> finding(
            Schema schema, Answers answers, Disagreement train, Optional<Disagreement> other) {
        boolean noisier = other.filter(o -> train.zAgainst(o) > CERTAIN).isPresent();
        boolean spread = schema.outputs() > 2 && train.low() > MUCH && train.isSpread();
        if (!(noisier && train.low() > USUAL) && !spread && train.low() < MUCH) {
            return Optional.empty();
        }
        String compared = other.map(o -> ", against " + Figures.percent(o.share()) + " of another split's")
                .orElse("");
        return Optional.of(Finding.suspected(
                        RULE,
                        "target " + schema.target() + " of train",
                        Figures.percent(train.share()) + " (" + Figures.percent(train.low()) + " to "
                                + Figures.percent(train.high())
                                + ") of the examples that a simple model is surest of are labelled otherwise" + compared
                                + "; the model, which has not seen the example it is asked about, is right for "
                                + Figures.percent(answers.score()) + " of train",
                        "The network can learn wrong labels only by heart, and has to forget them for what is right.",
                        "Look at such examples by eye and correct them; `drop-suspects` shows what it brings to drop"
                                + " them.")
                .withSeverity(noisier || spread ? Severity.WARNING : Severity.INFO));
    }

    @Override
    public List<String> edits(Setup setup) {
        return look(setup).isEmpty() ? List.of() : List.of("drop-suspects");
    }
}
