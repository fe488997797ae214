package dev.plumbline.torch;

import dev.plumbline.data.DType;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small seeded data sets that can be learned. */
final class Samples {
    private Samples() {}

    /** Each class adds 1 to some of the numbers of noise; a share of the labels is wrong. */
    static Dataset classes(Shape example, Modality modality, int examples, int classes, double wrongLabels) {
        int width = (int) example.elements();
        SplittableRandom random = new SplittableRandom(1);
        float[] x = new float[examples * width];
        long[] y = new long[examples];
        for (int i = 0; i < examples; i++) {
            int shown = random.nextInt(classes);
            for (int k = 0; k < width; k++) {
                x[i * width + k] = (float) (random.nextGaussian() * 0.7 + (k * classes / width == shown ? 1 : 0));
            }
            y[i] = random.nextDouble() < wrongLabels ? random.nextInt(classes) : shown;
        }
        Schema schema = new Schema(
                modality,
                List.of(new InputSchema("x", example, DType.FLOAT32, List.of(), 0)),
                "y",
                IntStream.range(0, classes).mapToObj(i -> "class " + i).toList(),
                classes);
        return split(
                Task.CLASSIFICATION, schema, new FloatTensor(x, example.prepend(examples)), LongTensor.of(y, examples));
    }

    /** Whether token 1 occurs more often than token 2. */
    static Dataset tokens(int examples, int steps, int vocabulary) {
        SplittableRandom random = new SplittableRandom(2);
        long[] x = new long[examples * steps];
        long[] y = new long[examples];
        for (int i = 0; i < examples; i++) {
            int balance = 0;
            for (int t = 0; t < steps; t++) {
                int token = random.nextInt(vocabulary);
                x[i * steps + t] = token;
                balance += token == 1 ? 1 : token == 2 ? -1 : 0;
            }
            y[i] = balance > 0 ? 1 : 0;
        }
        Schema schema = new Schema(
                Modality.SEQUENCE,
                List.of(new InputSchema("x", Shape.of(steps), DType.INT64, List.of(), vocabulary)),
                "y",
                List.of("no", "yes"),
                2);
        return split(
                Task.CLASSIFICATION, schema, new LongTensor(x, Shape.of(examples, steps)), LongTensor.of(y, examples));
    }

    /** A linear function of the numbers, around 100. */
    static Dataset regression(int examples, int features) {
        SplittableRandom random = new SplittableRandom(3);
        float[] x = new float[examples * features];
        float[] y = new float[examples];
        for (int i = 0; i < examples; i++) {
            double sum = 100;
            for (int k = 0; k < features; k++) {
                x[i * features + k] = (float) random.nextGaussian();
                sum += (k + 1) * x[i * features + k];
            }
            y[i] = (float) sum;
        }
        Schema schema = new Schema(
                Modality.TABULAR,
                List.of(new InputSchema("x", Shape.of(features), DType.FLOAT32, List.of(), 0)),
                "y",
                List.of(),
                1);
        return split(Task.REGRESSION, schema, FloatTensor.of(x, examples, features), FloatTensor.of(y, examples, 1));
    }

    /** Eight tenths to train on, a tenth each for validation and test. */
    private static Dataset split(Task task, Schema schema, Tensor x, Tensor y) {
        int n = x.length();
        Split all = new Split(List.of(x), y);
        Map<SplitName, Split> splits = new LinkedHashMap<>();
        splits.put(SplitName.TRAIN, all.pick(IntStream.range(0, n * 8 / 10).toArray()));
        splits.put(
                SplitName.VALIDATION,
                all.pick(IntStream.range(n * 8 / 10, n * 9 / 10).toArray()));
        splits.put(SplitName.TEST, all.pick(IntStream.range(n * 9 / 10, n).toArray()));
        return new Dataset(task, schema, splits, List.of());
    }
}
