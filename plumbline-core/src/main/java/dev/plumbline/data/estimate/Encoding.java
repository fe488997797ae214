package dev.plumbline.data.estimate;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Split;
import dev.plumbline.data.Tensor;
import java.util.SplittableRandom;

/**
 * All inputs of an example as at most 128 numbers of about unit scale: elements standardized by the split that was
 * learned from and cut off at 5 deviations, tokens counted, and more than 128 of them mixed by a sparse random
 * projection, which keeps distances (Li, Hastie and Church, <i>Very Sparse Random Projections</i>, 2006). What is not
 * finite becomes 0.
 */
final class Encoding {
    private static final int MOST = 128;
    private static final int MOST_WORDS = 512;
    private static final double CUT = 5;

    private final Schema schema;
    private final int raw;
    private final double[] mean;
    private final double[] factor;
    /** For each mixed number the elements that it sums, and their signs; empty where nothing is mixed. */
    private final int[][] elements;

    private final boolean[][] negative;

    private Encoding(Schema schema, int raw, double[] mean, double[] factor, int[][] elements, boolean[][] negative) {
        this.schema = schema;
        this.raw = raw;
        this.mean = mean;
        this.factor = factor;
        this.elements = elements;
        this.negative = negative;
    }

    static Encoding fit(Schema schema, Split split, long seed) {
        int raw = 0;
        for (InputSchema input : schema.inputs()) {
            raw += width(input);
        }
        double[] mean = new double[raw];
        double[] squares = new double[raw];
        double[] row = new double[raw];
        for (int i = 0; i < split.size(); i++) {
            read(schema, split, i, row);
            for (int e = 0; e < raw; e++) {
                double delta = row[e] - mean[e];
                mean[e] += delta / (i + 1);
                squares[e] += delta * (row[e] - mean[e]);
            }
        }
        double[] factor = new double[raw];
        for (int e = 0; e < raw; e++) {
            double deviation = Math.sqrt(squares[e] / Math.max(1, split.size()));
            factor[e] = deviation > 1e-7 * Math.max(1e-12, Math.abs(mean[e])) ? 1 / deviation : 0;
        }
        int mixed = raw > MOST ? MOST : 0;
        int each = (int) Math.ceil(4.0 * raw / MOST);
        SplittableRandom random = new SplittableRandom(seed);
        int[][] elements = new int[mixed][each];
        boolean[][] negative = new boolean[mixed][each];
        for (int j = 0; j < mixed; j++) {
            for (int k = 0; k < each; k++) {
                elements[j][k] = random.nextInt(raw);
                negative[j][k] = random.nextBoolean();
            }
        }
        return new Encoding(schema, raw, mean, factor, elements, negative);
    }

    private static int width(InputSchema input) {
        return input.vocabulary() > 0
                ? Math.min(MOST_WORDS, input.vocabulary())
                : Math.toIntExact(input.shape().elements());
    }

    private static void read(Schema schema, Split split, int example, double[] row) {
        int offset = 0;
        for (int i = 0; i < schema.inputs().size(); i++) {
            InputSchema input = schema.inputs().get(i);
            int width = width(input);
            Tensor tensor = split.inputs().get(i);
            int elements = tensor.rowElements();
            int start = example * elements;
            if (input.vocabulary() > 0) {
                java.util.Arrays.fill(row, offset, offset + width, 0);
                for (int e = 0; e < elements; e++) {
                    row[offset + (int) Math.floorMod((long) tensor.get(start + e), (long) width)]++;
                }
            } else {
                for (int e = 0; e < width; e++) {
                    double value = tensor.get(start + e);
                    row[offset + e] = tensor instanceof FloatTensor && !Double.isFinite(value) ? 0 : value;
                }
            }
            offset += width;
        }
    }

    /** Numbers an example. */
    int width() {
        return elements.length == 0 ? raw : elements.length;
    }

    /** Row-major, {@link #width()} numbers an example. */
    float[] of(Split split) {
        int width = width();
        float[] out = new float[Math.multiplyExact(split.size(), width)];
        double[] row = new double[raw];
        for (int i = 0; i < split.size(); i++) {
            read(schema, split, i, row);
            for (int e = 0; e < raw; e++) {
                row[e] = Math.max(-CUT, Math.min(CUT, (row[e] - mean[e]) * factor[e]));
            }
            for (int j = 0; j < width; j++) {
                out[i * width + j] = (float) (elements.length == 0 ? row[j] : mixed(row, j));
            }
        }
        return out;
    }

    private double mixed(double[] row, int number) {
        double sum = 0;
        for (int k = 0; k < elements[number].length; k++) {
            double value = row[elements[number][k]];
            sum += negative[number][k] ? -value : value;
        }
        return sum / Math.sqrt(elements[number].length);
    }
}
