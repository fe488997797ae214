package dev.plumbline.compare;

/**
 * Weighted sums of a row, one for each output.
 *
 * @param weights {@code outputs} rows, each {@code width} weights and the intercept last
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LinearMap(double[] weights, int width, int outputs) {
    /** Row-major, one row an example, {@code outputs} wide. */
    double[] apply(Rows rows) {
        double[] sums = new double[rows.count() * outputs];
        for (int row = 0; row < rows.count(); row++) {
            for (int o = 0; o < outputs; o++) {
                sums[row * outputs + o] = sum(rows, row, o);
            }
        }
        return sums;
    }

    private double sum(Rows rows, int row, int output) {
        float[] values = rows.values();
        int start = rows.start(row);
        int from = output * (width + 1);
        double sum = weights[from + width];
        for (int i = 0; i < width; i++) {
            sum += weights[from + i] * values[start + i];
        }
        return sum;
    }
}
