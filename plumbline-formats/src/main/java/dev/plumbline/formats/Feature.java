package dev.plumbline.formats;

import java.util.List;

/** How one column of a table becomes one or several numbers in a row. */
sealed interface Feature permits NumberFeature, BooleanFeature, CategoryFeature, MissingFlag {
    /** The column it is made of. */
    Column source();

    /** A name for each number: {@code age}, {@code city=Oslo}, {@code age missing}. */
    List<String> names();

    /**
     * Writes the numbers of the rows.
     *
     * @param from the column, of the file that the rows are from
     */
    void encode(Cells from, Rows to);

    /** Where numbers come from: a column of a file, the rows of it, and what messages call them. */
    record Cells(Table table, Column column, int[] rows, String split, Notes notes) {
        /** The rows without a value. */
        int missing() {
            int count = 0;
            for (int row : rows) {
                count += column.isMissing(row) ? 1 : 0;
            }
            return count;
        }

        /** A note that missing values were filled in, where there are any. */
        void noteFilled(int missing, String with) {
            if (missing > 0) {
                notes.add(
                        column.name(),
                        missing + " of " + rows.length + " values are missing in " + split + "; " + with
                                + " was filled in.");
            }
        }
    }

    /** Where numbers go: a matrix, row by row, from one of its columns on. */
    @SuppressWarnings("ArrayRecordComponent") // a view to write through, never compared
    record Rows(float[] values, int width, int at) {
        void set(int row, int offset, double value) {
            values[row * width + at + offset] = (float) value;
        }
    }
}
