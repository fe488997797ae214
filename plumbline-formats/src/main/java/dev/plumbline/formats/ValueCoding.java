package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Task;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers as they are: amounts, or 0 and 1 for each label.
 *
 * @param outputs numbers for each example
 */
record ValueCoding(Task task, int outputs) implements TargetCoding {
    /** @throws UnusableInputException if the targets are words, or all the same */
    static ValueCoding regression(Targets train) {
        Targets.Numbers numbers = numbers(train);
        for (int column = 0; column < numbers.width(); column++) {
            if (isConstant(numbers, column)) {
                throw new UnusableInputException(
                        train.subject(),
                        "at least two different values",
                        "only " + CellText.of(numbers.value().applyAsDouble(column)) + " in all " + train.size()
                                + " examples",
                        "Add examples with other targets, or name another target.");
            }
        }
        return new ValueCoding(Task.REGRESSION, numbers.width());
    }

    static ValueCoding labels(int width) {
        return new ValueCoding(Task.MULTILABEL, width);
    }

    @Override
    public List<String> classNames() {
        return task == Task.REGRESSION
                ? List.of()
                : IntStream.range(0, outputs).mapToObj(String::valueOf).toList();
    }

    @Override
    public Tensor encode(Targets targets) {
        TargetCoding.requireComplete(targets);
        Targets.Numbers numbers = numbers(targets);
        if (numbers.width() != outputs || task == Task.MULTILABEL && !numbers.all(v -> v == 0 || v == 1)) {
            throw new UnusableInputException(
                    targets.subject(),
                    outputs + (task == Task.MULTILABEL ? " zeros and ones" : " numbers")
                            + " for each example, as in train",
                    numbers.width() + (task == Task.MULTILABEL ? ", or others than 0 and 1" : ""),
                    "Give all splits the same kind of target.");
        }
        float[] values = new float[Math.multiplyExact(targets.size(), outputs)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) numbers.value().applyAsDouble(i);
        }
        return FloatTensor.of(values, targets.size(), outputs);
    }

    private static Targets.Numbers numbers(Targets targets) {
        if (targets instanceof Targets.Numbers numbers) {
            return numbers;
        }
        ((Targets.Words) targets).notNumbers().run();
        throw new UnusableInputException(
                targets.subject(),
                "numbers, since the task is regression",
                "words such as \"" + CsvFormat.shortened(targets.text(0)) + "\"",
                "Set `task: classification`, or name another target.");
    }

    private static boolean isConstant(Targets.Numbers numbers, int column) {
        double first = numbers.value().applyAsDouble(column);
        for (int row = 1; row < numbers.size(); row++) {
            if (numbers.value().applyAsDouble(row * numbers.width() + column) != first) {
                return false;
            }
        }
        return true;
    }
}
