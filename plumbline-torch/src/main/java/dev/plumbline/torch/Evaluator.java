package dev.plumbline.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Normalizer;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Task;
import dev.plumbline.lab.Predictions;
import java.util.ArrayList;
import java.util.List;

/**
 * Predicts in evaluation mode, in batches as large as a moderate share of memory allows. A network that hands states
 * from batch to batch begins every pass with its first ones, so that a score does not depend on what was looked at
 * before.
 */
final class Evaluator {
    private static final long BYTES = 64L << 20;
    private static final int LARGEST = 4096;

    private final Compiled compiled;
    private final Weights weights;
    private final Task task;
    private final Loss loss;
    private final Normalizer normalizer;
    private final int batch;

    Evaluator(Compiled compiled, Weights weights, Task task, Loss loss, Normalizer normalizer) {
        this.compiled = compiled;
        this.weights = weights;
        this.task = task;
        this.loss = loss;
        this.normalizer = normalizer;
        int fitting = (int) Math.max(1, Math.min(LARGEST, BYTES / Math.max(1, compiled.bytesPerExample())));
        this.batch = compiled.network().statefulBatch().orElse(fitting);
    }

    /** What one output says. */
    private record Said(FloatTensor outputs, double loss) {}

    /** @throws ScriptFault if an operator fails */
    Predictions predict(Examples examples, NDManager memory) {
        Said said = said(0, task, examples, examples.targets(), memory);
        return new Predictions(task, loss.takes(), normalizer.restore(said.outputs()), examples.targets(), said.loss());
    }

    /**
     * What another output says.
     *
     * @param term which of the outputs that have a loss, from 1
     * @param its its loss
     * @param asked what its targets are for
     * @param targets of the same examples
     */
    Predictions predict(int term, Loss its, Task asked, Examples examples, Tensor targets, NDManager memory) {
        Said said = said(term, asked, examples, targets, memory);
        return new Predictions(asked, its.takes(), said.outputs(), targets, said.loss());
    }

    private Said said(int term, Task asked, Examples examples, Tensor targets, NDManager memory) {
        int size = examples.size();
        float[] outputs = new float[0];
        double loss = 0;
        double weight = 0;
        Script script = compiled.evaluation(term);
        try (NDManager pass = memory.newSubManager()) {
            List<NDArray> given = weights.rested(pass);
            given.addAll(examples.arrays());
            for (int low = 0; low < size; low += batch) {
                int high = Math.min(size, low + batch);
                try (NDManager scope = pass.newSubManager()) {
                    List<NDArray> arguments = new ArrayList<>(given);
                    arguments.add(scope.create(new double[] {low, high}));
                    NDList results = script.call(arguments, false, scope);
                    float[] some = results.get(0).toFloatArray();
                    if (outputs.length == 0) {
                        outputs = new float[Math.multiplyExact(some.length / (high - low), size)];
                    }
                    System.arraycopy(some, 0, outputs, low * (outputs.length / size), some.length);
                    long counted = results.get(2).getLong();
                    loss += (double) results.get(1).getFloat() * counted;
                    weight += counted;
                }
            }
        }
        int width = size == 0 ? 1 : outputs.length / size;
        int positions = asked == Task.TAGGING ? Math.max(1, targets.rowElements()) : 1;
        Shape shape = asked == Task.TAGGING ? Shape.of(size, positions, width / positions) : Shape.of(size, width);
        return new Said(new FloatTensor(outputs, shape), size == 0 ? Double.NaN : loss / weight);
    }
}
