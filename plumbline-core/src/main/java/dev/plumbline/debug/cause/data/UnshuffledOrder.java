package dev.plumbline.debug.cause.data;

import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.FullTrainingCause;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Batches come in the file's order, and the file is sorted by target: each step forgets the one before. */
final class UnshuffledOrder implements FullTrainingCause {
    private static final Rule RULE = new Rule(
            "unshuffled-order",
            Stage.COMPARE,
            "Sorted examples are not shuffled",
            "W2; Bottou, Stochastic Gradient Descent Tricks, 2012, section 4.2; Wald and Wolfowitz's runs test");

    private static final double CERTAIN = 6;
    /** Share of the way from a random order to one sorted by class; or the correlation of neighbouring amounts. */
    private static final double SORTED = 0.3;

    private final Evidence evidence;

    UnshuffledOrder(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Setup setup) {
        if (setup.experiment().training().shuffle()) {
            return List.of();
        }
        Tensor targets = evidence.data(setup).train().targets();
        double sorted = targets instanceof LongTensor classes ? byClass(classes.values()) : byAmount(targets);
        return sorted < SORTED
                ? List.of()
                : List.of(Finding.suspected(
                        RULE,
                        "training.shuffle",
                        "false, and train's order is " + Figures.percent(sorted)
                                + " of the way from random to sorted by target",
                        "A batch of one class pulls all weights towards that class, and the next batch back again.",
                        "Set `training.shuffle: true`."));
    }

    /** How many more neighbours are of one class than a random order has, of the most that there could be. */
    private static double byClass(long[] classes) {
        Map<Long, Integer> counts = new HashMap<>();
        int equal = 0;
        for (int i = 0; i < classes.length; i++) {
            counts.merge(classes[i], 1, Integer::sum);
            equal += i > 0 && classes[i] == classes[i - 1] ? 1 : 0;
        }
        double pairs = Math.max(1.0, classes.length - 1.0);
        double expected = 0;
        for (int count : counts.values()) {
            expected += Math.pow((double) count / classes.length, 2);
        }
        double z = (equal / pairs - expected) / Math.sqrt(Math.max(1e-12, expected * (1 - expected) / pairs));
        return z > CERTAIN ? (equal / pairs - expected) / (1 - expected) : 0;
    }

    /** The correlation of neighbouring targets, of the first output. */
    private static double byAmount(Tensor targets) {
        int width = targets.rowElements();
        int count = targets.length();
        double mean = 0;
        for (int i = 0; i < count; i++) {
            mean += targets.get(i * width) / count;
        }
        double products = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double here = targets.get(i * width) - mean;
            squares += here * here;
            products += i > 0 ? here * (targets.get((i - 1) * width) - mean) : 0;
        }
        double correlation = squares > 0 ? products / squares : 0;
        return correlation * Math.sqrt(count) > CERTAIN ? correlation : 0;
    }

    @Override
    public List<String> edits(Setup setup) {
        return setup.experiment().training().shuffle() ? List.of() : List.of("shuffle");
    }
}
