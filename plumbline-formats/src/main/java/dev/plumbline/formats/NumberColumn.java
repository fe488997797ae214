package dev.plumbline.formats;

import java.util.Locale;

/**
 * A column in which every value is a number or missing.
 *
 * @param values NaN where missing
 */
record NumberColumn(String name, GrowingNumbers values) implements Column {
    private static final int LONG_ENOUGH = 20;

    @Override
    public int size() {
        return values.size();
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values.get(row));
    }

    @Override
    public String text(int row) {
        return CellText.of(values.get(row));
    }

    @Override
    public NumberColumn named(String other) {
        return new NumberColumn(other, values);
    }

    /** Whether every row has a whole number. */
    boolean isWhole() {
        for (int i = 0; i < size(); i++) {
            if (values.get(i) != Math.rint(values.get(i)) || Double.isInfinite(values.get(i))) {
                return false;
            }
        }
        return size() > 0;
    }

    /** Whether the column merely counts or names the rows: nothing that could be learned carries over to other rows. */
    boolean isRowNumber() {
        return countsUp() && (hasNameOfId() || size() >= LONG_ENOUGH && (values.get(0) == 0 || values.get(0) == 1));
    }

    private boolean hasNameOfId() {
        String folded = name.toLowerCase(Locale.ROOT).replaceAll("[-_ .:0-9]", "");
        return folded.equals("id")
                || folded.equals("index")
                || folded.equals("row")
                || folded.equals("unnamed")
                || folded.equals("column");
    }

    private boolean countsUp() {
        for (int i = 1; i < size(); i++) {
            if (values.get(i) != values.get(i - 1) + 1) {
                return false;
            }
        }
        return size() > 1;
    }
}
