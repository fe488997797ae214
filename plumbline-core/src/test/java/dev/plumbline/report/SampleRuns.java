package dev.plumbline.report;

import dev.plumbline.data.DType;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.debug.FirstStep;
import dev.plumbline.debug.LayerRow;
import dev.plumbline.debug.MemoryEstimate;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Modality;
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
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.Epoch;
import dev.plumbline.start.DataProfile;
import dev.plumbline.start.DataProfile.FeatureProfile;
import dev.plumbline.start.DataProfile.InputProfile;
import dev.plumbline.start.DataProfile.SplitProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Experiments and runs as a lab would give them. */
final class SampleRuns {
    private SampleRuns() {}

    static Experiment experiment(String name) {
        return new Experiment(
                name,
                Task.CLASSIFICATION,
                DataPlan.of(Path.of("train.csv")),
                ModelPlan.architecture("lenet", Settings.none("model")),
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
                new Goal(Metric.ACCURACY, 0.97, 0.01));
    }

    static float[] curve(int steps, IntToDoubleFunction value) {
        float[] losses = new float[steps];
        for (int i = 0; i < steps; i++) {
            losses[i] = (float) value.applyAsDouble(i);
        }
        return losses;
    }

    static float[] falling(int steps, double from, double floor, double speed) {
        Random random = new Random(1);
        return curve(
                steps, i -> (floor + (from - floor) * Math.exp(-speed * i)) * (1 + 0.12 * random.nextGaussian() * 0.5));
    }

    static List<Epoch> epochs(int count, double best, double gap) {
        List<Epoch> epochs = new ArrayList<>();
        for (int e = 0; e <= count; e++) {
            double progress = 1 - Math.exp(-e / 3.0);
            double trainScore = 0.1 + (best - 0.1) * progress;
            double late = Math.max(0, e - 12) * 0.002;
            epochs.add(new Epoch(
                    e,
                    e * 36L,
                    3e-4,
                    2.3 * Math.exp(-e / 3.0) + 0.02,
                    trainScore,
                    2.3 * Math.exp(-e / 3.2) + 0.08 + late * 4,
                    trainScore - gap * progress - late,
                    e * 0.8));
        }
        return epochs;
    }

    static Run run(Experiment experiment, Map<SplitName, Predictions> predictions, float[] losses, List<Epoch> epochs) {
        return new Run(
                experiment,
                new Outcome.Completed("All " + experiment.training().epochs() + " epochs were run."),
                new Trace(losses, epochs, List.of()),
                predictions,
                Map.of(),
                Duration.ofMillis(14_300),
                losses.length,
                new Run.Provenance(
                        experiment.fingerprint(),
                        "b41c0a77d2e95f13",
                        "0.1.0",
                        new Machine("libtorch 2.7.1", "cpu", 2, 7_516_192_768L)));
    }

    /** A run whose network has another output. */
    static Run withOther(Run run, String output, Map<SplitName, Predictions> predictions) {
        return new Run(
                run.experiment(),
                run.outcome(),
                run.trace(),
                run.predictions(),
                run.parameters(),
                run.time(),
                run.steps(),
                run.provenance(),
                Map.of(output, predictions));
    }

    /** Predictions of which the given share is right. */
    static Predictions predictions(int examples, int classes, double right) {
        float[] outputs = new float[examples * classes];
        long[] targets = new long[examples];
        for (int i = 0; i < examples; i++) {
            targets[i] = i % classes;
            int said = i < examples * right ? i % classes : (i + 1) % classes;
            outputs[i * classes + said] = 5;
        }
        return new Predictions(
                Task.CLASSIFICATION,
                Loss.Takes.LOGITS,
                new FloatTensor(outputs, Shape.of(examples, classes)),
                new LongTensor(targets, Shape.of(examples)),
                0.2);
    }

    static Map<SplitName, Predictions> scored(double train, double validation, double test) {
        Map<SplitName, Predictions> all = new EnumMap<>(SplitName.class);
        all.put(SplitName.TRAIN, predictions(1150, 10, train));
        all.put(SplitName.VALIDATION, predictions(287, 10, validation));
        all.put(SplitName.TEST, predictions(360, 10, test));
        return all;
    }

    static Statistics statistics(double mean, double deviation, double zeros) {
        return new Statistics(
                mean, deviation, mean - 3 * deviation, mean + 3.4 * deviation, deviation * 40, zeros, 0, 0);
    }

