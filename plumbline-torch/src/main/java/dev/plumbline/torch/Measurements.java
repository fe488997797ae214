package dev.plumbline.torch;

import ai.djl.ndarray.NDManager;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Stratified;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Metric;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Trace.Epoch;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures after every epoch, remembers the best one's parameters, and says when it no longer gets better. */
final class Measurements {
    private static final int TRAIN_SAMPLE = 1000;

    private final Evaluator evaluator;
    private final Weights weights;
    private final Metric metric;
    private final Examples train;
    private final @Nullable Examples validation;
    private @Nullable Epoch best;
    private @Nullable Map<String, Tensor> kept;
    private int sinceBest;

    /**
     * @param raw the data in their own units
     * @param prepared the same as the network sees them
     */
    Measurements(
            Evaluator evaluator,
            Weights weights,
            Experiment experiment,
            Dataset raw,
            Dataset prepared,
            NDManager memory) {
        this.evaluator = evaluator;
        this.weights = weights;
        this.metric = experiment.goal().metric();
        int size = raw.train().size();
        int[] sample = Stratified.choose(
                raw.train().targets(),
                Math.min(size, TRAIN_SAMPLE),
                experiment.training().seed());
        this.train =
                Examples.of(prepared.train().pick(sample), raw.train().targets().rows(sample), memory);
        Optional<Split> held = raw.split(SplitName.VALIDATION);
        this.validation = held.isPresent() && held.get().size() > 0
                ? Examples.of(
                        prepared.split(SplitName.VALIDATION).orElseThrow(),
                        held.get().targets(),
                        memory)
                : null;
    }

    /** @throws ScriptFault if an operator fails */
    Epoch measure(int number, long step, double rate, double seconds, NDManager memory) {
        Predictions onTrain = evaluator.predict(train, memory);
        Predictions onValidation = validation == null ? null : evaluator.predict(validation, memory);
        Epoch epoch = new Epoch(
                number,
                step,
                rate,
                onTrain.loss(),
                onTrain.score(metric),
                onValidation == null ? null : onValidation.loss(),
                onValidation == null ? null : onValidation.score(metric),
                seconds);
        if (number > 0 && validation != null) {
            follow(epoch);
        }
        return epoch;
    }

    private void follow(Epoch epoch) {
        if (best == null || epoch.isBetterThan(best, metric)) {
            best = epoch;
            kept = weights.read();
            sinceBest = 0;
        } else {
            sinceBest++;
        }
    }

    int epochsSinceBest() {
        return sinceBest;
    }

    Optional<Epoch> best() {
        return Optional.ofNullable(best);
    }

    /** The best epoch's parameters; empty where no validation was followed. */
    Optional<Map<String, Tensor>> kept() {
        return Optional.ofNullable(kept);
    }
}
