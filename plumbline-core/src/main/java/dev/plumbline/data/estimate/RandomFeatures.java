package dev.plumbline.data.estimate;

import java.util.SplittableRandom;

/**
 * Ridge regression on the inputs and on random ReLU units of them (Rahimi and Recht, <i>Weighted Sums of Random Kitchen
 * Sinks</i>, 2008): a network of one hidden layer of which only the last is learned, in closed form. What it would say
 * of an example had it not seen it follows from the residual (Allen's PRESS, 1974). The penalty is the one with the
 * least such error.
 */
final class RandomFeatures implements SimpleModel {
    private static final int HIDDEN = 128;
    private static final double[] PENALTIES = {1, 30, 600};

    private final int width;
    private final int outputs;
    private final double[] hidden;
    private final double[][] weights;
    private final double[] leftOut;

    RandomFeatures(float[] rows, int width, double[] targets, int outputs, long seed) {
        this.width = width;
        this.outputs = outputs;
        SplittableRandom random = new SplittableRandom(seed);
        hidden = new double[HIDDEN * (width + 1)];
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = random.nextGaussian() / (i % (width + 1) == width ? 1 : Math.sqrt(width));
        }
        int count = targets.length / outputs;
        double[][] features = new double[count][];
        for (int row = 0; row < count; row++) {
            features[row] = features(rows, row * width);
        }
        double[][] gram = gram(features);
        double[][] products = products(features, targets);
        double least = Double.POSITIVE_INFINITY;
        double[][] best = new double[outputs][gram.length];
        double[] bestOut = new double[targets.length];
        for (double penalty : PENALTIES) {
            Cholesky factors = factors(gram, penalty);
            double[][] solved = new double[outputs][];
            for (int o = 0; o < outputs; o++) {
                solved[o] = factors.solve(products[o]);
            }
            double[] out = leftOut(features, targets, factors, solved);
            double error = 0;
            for (int i = 0; i < out.length; i++) {
                error += (out[i] - targets[i]) * (out[i] - targets[i]);
            }
            if (error < least) {
                least = error;
                best = solved;
                bestOut = out;
            }
        }
        weights = best;
        leftOut = bestOut;
    }

    private double[] features(float[] rows, int start) {
        double[] features = new double[1 + width + HIDDEN];
        features[0] = 1;
        for (int i = 0; i < width; i++) {
            features[1 + i] = rows[start + i];
        }
        for (int unit = 0; unit < HIDDEN; unit++) {
            int from = unit * (width + 1);
            double sum = hidden[from + width];
            for (int i = 0; i < width; i++) {
                sum += hidden[from + i] * rows[start + i];
            }
            features[1 + width + unit] = Math.max(0, sum);
        }
        return features;
    }

    private static double[][] gram(double[][] features) {
        int size = features.length == 0 ? 1 : features[0].length;
        double[][] gram = new double[size][size];
        for (double[] row : features) {
            for (int i = 0; i < size; i++) {
                double value = row[i];
                if (value != 0) {
                    double[] line = gram[i];
                    for (int j = 0; j <= i; j++) {
                        line[j] += value * row[j];
                    }
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                gram[j][i] = gram[i][j];
            }
        }
        return gram;
    }

    private double[][] products(double[][] features, double[] targets) {
        double[][] products = new double[outputs][1 + width + HIDDEN];
        for (int row = 0; row < features.length; row++) {
            for (int o = 0; o < outputs; o++) {
                double target = targets[row * outputs + o];
                if (target != 0) {
                    for (int i = 0; i < features[row].length; i++) {
                        products[o][i] += target * features[row][i];
                    }
                }
            }
        }
        return products;
    }

    private static Cholesky factors(double[][] gram, double penalty) {
        double[][] penalized = new double[gram.length][];
        for (int i = 0; i < gram.length; i++) {
            penalized[i] = gram[i].clone();
            // the intercept is as good as free
            penalized[i][i] += i == 0 ? 1e-3 : penalty;
        }
        return new Cholesky(penalized);
    }

    private double[] leftOut(double[][] features, double[] targets, Cholesky factors, double[][] solved) {
        double[] out = new double[targets.length];
        for (int row = 0; row < features.length; row++) {
            double leverage = Math.min(1 - 1e-6, dot(factors.half(features[row])));
            for (int o = 0; o < outputs; o++) {
                int at = row * outputs + o;
                double residual = targets[at] - dot(solved[o], features[row]);
                out[at] = targets[at] - residual / (1 - leverage);
            }
        }
        return out;
    }

    private static double dot(double[] vector) {
        return dot(vector, vector);
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    @Override
    public double[] leftOut() {
        return leftOut;
    }

    @Override
    public double[] answers(float[] rows) {
        int count = width == 0 ? 0 : rows.length / width;
        double[] answers = new double[count * outputs];
        for (int row = 0; row < count; row++) {
            double[] features = features(rows, row * width);
            for (int o = 0; o < outputs; o++) {
                answers[row * outputs + o] = dot(weights[o], features);
            }
        }
        return answers;
    }
}
