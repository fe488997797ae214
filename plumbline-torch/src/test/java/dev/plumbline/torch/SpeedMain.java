package dev.plumbline.torch;

import com.sun.management.OperatingSystemMXBean;
import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Settings;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.RunRequest.Probing;
import dev.plumbline.network.NetworkFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Plumbline's side of {@code bench/training-speed}: reads "network batch steps probing", trains through the lab,
 * answers "cpu wall" seconds from the end of the first steps on, which compile. Probing {@code memory} answers the
 * resident megabytes after 1,000 steps, at the end and at most.
 */
final class SpeedMain {
    private static final int EXAMPLES = 25_000;
    private static final int WARM_UP = 30;

    private final TorchSettings settings;
    private final Map<String, Dataset> datasets = new HashMap<>();

    private SpeedMain(int threads) {
        int all = Runtime.getRuntime().availableProcessors();
        settings = TorchSettings.standard().withThreads(threads > 0 ? threads : all);
    }

    public static void main(String[] arguments) throws IOException {
        SpeedMain speed = new SpeedMain(Integer.parseInt(arguments[0]));
        System.out.println("ready " + new Libtorch(speed.settings).version());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            System.out.println(speed.run(words[0], Integer.parseInt(words[1]), Long.parseLong(words[2]), words[3]));
        }
    }

    private String run(String network, int batch, long steps, String probing) {
        if (probing.equals("count")) {
            ProbeSchedule schedule = new ProbeSchedule(Probing.SAMPLED, steps, 1);
            return LongStream.range(0, steps).filter(s -> schedule.next(s) == s).count() + " probes";
        }
        Dataset data = datasets.computeIfAbsent(network, SpeedMain::data);
        Experiment experiment = Trials.of(data, "mlp", Map.of()).withModel(model(network));
        experiment = experiment.withTraining(Trials.plan(Loss.CROSS_ENTROPY, Optimizer.Adam.of(1e-3))
                .withBatchSize(batch)
                .withEpochs(1_000));
        boolean memory = probing.equals("memory");
        Clock clock = new Clock(memory ? 1_000 : WARM_UP);
        RunRequest request = new RunRequest(
                Budget.of(Duration.ofMinutes(10)).withSteps(steps + (memory ? 0 : clock.from)),
                probing.equals("every") ? Probing.EVERY_STEP : Probing.NONE,
                Set.of(),
                false,
                0);
        try (TorchLab lab = new TorchLab(DataSource.of(data), NetworkFactory.standard(), settings)) {
            lab.run(experiment, request, clock);
        }
        return memory ? clock.memory() : clock.time(steps);
    }

    private static Dataset data(String network) {
        Shape example = switch (network) {
            case "lenet" -> Shape.of(1, 28, 28);
            case "lstm" -> Shape.of(28, 28);
            default -> Shape.of(784);
        };
        return Samples.classes(example, Modality.TABULAR, EXAMPLES, 10, 0.2);
    }

    private static ModelPlan model(String network) {
        return switch (network) {
            case "mlp-small" -> ModelPlan.architecture("mlp", Settings.of("model", Map.of("hidden", List.of(128))));
            case "mlp-large" ->
                ModelPlan.architecture("mlp", Settings.of("model", Map.of("hidden", List.of(512, 512))));
            case "lstm" -> ModelPlan.architecture("lstm", Settings.of("model", Map.of("units", 128)));
            default ->
                ModelPlan.layers(List.of(
                        layer(
                                "conv2d",
                                Map.of("filters", 6, "kernel-size", 5, "padding", "same", "activation", "relu")),
                        layer("max-pool2d", Map.of("pool-size", 2)),
                        layer("conv2d", Map.of("filters", 16, "kernel-size", 5, "activation", "relu")),
                        layer("max-pool2d", Map.of("pool-size", 2)),
                        layer("flatten", Map.of()),
                        layer("dense", Map.of("units", 120, "activation", "relu")),
                        layer("dense", Map.of("units", 84, "activation", "relu")),
                        layer("dense", Map.of("units", 10))));
        };
    }

    private static LayerSpec layer(String type, Map<String, Object> settings) {
        return new LayerSpec(type, Settings.of("model", settings));
    }

    /** Reads the clocks once the first steps are over, and at each call from then on. */
    private static final class Clock implements Observer {
        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private final long from;
        private long firstStep;
        private long firstCpu;
        private long firstWall;
        private double firstResident;
        private double mostResident;
        private long lastStep;
        private long lastCpu;
        private long lastWall;
        private double lastResident;

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
            lastWall = System.nanoTime();
            lastResident = from == 1_000 ? resident() : 0;
            mostResident = Math.max(mostResident, lastResident);
            if (firstStep == 0) {
                firstStep = lastStep;
                firstCpu = lastCpu;
                firstWall = lastWall;
                firstResident = lastResident;
            }
        }

        /** Seconds for so many steps; the first reading may come a few steps late. */
        String time(long steps) {
            double share = (double) steps / (lastStep - firstStep) / 1e9;
            return (lastCpu - firstCpu) * share + " " + (lastWall - firstWall) * share;
        }

        String memory() {
            return firstResident + " " + lastResident + " " + mostResident;
        }

        private static double resident() {
            try {
                return Files.readAllLines(Path.of("/proc/self/status")).stream()
                        .filter(l -> l.startsWith("VmRSS:"))
                        .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(0);
            } catch (IOException e) {
                throw new UncheckedIOException("reading the resident memory failed", e);
            }
        }
    }
}
