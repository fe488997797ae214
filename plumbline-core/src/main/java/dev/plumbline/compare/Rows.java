package dev.plumbline.compare;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Split;
import dev.plumbline.data.Tensor;

/**
 * All inputs of each example side by side in one row of numbers: what a baseline without a notion of space or time
 * sees. Tokens are counted ("bag of words"); a missing or infinite value becomes 0, the mean of standardized features.
 *
 * @param values row-major, {@code count} x {@code width}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Rows(float[] values, int count, int width) {
    static Rows of(Split split, Schema schema) {
        int width = 0;
        for (InputSchema input : schema.inputs()) {
            width += width(input);
        }
        float[] values = new float[Math.multiplyExact(split.size(), width)];
        int offset = 0;
        for (int i = 0; i < schema.inputs().size(); i++) {
            InputSchema input = schema.inputs().get(i);
            fill(values, offset, width, split.inputs().get(i), input.vocabulary());
            offset += width(input);
        }
        return new Rows(values, split.size(), width);
    }

    private static int width(InputSchema input) {
        return input.vocabulary() > 0
                ? input.vocabulary()
                : Math.toIntExact(input.shape().elements());
    }

    private static void fill(float[] values, int offset, int width, Tensor input, int vocabulary) {
        int elements = input.rowElements();
        for (int row = 0; row < input.length(); row++) {
            int start = row * width + offset;
            for (int i = 0; i < elements; i++) {
                double value = input.get(row * elements + i);
                if (vocabulary == 0) {
                    boolean usable = input instanceof FloatTensor && !Double.isFinite(value);
                    values[start + i] = usable ? 0 : (float) value;
                } else if (value >= 0 && value < vocabulary) {
                    values[start + (int) value]++;
                }
            }
        }
    }

    /** Where a row starts. */
    int start(int row) {
        return row * width;
    }
}
