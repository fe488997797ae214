package dev.plumbline.cli.tune;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Task;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Machine;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.Epoch;
import dev.plumbline.network.Network;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A lab that trains nothing: its accuracy is a formula of the experiment, and rises over sixty epochs. */
final class FormulaLab implements Lab {
    private static final int EXAMPLES = 1000;
    private static final int EPOCHS = 60;

    private final ToDoubleFunction<Experiment> accuracy;

    FormulaLab(ToDoubleFunction<Experiment> accuracy) {
        this.accuracy = accuracy;
    }

    @Override
    public Run run(Experiment experiment, RunRequest request, Observer observer) {
        double reached = accuracy.applyAsDouble(experiment);
        Outcome outcome = new Outcome.Completed("all epochs");
        for (int e = 1; e <= EPOCHS; e++) {
            double score = reached * (1 - Math.exp(-e / 12.0));
            observer.onEpoch(new Epoch(e, e, 0.1, 1, score, 1.0, score, e), EPOCHS);
            if (observer.stop()) {
                outcome = new Outcome.Interrupted(e, "ended by its watcher");
                break;
            }
        }
        Map<SplitName, Predictions> predictions = new EnumMap<>(SplitName.class);
        request.predict().forEach(split -> predictions.put(split, right(reached)));
        return new Run(
                experiment,
                outcome,
                new Trace(new float[0], List.of(), List.of()),
                predictions,
                Map.of(),
                Duration.ofMillis(1),
                EPOCHS,
                new Run.Provenance(experiment.fingerprint(), "", "test", machine()));
    }

    /** So many of a thousand are right. */
    private static Predictions right(double share) {
        long right = Math.round(EXAMPLES * Math.max(0, Math.min(1, share)));
        float[] outputs = new float[2 * EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            outputs[2 * i + (i < right ? 0 : 1)] = 1;
        }
        return new Predictions(
                Task.CLASSIFICATION,
                Loss.Takes.LOGITS,
                FloatTensor.of(outputs, EXAMPLES, 2),
                LongTensor.of(new long[EXAMPLES], EXAMPLES),
                0.1);
    }

    @Override
    public Dataset data(Experiment experiment) {
        throw new IllegalStateException("nobody asks for data");
    }

    @Override
    public Network network(Experiment experiment) {
        throw new IllegalStateException("nobody asks for the network");
    }

    @Override
    public Map<String, Tensor> values(Experiment experiment, Map<String, Tensor> parameters, List<Tensor> inputs) {
        return Map.of();
    }

    @Override
    public Machine machine() {
        return new Machine("formula", "cpu", 1, 1);
    }

    @Override
    public void close() {
        // nothing is held
    }
}
