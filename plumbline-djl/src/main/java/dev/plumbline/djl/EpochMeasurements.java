package dev.plumbline.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.Trainer;
import ai.djl.training.evaluator.Evaluator;
import ai.djl.training.listener.TrainingListener.BatchData;
import dev.plumbline.lab.Trace.Epoch;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loss and score of an epoch, gathered batch by batch, with accumulators of its own beside those of DJL's listeners.
 * The score is the first evaluator's, or the loss where there is none. DJL does not say the learning rate: it stays
 * NaN.
 */
final class EpochMeasurements {
    private static final String TRAIN = "plumbline/train";
    private static final String VALIDATION = "plumbline/validation";

    private final long started = System.nanoTime();
    private final Mean train = new Mean();
    private final Mean validation = new Mean();
    private @Nullable Evaluator evaluator;
    private int epochs;

    /** @return the batch's loss */
    float train(Trainer trainer, BatchData data) {
        return add(train, TRAIN, trainer, data);
    }

    void validation(Trainer trainer, BatchData data) {
        add(validation, VALIDATION, trainer, data);
    }

    /** The epoch that has ended; empty where it had no batch. */
    Optional<Epoch> end(Trainer trainer, long step) {
        if (train.count == 0) {
            return Optional.empty();
        }
        epochs++;
        boolean validated = validation.count > 0;
        Epoch epoch = new Epoch(
                epochs,
                step,
                Double.NaN,
                train.value(),
                score(TRAIN, train.value()),
                validated ? (Double) validation.value() : null,
                validated ? (Double) score(VALIDATION, validation.value()) : null,
                (System.nanoTime() - started) / 1e9);
        train.reset();
        validation.reset();
        if (evaluator != null) {
            evaluator.resetAccumulator(TRAIN);
            evaluator.resetAccumulator(VALIDATION);
        }
        return Optional.of(epoch);
    }

    private double score(String key, double loss) {
        return evaluator == null ? loss : evaluator.getAccumulator(key);
    }

    private float add(Mean mean, String key, Trainer trainer, BatchData data) {
        Evaluator scorer = evaluator(trainer);
        Mean batch = new Mean();
        for (Map.Entry<Device, NDList> entry : data.getPredictions().entrySet()) {
            NDList labels = data.getLabels().get(entry.getKey());
            if (labels != null) {
                batch.add(loss(trainer, labels, entry.getValue()));
                if (scorer != null) {
                    scorer.updateAccumulator(key, labels, entry.getValue());
                }
            }
        }
        mean.add(batch.value());
        return (float) batch.value();
    }

    private static double loss(Trainer trainer, NDList labels, NDList predictions) {
        try (NDManager scope = trainer.getManager().newSubManager()) {
            NDArray loss = trainer.getLoss().evaluate(labels, predictions);
            loss.attach(scope);
            return loss.toType(DataType.FLOAT32, false).mean().getFloat();
        }
    }

    private @Nullable Evaluator evaluator(Trainer trainer) {
        if (evaluator == null) {
            evaluator = trainer.getEvaluators().stream()
                    .filter(e -> e != trainer.getLoss())
                    .findFirst()
                    .orElse(null);
            if (evaluator != null) {
                evaluator.addAccumulator(TRAIN);
                evaluator.addAccumulator(VALIDATION);
            }
        }
        return evaluator;
    }

    /** NaN of nothing. */
    private static final class Mean {
        private double sum;
        private int count;

        void add(double value) {
            sum += value;
            count++;
        }

        double value() {
            return sum / count;
        }

        void reset() {
            sum = 0;
            count = 0;
        }
    }
}
