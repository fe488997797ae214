package dev.plumbline.debug.cause.data;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.Split;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.FullTrainingCause;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.SplitPlan;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.List;
import java.util.stream.IntStream;

/** Rows that follow each other in time were split at random: what is scored lies between what was learned. */
final class OrderLost implements FullTrainingCause {
    private static final Rule RULE = new Rule(
            "order-lost",
            Stage.COMPARE,
            "Rows that follow each other were split at random",
            "RULES, splits: a time or group order that was shuffled away; Kaufman et al., 2012, no time machine");

    private static final int FEWEST = 50;

    private final Evidence evidence;

    OrderLost(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Setup setup) {
        Dataset dataset = evidence.data(setup);
        InputSchema input = dataset.schema().inputs().get(0);
        Split train = dataset.train();
        boolean atRandom = setup.experiment().data().validation() instanceof SplitPlan.Fraction
                || setup.experiment().data().test() instanceof SplitPlan.Fraction;
        if (!atRandom
                || dataset.schema().modality() != Modality.TABULAR
                || train.size() < FEWEST
                || !(train.inputs().get(0) instanceof FloatTensor values)) {
            return List.of();
        }
        return IntStream.range(0, values.rowElements())
                .filter(column -> isClock(values, column))
                .limit(1)
                .mapToObj(column -> Finding.suspected(
                        RULE,
                        "feature " + Figures.feature(dataset.schema(), 0, column),
                        "it never falls from one train example to the next over " + train.size()
                                + " rows, and a part was held out at random",
                        "Neighbours in time are alike, so that the held-out score is better than any score on what is"
                                + " yet to come. (" + input.name() + ")",
                        "If rows follow each other in time, hold out the last of them, in a file of its own; if they"
                                + " come in groups, hold out whole groups."))
                .toList();
    }

    /** Rises all along, or falls all along, in many steps. */
    private static boolean isClock(FloatTensor values, int column) {
        int width = values.rowElements();
        int ups = 0;
        int downs = 0;
        for (int row = 1; row < values.length(); row++) {
            float step = values.values()[row * width + column] - values.values()[(row - 1) * width + column];
            ups += step > 0 ? 1 : 0;
            downs += step < 0 || Float.isNaN(step) ? 1 : 0;
        }
        return ups > values.length() / 2 && downs == 0;
    }

    /** No score tells: the honest one is worse. */
    @Override
    public List<String> edits(Setup setup) {
        return List.of();
    }
}
