package dev.plumbline.evaluate;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Schedule;
import dev.plumbline.experiment.Settings;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.lab.Machine;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.Trace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Runs as a lab would return them, made up. */
final class Runs {
    private Runs() {}

    static Experiment experiment(Goal goal) {
        return new Experiment(
                "planted",
                goal.metric() == Metric.RMSE ? Task.REGRESSION : Task.CLASSIFICATION,
                DataPlan.of(Path.of("train.csv")),
                ModelPlan.architecture("mlp", Settings.none("model")),
                new TrainingPlan(
                        LossPlan.of(Loss.CROSS_ENTROPY),
                        Optimizer.Adam.of(3e-4),
                        new Schedule.Constant(),
                        32,
                        20,
                        null,
                        null,
                        true,
                        0),
                goal);
    }

    static Run of(Goal goal, Trace trace, Map<SplitName, Predictions> predictions) {
        return of(goal, trace, predictions, new Outcome.Completed("All epochs were done."));
    }

    static Run of(Goal goal, Trace trace, Map<SplitName, Predictions> predictions, Outcome outcome) {
        return new Run(
                experiment(goal),
                outcome,
                trace,
                predictions,
                Map.of(),
                Duration.ofSeconds(1),
                trace.losses().length,
                new Run.Provenance("0", "0", "test", new Machine("none", "cpu", 1, 1L << 30)));
    }

    static Trace trace(Trace.Epoch... epochs) {
        return new Trace(new float[] {2, 1, 0.5f}, List.of(epochs), List.of());
    }

    /** Two classes, so many examples, so many of them wrong. */
    static Predictions classes(int examples, int wrong) {
        long[] targets = new long[examples];
        int[] said = new int[examples];
        for (int i = 0; i < examples; i++) {
            targets[i] = i % 2;
            said[i] = i < wrong ? 1 - i % 2 : i % 2;
        }
        return Predictions.ofClasses(said, LongTensor.of(targets, examples), 2);
    }

    /** Targets around 0, outputs off by a Gaussian of the deviation. */
    static Predictions values(int examples, double deviation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] targets = new float[examples];
        float[] outputs = new float[examples];
        for (int i = 0; i < examples; i++) {
            targets[i] = (float) random.nextGaussian() * 100;
            outputs[i] = targets[i] + (float) (random.nextGaussian() * deviation);
        }
        return new Predictions(
                Task.REGRESSION,
                Loss.Takes.VALUES,
                FloatTensor.of(outputs, examples, 1),
                FloatTensor.of(targets, examples, 1),
                Double.NaN);
    }
}
