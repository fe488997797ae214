package dev.plumbline.testdata;

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
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Healthy data of many kinds, made by a seed: tables, images of one and three channels, sequences and texts; 2 to 10
 * classes that overlap more or less and are more or less balanced; amounts with short and long tails, in many units.
 */
public final class HealthyData {
    private final SplittableRandom random;
    private final int classes;
    private final double distance;
    private final Shape example;
    private final double[][] prototypes;
    private final double[] unit;
    private final double[] offset;
    private final boolean isImage;
    private final boolean skewed;

    private HealthyData(SplittableRandom random, Shape example, boolean isImage) {
        this.random = random;
        this.example = example;
        this.isImage = isImage;
        classes = 2 + random.nextInt(9);
        distance = 0.6 + 1.8 * random.nextDouble();
        skewed = !isImage && random.nextInt(3) == 0;
        int width = Math.toIntExact(example.elements());
        prototypes = new double[classes][];
        for (int k = 0; k < classes; k++) {
            prototypes[k] = noise(width);
        }
        int features = isImage ? example.get(0) : example.get(-1);
        unit = new double[features];
        offset = new double[features];
        for (int f = 0; f < features; f++) {
            unit[f] = isImage ? 0.1 + 0.15 * random.nextDouble() : Math.pow(10, 4 * random.nextDouble() - 2);
            offset[f] = isImage ? 0.3 + 0.4 * random.nextDouble() : unit[f] * 10 * (random.nextDouble() - 0.5);
        }
    }

    private double[] noise(int width) {
        double[] values = new double[width];
        double last = 0;
        for (int i = 0; i < width; i++) {
            // neighbouring pixels are alike
            last = isImage ? 0.8 * last + 0.6 * random.nextGaussian() : random.nextGaussian();
            values[i] = last;
        }
        return values;
    }

