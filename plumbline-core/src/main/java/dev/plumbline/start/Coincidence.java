package dev.plumbline.start;

import dev.plumbline.data.ExampleIndex;
import dev.plumbline.data.Split;
import dev.plumbline.data.Tensor;
import java.util.Arrays;

/** How likely two examples are equal by chance, which tells copies from coarse data. */
final class Coincidence {
    private static final int MOST_ROWS = 2_000;
    /** Elements beyond these cannot make the product matter more than it does. */
    private static final int MOST_ELEMENTS = 256;

    private Coincidence() {}

    /**
     * The product over elements of the share of pairs of examples that agree in the element. An element in which no
     * pair agrees counts as one agreement, so that the number is never too small for want of pairs.
     *
     * @return 1 for fewer than two examples
     */
    static double of(Split split) {
        if (split.size() < 2) {
            return 1;
        }
        double logarithm = 0;
        for (Tensor input : split.inputs()) {
            int width = input.rowElements();
            int step = Math.max(1, width / MOST_ELEMENTS);
            for (int element = 0; element < width; element += step) {
                logarithm += Math.log(agreement(input, width, element));
            }
        }
        return Math.exp(logarithm);
    }

    private static double agreement(Tensor input, int width, int element) {
        // rows spread over the split, since a file may be sorted
        int rows = Math.min(MOST_ROWS, input.length());
        double[] values = new double[rows];
        for (int i = 0; i < rows; i++) {
            int row = (int) ((long) i * input.length() / rows);
            // adding 0 turns -0 into 0
            values[i] = input.get(row * width + element) + 0.0;
        }
        Arrays.sort(values);
        double agreeing = 0;
        for (int from = 0, to = 0; from < rows; from = to) {
            while (to < rows && ExampleIndex.same(values[from], values[to])) {
                to++;
            }
            agreeing += 0.5 * (to - from) * (to - from - 1);
        }
        return Math.max(1, agreeing) / (0.5 * rows * (rows - 1));
    }
}
