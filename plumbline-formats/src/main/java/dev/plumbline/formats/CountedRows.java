package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Task;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file whose one class counts: all but those of the class that is ignored. Classes of positions stay in
 * their rows whatever they are ({@link TagCoding}).
 *
 * @param rows ascending
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CountedRows(Targets all, int[] rows) {
    /**
     * @param task of the targets, as far as the person named it
     * @param ignored the class that is not counted; null for none
     * @throws UnusableInputException if a class is to be ignored where there are none
     */
    static CountedRows of(Targets all, @Nullable Task task, @Nullable Integer ignored) {
        IntStream every = IntStream.range(0, all.size());
        if (ignored == null || task == Task.TAGGING) {
            return new CountedRows(all, every.toArray());
        }
        if (!(all instanceof Targets.Numbers numbers)
                || numbers.width() != 1
                || task == Task.REGRESSION
                || task == Task.MULTILABEL) {
            throw new UnusableInputException(
                    all.subject(),
                    "class numbers, of which `ignore-class` leaves out " + ignored,
                    task == null ? "other targets" : "targets for the task " + task,
                    "Remove `ignore-class`, set `task: tagging` for a class at each position, or give class numbers.");
        }
        return new CountedRows(
                all,
                every.filter(row -> numbers.value().applyAsDouble(row) != ignored)
                        .toArray());
    }

    /** Whether some rows are left out. */
    boolean isPartial() {
        return rows.length < all.size();
    }

    /** The targets of these rows. */
    Targets targets() {
        if (!isPartial() || !(all instanceof Targets.Numbers numbers)) {
            return all;
        }
        return new Targets.Numbers(
                numbers.name(),
                numbers.subject(),
                rows.length,
                numbers.row(),
                numbers.integers(),
                row -> numbers.value().applyAsDouble(rows[row]),
                row -> numbers.label().apply(rows[row]),
                row -> numbers.place().apply(rows[row]));
    }

    /** Targets of these rows in their place among all, the others {@link Schema#NO_CLASS}. */
    Tensor spread(Tensor encoded) {
        if (!isPartial() || !(encoded instanceof LongTensor classes)) {
            return encoded;
        }
        long[] spread = new long[all.size()];
        Arrays.fill(spread, Schema.NO_CLASS);
        for (int i = 0; i < rows.length; i++) {
            spread[rows[i]] = classes.values()[i];
        }
        return LongTensor.of(spread, spread.length);
    }
}