    static FirstStep firstStep(Run run, boolean dead) {
        List<LayerRow> layers = List.of(
                layer(
                        "conv2d_1",
                        "Conv2D",
                        Shape.of(32, 6, 8, 8),
                        60,
                        statistics(0.02, 0.71, 0),
                        statistics(1e-5, 4e-4, 0)),
                layer(
                        "relu_1",
                        "ReLU",
                        Shape.of(32, 6, 8, 8),
                        0,
                        statistics(0.29, 0.41, 0.49),
                        statistics(1e-5, 4e-4, 0.2)),
                layer(
                        "max_pool2d_1",
                        "MaxPool2D",
                        Shape.of(32, 6, 4, 4),
                        0,
                        statistics(0.62, 0.44, 0.12),
                        statistics(2e-5, 9e-4, 0)),
                layer(
                        "conv2d_2",
                        "Conv2D",
                        Shape.of(32, 16, 4, 4),
                        880,
                        statistics(-0.11, 0.52, 0),
                        statistics(1e-5, 7e-4, 0.3)),
                layer(
                        "relu_2",
                        "ReLU",
                        Shape.of(32, 16, 4, 4),
                        0,
                        statistics(0.15, 0.28, dead ? 0.97 : 0.58),
                        statistics(3e-5, 1e-3, 0)),
                layer(
                        "flatten_1",
                        "Flatten",
                        Shape.of(32, 256),
                        0,
                        statistics(0.15, 0.28, 0.58),
                        statistics(3e-5, 1e-3, 0)),
                layer(
                        "dense_1",
                        "Dense",
                        Shape.of(32, 120),
                        30_840,
                        statistics(0.01, 0.38, 0),
                        dead ? statistics(0, 3e-10, 0) : statistics(2e-5, 2e-3, 0.5)),
                new LayerRow(
                        "dense_2",
                        "Dense",
                        Shape.of(32, 10),
                        DType.FLOAT32,
                        1210,
                        1210,
                        dead ? new Statistics(0.2, 0.4, -1, 1.2, 3, 0, 12, 0) : statistics(0.03, 0.33, 0),
                        dead ? null : statistics(0, 9e-3, 0)));
        return new FirstStep(
                run,
                layers,
                new MemoryEstimate(
                        32,
                        List.of(
                                new MemoryEstimate.Item("dense_1.weight", "dense_1", "float32(256, 120)", 122_880),
                                new MemoryEstimate.Item("conv2d_1/Conv:0", "conv2d_1", "float32(32, 6, 8, 8)", 49_152)),
                        131_960,
                        131_960,
                        263_920,
                        221_184,
                        402_432,
                        7_516_192_768L,
                        1_048_576));
    }

    private static LayerRow layer(
            String name, String type, Shape shape, long parameters, Statistics value, Statistics gradient) {
        return new LayerRow(name, type, shape, DType.FLOAT32, parameters, parameters, value, gradient);
    }

    static DataProfile profile(int classes, int features, String prefix) {
        Schema schema = new Schema(
                Modality.IMAGE,
                List.of(new InputSchema("x", Shape.of(1, 8, 8), DType.FLOAT32, List.of(), 0)),
                "digit",
                IntStream.range(0, classes).mapToObj(i -> prefix + i).toList(),
                classes);
        Map<SplitName, SplitProfile> splits = new EnumMap<>(SplitName.class);
        int[] sizes = {1150, 287, 360};
        SplitName[] names = {SplitName.TRAIN, SplitName.VALIDATION, SplitName.TEST};
        for (int s = 0; s < 3; s++) {
            int size = sizes[s];
            List<FeatureProfile> columns = IntStream.range(0, features)
                    .mapToObj(i -> new FeatureProfile(
                            prefix + "column " + i,
                            i % 7 == 3 ? new Statistics(0, 0, 0, 0, 0, 1, 0, 0) : statistics(4.9, 6.0, 0.49)))
                    .toList();
            splits.put(
                    names[s],
                    new SplitProfile(
                            size,
                            List.of(new InputProfile(
                                    "x",
                                    Shape.of(1, 8, 8),
                                    DType.FLOAT32,
                                    new Statistics(4.88, 6.01, 0, 16, 300, 0.489, 0, 0),
                                    columns)),
                            IntStream.range(0, classes)
                                    .mapToObj(i -> size / classes + i % 5)
                                    .toList(),
                            statistics(4.5, 2.8, 0.1),
                            s == 0 ? 3 : 0,
                            s == 0 ? 1 : 0,
                            0));
        }
        return new DataProfile(
                Task.CLASSIFICATION,
                schema,
                splits,
                List.of(new DataProfile.Overlap(SplitName.TRAIN, SplitName.TEST, 2, 0.0056)));
    }

    /** A few arrays; the profile tells of more. */
    static Dataset dataset(String name) {
        Split train = new Split(
                List.of(new FloatTensor(new float[8], Shape.of(2, 4))), new LongTensor(new long[2], Shape.of(2)));
        return new Dataset(
                Task.CLASSIFICATION,
                profile(2, 0, name).schema(),
                Map.of(SplitName.TRAIN, train),
                List.of(new Dataset.Note(name + "age", "12 missing values were set to the train median, 41.")));
    }
}