    /** A data set by its seed: train of 80 to 1,500 examples, validation and test of 60 to 400. */
    public static Dataset of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int kind = random.nextInt(6);
        return switch (kind) {
            case 0 -> images(random, 1);
            case 1 -> images(random, 3);
            case 2 ->
                new HealthyData(random, Shape.of(6 + random.nextInt(20), 1 + random.nextInt(6)), false)
                        .classification(Modality.SEQUENCE);
            case 3 -> texts(random);
            case 4 -> new HealthyData(random, Shape.of(3 + random.nextInt(60)), false).regression();
            default ->
                new HealthyData(random, Shape.of(3 + random.nextInt(60)), false).classification(Modality.TABULAR);
        };
    }

    private static Dataset images(SplittableRandom random, int channels) {
        int side = 6 + random.nextInt(11);
        return new HealthyData(random, Shape.of(channels, side, side), true).classification(Modality.IMAGE);
    }

    private int size(int least, int most) {
        return least + random.nextInt(most - least);
    }

    private Dataset classification(Modality modality) {
        Schema schema = new Schema(
                modality,
                List.of(new InputSchema("x", example, DType.FLOAT32, names(modality), 0)),
                "y",
                IntStream.range(0, classes).mapToObj(k -> "c" + k).toList(),
                classes);
        return new Dataset(
                Task.CLASSIFICATION,
                schema,
                Map.of(
                        SplitName.TRAIN, labelled(size(80, 1500)),
                        SplitName.VALIDATION, labelled(size(60, 400)),
                        SplitName.TEST, labelled(size(60, 400))),
                List.of());
    }

    private List<String> names(Modality modality) {
        return modality == Modality.TABULAR
                ? IntStream.range(0, example.get(0)).mapToObj(f -> "f" + f).toList()
                : List.of();
    }

    private Split labelled(int rows) {
        long[] targets = new long[rows];
        int width = Math.toIntExact(example.elements());
        float[] values = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            targets[row] = skewed && random.nextBoolean() ? 0 : random.nextInt(classes);
            fill(values, row * width, prototypes[(int) targets[row]]);
        }
        return new Split(List.of(new FloatTensor(values, example.prepend(rows))), LongTensor.of(targets, rows));
    }

    private void fill(float[] values, int start, double[] prototype) {
        double[] noise = noise(prototype.length);
        int features = unit.length;
        int stride = isImage ? prototype.length / features : 1;
        double brightness = isImage ? random.nextGaussian() : 0;
        for (int i = 0; i < prototype.length; i++) {
            int f = i / stride % features;
            double value = offset[f] + unit[f] * (distance * prototype[i] + noise[i] + brightness);
            values[start + i] = (float) (isImage ? Math.max(0, Math.min(1, value)) : value);
        }
    }

    private Dataset regression() {
        double[] weights = noise(example.get(0));
        double noise = random.nextDouble();
        double scale = Math.pow(10, 4 * random.nextDouble() - 1);
        boolean longTailed = random.nextBoolean();
        Schema schema = new Schema(
                Modality.TABULAR,
                List.of(new InputSchema("x", example, DType.FLOAT32, names(Modality.TABULAR), 0)),
                "y",
                List.of(),
                1);
        return new Dataset(
                Task.REGRESSION,
                schema,
                Map.of(
                        SplitName.TRAIN, amounts(size(80, 1500), weights, noise, scale, longTailed),
                        SplitName.VALIDATION, amounts(size(60, 400), weights, noise, scale, longTailed),
                        SplitName.TEST, amounts(size(60, 400), weights, noise, scale, longTailed)),
                List.of());
    }

    private Split amounts(int rows, double[] weights, double noise, double scale, boolean longTailed) {
        int width = weights.length;
        float[] values = new float[rows * width];
        float[] targets = new float[rows];
        for (int row = 0; row < rows; row++) {
            double sum = noise * random.nextGaussian() * Math.sqrt(width);
            for (int f = 0; f < width; f++) {
                double value = random.nextGaussian();
                sum += weights[f] * value;
                values[row * width + f] = (float) (offset[f] + unit[f] * value);
            }
            sum /= Math.sqrt(width);
            targets[row] = (float) (scale * (longTailed ? Math.exp(sum) : sum));
        }
        return new Split(List.of(FloatTensor.of(values, rows, width)), FloatTensor.of(targets, rows, 1));
    }

    private static Dataset texts(SplittableRandom random) {
        int words = 50 + random.nextInt(500);
        int steps = 10 + random.nextInt(30);
        int classes = 2 + random.nextInt(4);
        Schema schema = new Schema(
                Modality.SEQUENCE,
                List.of(new InputSchema("x", Shape.of(steps), DType.INT64, List.of(), words)),
                "y",
                IntStream.range(0, classes).mapToObj(k -> "c" + k).toList(),
                classes);
        return new Dataset(
                Task.CLASSIFICATION,
                schema,
                Map.of(
                        SplitName.TRAIN, text(random, 80 + random.nextInt(1400), steps, words, classes),
                        SplitName.VALIDATION, text(random, 60 + random.nextInt(300), steps, words, classes),
                        SplitName.TEST, text(random, 60 + random.nextInt(300), steps, words, classes)),
                List.of());
    }

    private static Split text(SplittableRandom random, int rows, int steps, int words, int classes) {
        long[] targets = new long[rows];
        long[] tokens = new long[rows * steps];
        for (int row = 0; row < rows; row++) {
            targets[row] = random.nextInt(classes);
            for (int step = 0; step < steps; step++) {
                boolean telling = random.nextInt(4) == 0;
                // common words are common
                int word = (int) (words * Math.pow(random.nextDouble(), 2));
                tokens[row * steps + step] = telling ? word - Math.floorMod(word - (int) targets[row], classes) : word;
                tokens[row * steps + step] = Math.max(0, tokens[row * steps + step]);
            }
        }
        Tensor inputs = LongTensor.of(tokens, rows, steps);
        return new Split(List.of(inputs), LongTensor.of(targets, rows));
    }
}
