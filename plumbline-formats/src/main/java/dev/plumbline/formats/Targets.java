package dev.plumbline.formats;

import dev.plumbline.data.Shape;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The targets of a file's rows, as they stand there. */
sealed interface Targets {
    /** The column or array. */
    String name();

    /** File and column, as messages name them. */
    String subject();

    /** The number of rows. */
    int size();

    /** Where a row's target stands. */
    IntFunction<String> place();

    /** Whether a row has no target, or one that is NaN or infinite. */
    boolean isMissing(int row);

    /** A row's target as a class name; for rows of one value. */
    String text(int row);

    /**
     * Numbers.
     *
     * @param row the shape of a row; no axes for a single value
     * @param integers whether they were written as integers, which are more likely to be classes
     * @param value the value at {@code row * width + index}
     * @param label a row's value as text, where the width is 1
     */
    record Numbers(
            String name,
            String subject,
            int size,
            Shape row,
            boolean integers,
            IntToDoubleFunction value,
            IntFunction<String> label,
            IntFunction<String> place)
            implements Targets {
        /** Values in a row. */
        int width() {
            return Math.toIntExact(row.elements());
        }

        @Override
        public boolean isMissing(int row) {
            int width = width();
            for (int i = 0; i < width; i++) {
                if (!Double.isFinite(value.applyAsDouble(row * width + i))) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String text(int row) {
            return label.apply(row);
        }

        /** Whether every value satisfies the condition. */
        boolean all(java.util.function.DoublePredicate condition) {
            for (int i = 0; i < size * width(); i++) {
                if (!condition.test(value.applyAsDouble(i))) {
                    return false;
                }
            }
            return true;
        }

        /** Whether every row is 1 in one place and 0 elsewhere. */
        boolean isOneHot() {
            return isOneHot(width());
        }

        /** Whether of every so many values one is 1 and the others are 0. */
        boolean isOneHot(int width) {
            if (width < 2 || !all(v -> v == 0 || v == 1)) {
                return false;
            }
            for (int start = 0; start < size * width(); start += width) {
                int ones = 0;
                for (int k = start; k < start + width; k++) {
                    ones += value.applyAsDouble(k) == 1 ? 1 : 0;
                }
                if (ones != 1) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Words.
     *
     * @param word a row's word, null where missing
     * @param notNumbers throws if these are numbers but for a few
     */
    record Words(
            String name,
            String subject,
            int size,
            IntFunction<@Nullable String> word,
            IntFunction<String> place,
            Runnable notNumbers)
            implements Targets {
        @Override
        public boolean isMissing(int row) {
            return word.apply(row) == null;
        }

        @Override
        public String text(int row) {
            return String.valueOf(word.apply(row));
        }
    }
}
