package dev.plumbline.lab;

import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Experiment;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What happened when an experiment ran.
 *
 * @param experiment what ran
 * @param outcome how it ended
 * @param trace what was seen on the way
 * @param predictions by split, with the parameters that were kept
 * @param parameters by name, as they were kept: the best epoch's where validation was followed, else the last step's
 * @param time wall time, reading of data apart
 * @param steps optimizer steps done
 * @param provenance where it comes from
 * @param otherPredictions of the network's other outputs that have a loss, by their names and splits, as
 *     {@code predictions}
 */
public record Run(
        Experiment experiment,
        Outcome outcome,
        Trace trace,
        Map<SplitName, Predictions> predictions,
        Map<String, Tensor> parameters,
        Duration time,
        long steps,
        Provenance provenance,
        Map<String, Map<SplitName, Predictions>> otherPredictions) {
    /** Of a network with one output. */
    public Run(
            Experiment experiment,
            Outcome outcome,
            Trace trace,
            Map<SplitName, Predictions> predictions,
            Map<String, Tensor> parameters,
            Duration time,
            long steps,
            Provenance provenance) {
        this(experiment, outcome, trace, predictions, parameters, time, steps, provenance, Map.of());
    }

    public Run {
        otherPredictions = Map.copyOf(otherPredictions);
        predictions = Map.copyOf(predictions);
        parameters = Map.copyOf(parameters);
    }

    /** What the network said of a split, where it was asked. */
    public Optional<Predictions> predictions(SplitName split) {
        return Optional.ofNullable(predictions.get(split));
    }

    /** The goal's metric on a split; empty where it was not predicted. */
    public Optional<Double> score(SplitName split) {
        return predictions(split).map(p -> p.score(experiment.goal().metric()));
    }

    /**
     * What made the run, so that it can be made again.
     *
     * @param fingerprint of the experiment
     * @param dataDigest of the arrays, as they were read
     * @param plumbline version
     * @param machine engine, device, threads
     */
    public record Provenance(String fingerprint, String dataDigest, String plumbline, Machine machine) {}
}
