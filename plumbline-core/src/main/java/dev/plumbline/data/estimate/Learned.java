package dev.plumbline.data.estimate;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Split;
import dev.plumbline.data.Stratified;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Task;

/**
 * The better of two simple models, nearest neighbours and random features, learned from at most 2,000 examples of a
 * split. Seeded: the same data give the same answers.
 */
public final class Learned {
    private static final int MOST = 2_000;
    /** Of targets with more numbers than that the first ones stand for all. */
    private static final int MOST_OUTPUTS = 32;

    private static final long SEED = 17;

    private final Task task;
    private final int outputs;
    private final Encoding encoding;
    private final SimpleModel model;
    private final int[] rows;
    private final Answers leftOut;

    private Learned(Task task, int outputs, Encoding encoding, SimpleModel model, int[] rows, Answers leftOut) {
        this.task = task;
        this.outputs = outputs;
        this.encoding = encoding;
        this.model = model;
        this.rows = rows;
        this.leftOut = leftOut;
    }

    /** @param split of the data set; at least two examples */
    public static Learned from(Dataset dataset, Split split) {
        int[] rows = chosen(split);
        Split known = split.pick(rows);
        Schema schema = dataset.schema();
        Encoding encoding = Encoding.fit(schema, known, SEED);
        float[] inputs = encoding.of(known);
        int outputs =
                dataset.task() == Task.CLASSIFICATION ? schema.outputs() : Math.min(MOST_OUTPUTS, schema.outputs());
        double[] targets = targets(known, outputs);
        SimpleModel near = new Neighbours(inputs, encoding.width(), targets, outputs);
        SimpleModel sums = new RandomFeatures(inputs, encoding.width(), targets, outputs, SEED);
        Answers byNear = new Answers(dataset.task(), targets, near.leftOut(), outputs);
        Answers bySums = new Answers(dataset.task(), targets, sums.leftOut(), outputs);
        boolean nearer = byNear.score() > bySums.score();
        return new Learned(dataset.task(), outputs, encoding, nearer ? near : sums, rows, nearer ? byNear : bySums);
    }

    /** A random choice, in their order. */
    private static int[] chosen(Split split) {
        FloatTensor any = FloatTensor.of(new float[split.size()], split.size());
        return Stratified.choose(any, Math.min(MOST, split.size()), SEED);
    }

    private static double[] targets(Split split, int outputs) {
        double[] numbers = new double[split.size() * outputs];
        Tensor targets = split.targets();
        int width = targets instanceof LongTensor ? 1 : targets.rowElements();
        for (int row = 0; row < split.size(); row++) {
            for (int o = 0; o < outputs; o++) {
                if (targets instanceof LongTensor classes) {
                    numbers[row * outputs + o] = classes.values()[row] == o ? 1 : 0;
                } else {
                    double value = o < width ? targets.get(row * width + o) : 0;
                    numbers[row * outputs + o] = Double.isFinite(value) ? value : 0;
                }
            }
        }
        return numbers;
    }

    /** The examples of the split that were learned from. */
    public int[] rows() {
        return rows.clone();
    }

    /** What is said of each of {@link #rows()} by a model that has not seen it. */
    public Answers leftOut() {
        return leftOut;
    }

    /** What is said of other examples. */
    public Answers of(Split split) {
        return new Answers(task, targets(split, outputs), model.answers(encoding.of(split)), outputs);
    }

    /** What is said of at most 2,000 examples of another split. */
    public Answers ofSome(Split split) {
        return of(split.size() <= MOST ? split : split.pick(chosen(split)));
    }
}
