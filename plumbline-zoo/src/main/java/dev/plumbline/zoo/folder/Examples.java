package dev.plumbline.zoo.folder;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * The examples of one split, as a file holds them.
 *
 * @param inputs a row for each example, flat; token numbers are whole
 * @param targets class numbers or amounts
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Examples(float[][] inputs, float[] targets) {
    /** The number of examples. */
    public int size() {
        return targets.length;
    }

    /** The examples of these indices, in that order; an index may come twice. */
    public Examples pick(int[] rows) {
        float[][] picked = new float[rows.length][];
        float[] said = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            picked[i] = inputs[rows[i]];
            said[i] = targets[rows[i]];
        }
        return new Examples(picked, said);
    }

    /** The examples for which a condition on the index holds. */
    public Examples where(java.util.function.IntPredicate kept) {
        return pick(IntStream.range(0, size()).filter(kept).toArray());
    }

    /** These and others behind them. */
    public Examples and(Examples more) {
        float[][] all = java.util.Arrays.copyOf(inputs, size() + more.size());
        float[] said = java.util.Arrays.copyOf(targets, size() + more.size());
        System.arraycopy(more.inputs, 0, all, size(), more.size());
        System.arraycopy(more.targets, 0, said, size(), more.size());
        return new Examples(all, said);
    }

    /** Every number of every input changed alike. */
    public Examples mapInputs(DoubleUnaryOperator change) {
        return mapRows((row, index) -> {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) change.applyAsDouble(row[i]);
            }
            return row;
        });
    }

    /** Every row changed; the function gets a copy and may change it in place. */
    public Examples mapRows(RowChange change) {
        float[][] changed = new float[size()][];
        for (int i = 0; i < changed.length; i++) {
            changed[i] = change.apply(inputs[i].clone(), i);
        }
        return new Examples(changed, targets);
    }

    /** With other targets. */
    public Examples withTargets(float[] changed) {
        return new Examples(inputs, changed);
    }

    /** Changes a row. */
    @FunctionalInterface
    public interface RowChange {
        float[] apply(float[] row, int index);
    }
}
