package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Task;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Classes given as rows with a 1 in the class's place.
 *
 * @param outputs the length of a row
 */
record OneHotCoding(int outputs) implements TargetCoding {
    @Override
    public Task task() {
        return Task.CLASSIFICATION;
    }

    @Override
    public List<String> classNames() {
        return IntStream.range(0, outputs).mapToObj(String::valueOf).toList();
    }

    @Override
    public Tensor encode(Targets targets) {
        TargetCoding.requireComplete(targets);
        if (!(targets instanceof Targets.Numbers numbers) || numbers.width() != outputs || !numbers.isOneHot()) {
            throw new UnusableInputException(
                    targets.subject(),
                    "rows of " + outputs + " with a single 1 among zeros, as in the train split",
                    "others",
                    "Give all splits the same kind of target.");
        }
        long[] encoded = new long[targets.size()];
        for (int row = 0; row < encoded.length; row++) {
            while (numbers.value().applyAsDouble((int) (row * outputs + encoded[row])) != 1) {
                encoded[row]++;
            }
        }
        return new LongTensor(encoded, Shape.of(encoded.length));
    }
}
