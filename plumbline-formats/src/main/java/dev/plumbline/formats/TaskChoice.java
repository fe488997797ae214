package dev.plumbline.formats;

import dev.plumbline.experiment.Task;
import java.util.TreeSet;

/** Reads the task from the targets where the person named none, and says why. */
final class TaskChoice {
    /** As many different whole numbers may be classes in a table: more are more likely to be amounts. */
    private static final int FEW = 20;

    /** Arrays of integers that count 0, 1, 2, ... are class numbers up to here (ImageNet has 1,000). */
    private static final int MOST_CLASSES = 1000;

    private TaskChoice() {}

    static Task infer(Targets targets, Notes notes) {
        if (targets instanceof Targets.Numbers numbers) {
            return numbers.width() == 1 ? ofNumbers(numbers, notes) : ofRows(numbers, notes);
        }
        ((Targets.Words) targets).notNumbers().run();
        notes.add(targets.name(), "The target holds words, so the task is classification.");
        return Task.CLASSIFICATION;
    }

    private static Task ofRows(Targets.Numbers targets, Notes notes) {
        if (targets.isOneHot()) {
            notes.add(
                    targets.name(),
                    "Every row of the target has a single 1 among zeros, so the task is classification; set `task: multilabel` if they are labels.");
            return Task.CLASSIFICATION;
        }
        if (targets.all(v -> v == 0 || v == 1)) {
            notes.add(
                    targets.name(), "Rows of the target are zeros and any number of ones, so the task is multilabel.");
            return Task.MULTILABEL;
        }
        notes.add(targets.name(), "Rows of the target are numbers, so the task is regression.");
        return Task.REGRESSION;
    }

    private static Task ofNumbers(Targets.Numbers targets, Notes notes) {
        TreeSet<Double> values = new TreeSet<>();
        boolean whole = true;
        for (int i = 0; i < targets.size() && whole && values.size() <= MOST_CLASSES; i++) {
            double value = targets.value().applyAsDouble(i);
            whole = value == Math.rint(value);
            values.add(value);
        }
        boolean repeated = values.size() == 2 || values.size() <= targets.size() / 2;
        if (whole && repeated && (values.size() <= FEW || targets.integers() && countUp(values))) {
            notes.add(
                    targets.name(),
                    "The target has " + values.size() + " different whole numbers (" + CellText.of(values.first())
                            + " to "
                            + CellText.of(values.last())
                            + "), so the task is classification; set `task: regression` if they are amounts.");
            return Task.CLASSIFICATION;
        }
        notes.add(
                targets.name(),
                "The target has "
                        + (whole ? "more than a few different whole numbers" : "numbers with fractions")
                        + ", so the task is regression; set `task: classification` if they are classes.");
        return Task.REGRESSION;
    }

    private static boolean countUp(TreeSet<Double> values) {
        return values.size() <= MOST_CLASSES && values.first() == 0 && values.last() == values.size() - 1;
    }
}
