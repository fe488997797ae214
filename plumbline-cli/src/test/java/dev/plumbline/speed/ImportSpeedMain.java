package dev.plumbline.speed;

import com.sun.management.OperatingSystemMXBean;
import dev.plumbline.data.DType;
import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.LayerSpec;
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
import dev.plumbline.formats.ModelFiles;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.RunRequest.Probing;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.torch.TorchLab;
import dev.plumbline.torch.TorchSettings;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The work of {@code bench/import-speed}: trains each network in turn and prints ratios of CPU time. */
final class ImportSpeedMain {
    private static final int CLASSES = 10;

    private record Bench(String name, int batch, int steps, int warmUp, Shape first, Shape last, ModelPlan made) {}

    private ImportSpeedMain() {}

    /** @param arguments folder of models, rounds, the only network to run (may be empty) */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int rounds = Integer.parseInt(arguments[1]);
        String only = arguments.length > 2 ? arguments[2] : "";
        List<Bench> benches = List.of(
                new Bench("lenet", 32, 600, 100, Shape.of(1, 28, 28), Shape.of(28, 28, 1), lenet()),
                new Bench(
                        "resnet18",
                        16,
                        8,
                        3,
                        Shape.of(3, 64, 64),
                        Shape.of(64, 64, 3),
                        new ModelPlan(new ModelPlan.File(Path.of("made-here"), ""), List.of())));
        for (Bench bench : benches) {
            if (only.isEmpty() || only.equals(bench.name())) {
                compare(bench, folder, rounds);
            }
        }
    }

    private static void compare(Bench bench, Path folder, int rounds) {
        Dataset first = data(bench.first());
        Dataset last = data(bench.last());
        double[] made = new double[rounds];
        Map<String, double[]> read = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            made[i] = seconds(bench, bench.made(), first);
            for (String ending : List.of(".keras", ".onnx")) {
                Path file = folder.resolve(bench.name() + ending);
                if (Files.exists(file)) {
                    read.computeIfAbsent(ending, e -> new double[rounds])[i] =
                            seconds(bench, file(file), ending.equals(".keras") ? last : first);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-9s batch %2d  made here: %.2f steps a CPU second",
                bench.name(),
                bench.batch(),
                bench.steps() / median(made));
        read.forEach((ending, times) ->
                System.out.printf(Locale.ROOT, "; from %s: %.2f times as fast", ending, ratio(made, times)));
        System.out.println();
    }

    private static double ratio(double[] made, double[] read) {
        return median(IntStream.range(0, made.length)
                .mapToDouble(i -> made[i] / read[i])
                .toArray());
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static ModelPlan file(Path path) {
        return new ModelPlan(ModelPlan.File.of(path), List.of());
    }

    /** CPU seconds of the steps after the first ones, which compile. */
    private static double seconds(Bench bench, ModelPlan model, Dataset data) {
        Experiment experiment = new Experiment(
                "speed",
                Task.CLASSIFICATION,
                DataPlan.of(Path.of("made-here")),
                model,
                new TrainingPlan(
                        LossPlan.of(Loss.CROSS_ENTROPY),
                        Optimizer.Adam.of(1e-3),
                        new Schedule.Constant(),
                        bench.batch(),
                        1_000,
                        null,
                        null,
                        true,
                        1),
                Goal.of(Metric.ACCURACY));
        Clock clock = new Clock(bench.warmUp());
        ModelFiles files = new ModelFiles();
        NetworkFactory networks = NetworkFactory.standard()
                .reading(path -> path.endsWith("made-here")
                        ? new ImportedModel("made", ResNet18.network(64), TrainingDraft.empty(), null, List.of())
                        : files.read(path));
        RunRequest request = new RunRequest(
                Budget.of(Duration.ofMinutes(10)).withSteps(bench.steps() + bench.warmUp()),
                Probing.NONE,
                Set.of(),
                false,
                0);
        TorchSettings settings = TorchSettings.standard().withThreads(1);
        try (Lab lab = new TorchLab(DataSource.of(data), networks, settings)) {
            lab.run(experiment, request, clock);
        }
        return clock.seconds(bench.steps());
    }

    private static Dataset data(Shape example) {
        int examples = 512;
        SplittableRandom random = new SplittableRandom(1);
        float[] x = new float[Math.toIntExact(examples * example.elements())];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) random.nextGaussian();
        }
        long[] y = random.longs(examples, 0, CLASSES).toArray();
        Schema schema = new Schema(
                Modality.IMAGE,
                List.of(new InputSchema("x", example, DType.FLOAT32, List.of(), 0)),
                "y",
                IntStream.range(0, CLASSES).mapToObj(i -> "class " + i).toList(),
                CLASSES);
        Split train = new Split(List.of(new FloatTensor(x, example.prepend(examples))), LongTensor.of(y, examples));
        return new Dataset(Task.CLASSIFICATION, schema, Map.of(SplitName.TRAIN, train), List.of());
    }

    private static ModelPlan lenet() {
        List<LayerSpec> layers = new ArrayList<>();
        layers.add(layer("conv2d", Map.of("filters", 6, "kernel-size", 5, "padding", "same", "activation", "relu")));
        layers.add(layer("max-pool2d", Map.of("pool-size", 2)));
        layers.add(layer("conv2d", Map.of("filters", 16, "kernel-size", 5, "activation", "relu")));
        layers.add(layer("max-pool2d", Map.of("pool-size", 2)));
        layers.add(layer("flatten", Map.of()));
        layers.add(layer("dense", Map.of("units", 120, "activation", "relu")));
        layers.add(layer("dense", Map.of("units", 84, "activation", "relu")));
        layers.add(layer("dense", Map.of("units", CLASSES)));
        return ModelPlan.layers(layers);
    }

    private static LayerSpec layer(String type, Map<String, Object> settings) {
        return new LayerSpec(type, Settings.of("model", settings));
    }

    /** Reads the process's CPU time from the end of the first steps on. */
    private static final class Clock implements Observer {
        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final long from;
        private long firstStep;
        private long firstCpu;
        private long lastStep;
        private long lastCpu;

        Clock(long from) {
            this.from = from;
        }

        @Override
        public void onStep(long step, long totalSteps, double loss) {
            if (step < from) {
                return;
            }
            lastStep = step;
            lastCpu = system.getProcessCpuTime();
            if (firstStep == 0) {
                firstStep = step;
                firstCpu = lastCpu;
            }
        }

        double seconds(long steps) {
            return (lastCpu - firstCpu) / 1e9 * steps / (lastStep - firstStep);
        }
    }
}
