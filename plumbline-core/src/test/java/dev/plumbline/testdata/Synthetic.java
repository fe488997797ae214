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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Data made to a plan: rows of Gaussian numbers whose class is where their first number lies. */
public final class Synthetic {
    private static final int FEATURES = 4;
    private static final int CLASSES = 3;

    private Synthetic() {}

    /** 600 train, 150 validation and 150 test rows of 4 features, 3 classes. */
    public static Dataset healthy() {
        Map<SplitName, Split> splits = new EnumMap<>(SplitName.class);
        splits.put(SplitName.TRAIN, split(600, 1));
        splits.put(SplitName.VALIDATION, split(150, 2));
        splits.put(SplitName.TEST, split(150, 3));
        return classification(splits, CLASSES);
    }

    /** A split of healthy rows. */
    public static Split split(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[rows * FEATURES];
        long[] classes = new long[rows];
        for (int row = 0; row < rows; row++) {
            classes[row] = row % CLASSES;
            for (int f = 0; f < FEATURES; f++) {
                values[row * FEATURES + f] = (float) (random.nextGaussian() + (f == 0 ? 2 * classes[row] - 2 : 0));
            }
        }
        return new Split(List.of(FloatTensor.of(values, rows, FEATURES)), LongTensor.of(classes, rows));
    }

    /** A classification data set of rows, features named f0, f1, ... and classes c0, c1, ... */
    public static Dataset classification(Map<SplitName, Split> splits, int classes) {
        Shape example = splits.get(SplitName.TRAIN).inputs().get(0).shape().withoutFirst();
        return new Dataset(
                Task.CLASSIFICATION,
                new Schema(
                        Modality.TABULAR,
                        List.of(new InputSchema("x", example, DType.FLOAT32, names("f", example.get(0)), 0)),
                        "y",
                        names("c", classes),
                        classes),
                splits,
                List.of());
    }

    /** The inputs of a split, to write a fault into. */
    public static float[] inputs(Dataset dataset, SplitName split) {
        return ((FloatTensor) dataset.split(split).orElseThrow().inputs().get(0)).values();
    }

    /** The class numbers of a split, to write a fault into. */
    public static long[] classes(Dataset dataset, SplitName split) {
        return ((LongTensor) dataset.split(split).orElseThrow().targets()).values();
    }

    /** Rows of one split followed by rows of another. */
    public static Split joined(Split first, Split second) {
        FloatTensor one = (FloatTensor) first.inputs().get(0);
        FloatTensor two = (FloatTensor) second.inputs().get(0);
        float[] values = new float[one.values().length + two.values().length];
        System.arraycopy(one.values(), 0, values, 0, one.values().length);
        System.arraycopy(two.values(), 0, values, one.values().length, two.values().length);
        long[] classes = IntStream.concat(
                        IntStream.range(0, first.size())
                                .map(i -> (int) first.targets().get(i)),
                        IntStream.range(0, second.size())
                                .map(i -> (int) second.targets().get(i)))
                .asLongStream()
                .toArray();
        Tensor inputs = new FloatTensor(values, one.shape().withoutFirst().prepend(classes.length));
        return new Split(List.of(inputs), LongTensor.of(classes, classes.length));
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }
}
