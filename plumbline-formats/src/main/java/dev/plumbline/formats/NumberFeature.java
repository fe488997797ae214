package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import java.util.Arrays;
import java.util.List;

/**
 * A number as it is; train's median where it is missing.
 *
 * @param trainRows the rows of the train split, for the median
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NumberFeature(NumberColumn source, int[] trainRows) implements Feature {
    @Override
    public List<String> names() {
        return List.of(source.name());
    }

    @Override
    public void encode(Cells from, Rows to) {
        if (from.column() instanceof TextColumn text) {
            throw new UnusableInputException(
                    from.table().place(text.kinds().firstOther()) + ", column \"" + source.name() + "\"",
                    "a number, as in train",
                    "\"" + CsvFormat.shortened(text.kinds().firstText()) + "\"",
                    "Correct it, or leave the cell empty if the value is not known.");
        }
        GrowingNumbers values = ((NumberColumn) from.column()).values();
        int missing = from.missing();
        double median = missing == 0 ? Double.NaN : median();
        from.noteFilled(missing, "train's median, " + CellText.of(median) + ",");
        for (int i = 0; i < from.rows().length; i++) {
            double value = values.get(from.rows()[i]);
            to.set(i, 0, Double.isNaN(value) ? median : value);
        }
    }

    private double median() {
        double[] present = Arrays.stream(trainRows)
                .mapToDouble(source.values()::get)
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        int middle = present.length / 2;
        return present.length % 2 == 1 ? present[middle] : (present[middle - 1] + present[middle]) / 2;
    }
}
