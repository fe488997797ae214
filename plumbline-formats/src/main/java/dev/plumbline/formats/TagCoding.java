package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Task;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A class for each position: numbers from 0, {@code (examples, positions ...)}, or a 1 among zeros along a last axis
 * more.
 *
 * @param outputs classes
 * @param positions the shape of an example's positions
 * @param oneHot whether the file has rows with a 1 in the class's place
 * @param ignored the number of what is of no class; null for none
 */
record TagCoding(
        int outputs,
        List<Integer> positions,
        boolean oneHot,
        @Nullable Integer ignored) implements TargetCoding {
    /** As many classes at most; a number above it is no class number. */
    private static final int MOST = 100_000;

    TagCoding {
        positions = List.copyOf(positions);
    }

    static TagCoding fit(Targets train, @Nullable Integer ignored) {
        if (!(train instanceof Targets.Numbers numbers) || numbers.row().rank() == 0) {
            throw wrong(train, "one target for each example");
        }
        Shape row = numbers.row();
        boolean isOneHot = row.rank() > 1 && row.get(-1) > 1 && numbers.isOneHot(row.get(-1));
        boolean spare = isOneHot || row.rank() > 1 && row.get(-1) == 1;
        List<Integer> positions = row.sizes().subList(0, row.rank() - (spare ? 1 : 0));
        if (isOneHot) {
            return new TagCoding(row.get(-1), positions, true, ignored);
        }
        int most = 0;
        for (int i = 0; i < numbers.size() * numbers.width(); i++) {
            if (!isIgnored(numbers.value().applyAsDouble(i), ignored)) {
                most = Math.max(most, number(numbers, i));
            }
        }
        return new TagCoding(most + 1, positions, false, ignored);
    }

    private static boolean isIgnored(double value, @Nullable Integer ignored) {
        return ignored != null && value == ignored;
    }

    private static UnusableInputException wrong(Targets targets, String found) {
        return new UnusableInputException(
                targets.subject(),
                "for `task: tagging` a class number from 0 for each position, shape (examples, positions ...)",
                found,
                "Give an .npz with y of such numbers, or set another task.");
    }

    private static int number(Targets.Numbers numbers, int index) {
        double value = numbers.value().applyAsDouble(index);
        if (value != Math.rint(value) || value < 0 || value > MOST) {
            throw wrong(
                    numbers,
                    CellText.of(value) + " (`data.ignore-class: " + CellText.of(value) + "` if it stands for none)");
        }
        return (int) value;
    }

    @Override
    public Task task() {
        return Task.TAGGING;
    }

    @Override
    public List<String> classNames() {
        return IntStream.range(0, outputs).mapToObj(String::valueOf).toList();
    }

    @Override
    public Tensor encode(Targets targets) {
        TargetCoding.requireComplete(targets);
        long each = new Shape(positions).elements();
        if (!(targets instanceof Targets.Numbers numbers) || numbers.width() != each * (oneHot ? outputs : 1)) {
            throw new UnusableInputException(
                    targets.subject(),
                    "classes at the positions " + new Shape(positions) + ", as in the train split",
                    targets instanceof Targets.Numbers other ? "shape " + other.row() : "words",
                    "Give all splits the same kind of target.");
        }
        long[] encoded = new long[Math.toIntExact(targets.size() * each)];
        for (int i = 0; i < encoded.length; i++) {
            if (!oneHot) {
                encoded[i] =
                        isIgnored(numbers.value().applyAsDouble(i), ignored) ? Schema.NO_CLASS : number(numbers, i);
                continue;
            }
            while (encoded[i] < outputs && numbers.value().applyAsDouble((int) (i * outputs + encoded[i])) != 1) {
                encoded[i]++;
            }
            if (encoded[i] == outputs) {
                throw wrong(
                        targets, "a position without a 1, in " + targets.place().apply((int) (i / each)));
            }
            encoded[i] = isIgnored(encoded[i], ignored) ? Schema.NO_CLASS : encoded[i];
        }
        return new LongTensor(encoded, new Shape(positions).prepend(targets.size()));
    }
}
