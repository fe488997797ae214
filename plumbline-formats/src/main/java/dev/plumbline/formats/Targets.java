package dev.plumbline.formats;

import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
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
     * @param width values in a row
     * @param integers whether they were written as integers, which are more likely to be classes
     * @param value the value at {@code row * width + index}
     * @param label a row's value as text, where the width is 1
     */
    record Numbers(
            String name,
            String subject,
            int size,
            int width,
            boolean integers,
            IntToDoubleFunction value,
            IntFunction<String> label,
            IntFunction<String> place)
            implements Targets {
        @Override
        public boolean isMissing(int row) {
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
            for (int i = 0; i < size * width; i++) {
                if (!condition.test(value.applyAsDouble(i))) {
                    return false;
                }
            }
            return true;
        }

        /** Whether every row is 1 in one place and 0 elsewhere. */
        boolean isOneHot() {
            if (width < 2 || !all(v -> v == 0 || v == 1)) {
                return false;
            }
            IntUnaryOperator ones = row -> {
                int count = 0;
                for (int i = 0; i < width; i++) {
                    count += value.applyAsDouble(row * width + i) == 1 ? 1 : 0;
                }
                return count;
            };
            for (int row = 0; row < size; row++) {
                if (ones.applyAsInt(row) != 1) {
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
