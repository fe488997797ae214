package dev.plumbline.compare;

/**
 * Logistic regression: softmax over classes, or a sigmoid for each label. What is lowered is the mean cross-entropy
 * plus the squared weights over twice the number of rows, intercepts left out: scikit-learn's
 * {@code LogisticRegression} with its default C = 1.
 */
final class LogisticRegression implements Lbfgs.Objective {
    private static final int MOST_ITERATIONS = 200;
    private static final int FEWEST_ITERATIONS = 30;
    /** Multiplications that take a few seconds; large data end a little before the minimum, which costs no accuracy. */
    private static final long MOST_WORK = 3_000_000_000L;

    private static final double GRADIENT = 1e-5;

    private final Rows rows;
    private final double[] targets;
    private final int outputs;
    private final boolean softmax;

    private LogisticRegression(Rows rows, double[] targets, int outputs, boolean softmax) {
        this.rows = rows;
        this.targets = targets;
        this.outputs = outputs;
        this.softmax = softmax;
    }

    /**
     * Fits.
     *
     * @param targets row-major, 0 or 1 for each output
     * @param softmax whether exactly one of the outputs is 1
     */
    static LinearMap fit(Rows rows, double[] targets, int outputs, boolean softmax) {
        LogisticRegression objective = new LogisticRegression(rows, targets, outputs, softmax);
        double[] start = new double[outputs * (rows.width() + 1)];
        long anIteration = 2L * Math.max(1, rows.values().length) * outputs;
        int most = (int) Math.max(FEWEST_ITERATIONS, Math.min(MOST_ITERATIONS, MOST_WORK / anIteration));
        return new LinearMap(Lbfgs.minimize(objective, start, most, GRADIENT), rows.width(), outputs);
    }

    @Override
    public double value(double[] weights, double[] gradient) {
        int width = rows.width();
        int stride = width + 1;
        java.util.Arrays.fill(gradient, 0);
        double loss = 0;
        double[] sums = new LinearMap(weights, width, outputs).apply(rows);
        double[] errors = new double[outputs];
        for (int row = 0; row < rows.count(); row++) {
            loss += softmax ? softmax(sums, row, errors) : sigmoid(sums, row, errors);
            int start = rows.start(row);
            for (int o = 0; o < outputs; o++) {
                double error = errors[o] / rows.count();
                int from = o * stride;
                for (int i = 0; i < width; i++) {
                    gradient[from + i] += error * rows.values()[start + i];
                }
                gradient[from + width] += error;
            }
        }
        return loss / rows.count() + penalty(weights, gradient, stride);
    }

    private double penalty(double[] weights, double[] gradient, int stride) {
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            if (i % stride != stride - 1) {
                squares += weights[i] * weights[i];
                gradient[i] += weights[i] / rows.count();
            }
        }
        return squares / (2.0 * rows.count());
    }

    /** The row's loss; its derivative by each sum goes to {@code errors}. */
    private double softmax(double[] sums, int row, double[] errors) {
        double max = Double.NEGATIVE_INFINITY;
        for (int o = 0; o < outputs; o++) {
            max = Math.max(max, sums[row * outputs + o]);
        }
        double total = 0;
        for (int o = 0; o < outputs; o++) {
            errors[o] = Math.exp(sums[row * outputs + o] - max);
            total += errors[o];
        }
        double loss = 0;
        for (int o = 0; o < outputs; o++) {
            double target = targets[row * outputs + o];
            loss -= target * (sums[row * outputs + o] - max - Math.log(total));
            errors[o] = errors[o] / total - target;
        }
        return loss;
    }

    private double sigmoid(double[] sums, int row, double[] errors) {
        double loss = 0;
        for (int o = 0; o < outputs; o++) {
            double sum = sums[row * outputs + o];
            double target = targets[row * outputs + o];
            // log(1 + e^s) - t s, without overflow
            loss += Math.max(sum, 0) - target * sum + Math.log1p(Math.exp(-Math.abs(sum)));
            errors[o] = 1 / (1 + Math.exp(-sum)) - target;
        }
        return loss;
    }
}
