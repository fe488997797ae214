package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import java.util.List;

/**
 * True or yes as 1, false or no as 0; the more frequent one of train where missing.
 *
 * @param filling what stands for a missing value
 */
record BooleanFeature(TextColumn source, boolean filling) implements Feature {
    /** Counts the train split's values, for the gaps. */
    static BooleanFeature fit(TextColumn column, int[] trainRows) {
        int balance = 0;
        for (int row : trainRows) {
            if (!column.isMissing(row)) {
                balance += TextColumn.isTrue(column.text(row)) ? 1 : -1;
            }
        }
        return new BooleanFeature(column, balance > 0);
    }

    @Override
    public List<String> names() {
        return List.of(source.name());
    }

    @Override
    public void encode(Cells from, Rows to) {
        from.noteFilled(from.missing(), "train's most frequent value, " + filling + ",");
        for (int i = 0; i < from.rows().length; i++) {
            int row = from.rows()[i];
            to.set(i, 0, (from.column().isMissing(row) ? filling : isTrue(from, row)) ? 1 : 0);
        }
    }

    private boolean isTrue(Cells from, int row) {
        String word = from.column().text(row);
        if (source.words().stream().noneMatch(word::equalsIgnoreCase)) {
            throw new UnusableInputException(
                    from.table().place(row) + ", column \"" + source.name() + "\"",
                    String.join(" or ", source.words()) + ", as in train",
                    "\"" + CsvFormat.shortened(word) + "\"",
                    "Correct it, or leave the cell empty if the value is not known.");
        }
        return TextColumn.isTrue(word);
    }
}
