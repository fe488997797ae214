package dev.plumbline.testdata;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Normalization;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/** Faults written into healthy data; the given arrays are left as they are. Seeded. */
public final class PlantedData {
    private PlantedData() {}

    /** Changes a copy of a split's first input. */
    private interface Change {
        void make(float[] values, int width);
    }

    private static Dataset inputs(Dataset dataset, SplitName name, Change change) {
        Split split = dataset.split(name).orElseThrow();
        FloatTensor tensor = (FloatTensor) split.inputs().get(0);
        float[] values = tensor.values().clone();
        change.make(values, tensor.rowElements());
        return dataset.with(name, new Split(List.of(new FloatTensor(values, tensor.shape())), split.targets()));
    }

    private static Dataset targets(Dataset dataset, SplitName name, Tensor targets) {
        return dataset.with(name, new Split(dataset.split(name).orElseThrow().inputs(), targets));
    }

    private static boolean[] chosen(int count, double share) {
        SplittableRandom random = new SplittableRandom(5);
        boolean[] chosen = new boolean[count];
        for (int i = 0; i < count; i++) {
            chosen[i] = random.nextDouble() < share;
        }
        return chosen;
    }

    /** A split's inputs times a factor and plus a number. */
    public static Dataset scaled(Dataset dataset, SplitName name, float factor, float plus) {
        return inputs(dataset, name, (values, width) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] = values[i] * factor + plus;
            }
        });
    }

    /** A split standardized by train, the others raw. */
    public static Dataset standardized(Dataset dataset, SplitName name) {
        DataPlan plan = DataPlan.of(Path.of("train.csv")).withNormalization(Normalization.STANDARDIZE);
        Dataset all = dev.plumbline.data.Normalizer.fit(dataset, plan).apply(dataset);
        return dataset.with(name, all.split(name).orElseThrow());
    }

    /** One channel as three, tinted. */
    public static Dataset coloured(Dataset dataset) {
        InputSchema grey = dataset.schema().inputs().get(0);
        Shape shape = Shape.of(3, grey.shape().get(1), grey.shape().get(2));
        Schema schema = new Schema(
                dataset.schema().modality(),
                List.of(new InputSchema(grey.name(), shape, grey.dtype(), List.of(), 0)),
                dataset.schema().target(),
                dataset.schema().classNames(),
                dataset.schema().outputs());
        Dataset changed = new Dataset(dataset.task(), schema, dataset.splits(), List.of());
        for (SplitName name : dataset.splits().keySet()) {
            Split split = dataset.split(name).orElseThrow();
            FloatTensor tensor = (FloatTensor) split.inputs().get(0);
            int area = tensor.rowElements();
            float[] values = new float[3 * tensor.values().length];
            for (int i = 0; i < tensor.values().length; i++) {
                for (int c = 0; c < 3; c++) {
                    values[(i / area * 3 + c) * area + i % area] = tensor.values()[i] * (1 - 0.3f * c) + 2 * c;
                }
            }
            changed = changed.with(
                    name, new Split(List.of(new FloatTensor(values, shape.prepend(split.size()))), split.targets()));
        }
        return changed;
    }

    /** Channels in reverse order. */
    public static Dataset reversedChannels(Dataset dataset, SplitName name) {
        return inputs(dataset, name, (values, width) -> {
            float[] old = values.clone();
            int area = width / 3;
            for (int i = 0; i < values.length; i++) {
                int within = i % width;
                values[i] = old[i - within + (2 - within / area) * area + within % area];
            }
        });
    }

    /** Channels last, in arrays that say that they are first. */
    public static Dataset interleaved(Dataset dataset) {
        Dataset changed = dataset;
        for (SplitName name : dataset.splits().keySet()) {
            changed = inputs(changed, name, (values, width) -> {
                float[] old = values.clone();
                int area = width / 3;
                for (int i = 0; i < values.length; i++) {
                    int within = i % width;
                    values[i - within + within % area * 3 + within / area] = old[i];
                }
            });
        }
        return changed;
    }

    /** A number in place of a share of a column of train. */
    public static Dataset standIn(Dataset dataset, int column, float value, double share) {
        boolean[] chosen = chosen(dataset.train().size(), share);
        return inputs(dataset, SplitName.TRAIN, (values, width) -> {
            for (int row = 0; row < chosen.length; row++) {
                values[row * width + column] = chosen[row] ? value : values[row * width + column];
            }
        });
    }

    /** A share of train's examples all 0. */
    public static Dataset blank(Dataset dataset, double share) {
        return partScaled(dataset, 0, share);
    }

    /** A share of train's examples times a factor. */
    public static Dataset partScaled(Dataset dataset, float factor, double share) {
        boolean[] chosen = chosen(dataset.train().size(), share);
        return inputs(dataset, SplitName.TRAIN, (values, width) -> {
            for (int i = 0; i < values.length; i++) {
                values[i] *= chosen[i / width] ? factor : 1;
            }
        });
    }

    /** A share of train's amounts times a factor. */
    public static Dataset targetsScaled(Dataset dataset, float factor, double share) {
        return amounts(dataset, share, value -> value * factor);
    }

    /** A number in place of a share of train's amounts. */
    public static Dataset targetsSet(Dataset dataset, float number, double share) {
        return amounts(dataset, share, value -> number);
    }

    private static Dataset amounts(Dataset dataset, double share, java.util.function.DoubleUnaryOperator change) {
        FloatTensor old = (FloatTensor) dataset.train().targets();
        boolean[] chosen = chosen(old.length(), share);
        float[] values = old.values().clone();
        for (int row = 0; row < values.length; row++) {
            values[row] = chosen[row] ? (float) change.applyAsDouble(values[row]) : values[row];
        }
        return targets(dataset, SplitName.TRAIN, new FloatTensor(values, old.shape()));
    }

    /** A split's class numbers changed. */
    public static Dataset renumbered(Dataset dataset, SplitName name, LongUnaryOperator change) {
        LongTensor old = (LongTensor) dataset.split(name).orElseThrow().targets();
        long[] values = java.util.Arrays.stream(old.values()).map(change).toArray();
        return targets(dataset, name, new LongTensor(values, old.shape()));
    }

    /** A share of train's targets in a random order among themselves. */
    public static Dataset shuffledTargets(Dataset dataset, double share) {
        int count = dataset.train().size();
        boolean[] chosen = chosen(count, share);
        List<Integer> from = new ArrayList<>(
                IntStream.range(0, count).filter(i -> chosen[i]).boxed().toList());
        List<Integer> to = new ArrayList<>(from);
        Collections.shuffle(to, new Random(3));
        int[] rows = IntStream.range(0, count).toArray();
        for (int i = 0; i < from.size(); i++) {
            rows[from.get(i)] = to.get(i);
        }
        return targets(dataset, SplitName.TRAIN, dataset.train().targets().rows(rows));
    }

    /** Each input of train with the target of the row before it. */
    public static Dataset lateTargets(Dataset dataset) {
        int count = dataset.train().size();
        int[] rows =
                IntStream.range(0, count).map(i -> Math.floorMod(i - 1, count)).toArray();
        return targets(dataset, SplitName.TRAIN, dataset.train().targets().rows(rows));
    }

    /** Train sorted by target. */
    public static Dataset sorted(Dataset dataset) {
        Split train = dataset.train();
        return dataset.with(
                SplitName.TRAIN,
                train.pick(IntStream.range(0, train.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> train.targets().get(i)))
                        .mapToInt(Integer::intValue)
                        .toArray()));
    }

    /** The first of train, and a share of them once more instead of the rest. */
    public static Dataset repeated(Dataset dataset, double share) {
        int count = dataset.train().size();
        int kept = (int) (count * (1 - share));
        return dataset.with(
                SplitName.TRAIN,
                dataset.train()
                        .pick(IntStream.range(0, count).map(i -> i % kept).toArray()));
    }

    /** A column that is nearly the target, in train or everywhere. */
    public static Dataset leaking(Dataset dataset, int column, boolean everywhere) {
        Dataset changed = dataset;
        for (SplitName name : dataset.splits().keySet()) {
            Tensor targets = dataset.split(name).orElseThrow().targets();
            SplittableRandom random = new SplittableRandom(name.ordinal());
            if (everywhere || name == SplitName.TRAIN) {
                changed = inputs(changed, name, (values, width) -> {
                    for (int row = 0; row < targets.length(); row++) {
                        values[row * width + column] = (float) (targets.get(row) + 0.01 * random.nextGaussian());
                    }
                });
            }
        }
        return changed;
    }

    /** A column of train that counts rows. */
    public static Dataset clock(Dataset dataset, int column) {
        return inputs(dataset, SplitName.TRAIN, (values, width) -> {
            for (int at = column; at < values.length; at += width) {
                values[at] = at;
            }
        });
    }

    /** Only so small a share of train's other classes than class 0. */
    public static Dataset rare(Dataset dataset, double share) {
        Split train = dataset.train();
        boolean[] chosen = chosen(train.size(), share);
        return dataset.with(
                SplitName.TRAIN,
                train.pick(IntStream.range(0, train.size())
                        .filter(i -> chosen[i] || train.targets().get(i) == 0)
                        .toArray()));
    }
}
