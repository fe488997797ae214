package dev.plumbline.onnx;

import dev.plumbline.data.DType;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.experiment.Optimizer;
import dev.plumbline.experiment.Schedule;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.formats.ModelFiles;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.network.ValueType;
import dev.plumbline.torch.Inference;
import dev.plumbline.torch.TorchLab;
import dev.plumbline.torch.TorchSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** One model by one exporter: its outputs, and the losses of 50 SGD steps on the same batches, against PyTorch's. */
record TorchCase(String name, Path file, int classes, double rate) {
    private static final double FORWARD = 1e-5;
    private static final double CURVE = 1e-3;
    private static final int BATCH = 8;

    /** @param line name, exporter, classes, learning rate and folder, with tabs between */
    static TorchCase of(Path root, String line) {
        String[] cells = line.split("\t");
        return new TorchCase(
                cells[0] + " (" + cells[1] + ")",
                root.resolve(cells[4]).resolve(cells[1] + ".onnx"),
                Integer.parseInt(cells[2]),
                Double.parseDouble(cells[3]));
    }

    String verdict() {
        try {
            ModelFiles files = new ModelFiles();
            Network network = files.read(file).network();
            String input = network.inputs().keySet().iterator().next();
            Tensor x = given(Objects.requireNonNull(network.inputs().get(input)));
            double forward = forward(network, input, x);
            double curve = curve(files, input, x);
            boolean agrees = forward <= FORWARD && curve <= CURVE;
            return String.format(
                    Locale.ROOT,
                    "%-8s %-34s outputs %.1e, losses %.1e",
                    agrees ? "agrees" : "DIFFERS",
                    name,
                    forward,
                    curve);
        } catch (IOException | RuntimeException e) {
            return String.format(Locale.ROOT, "%-8s %-34s %s", "FAILS", name, e);
        }
    }

    private ByteBuffer bytes(String name) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(file.resolveSibling(name))).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Tensor given(ValueType type) throws IOException {
        ByteBuffer bytes = bytes("x.bin");
        Shape example = type.shape().withoutFirst();
        int count = Math.toIntExact(
                bytes.remaining() / example.elements() / type.dtype().bytes());
        Shape shape = example.prepend(count);
        if (type.dtype() == DType.INT64) {
            long[] values = new long[Math.toIntExact(shape.elements())];
            bytes.asLongBuffer().get(values);
            return new LongTensor(values, shape);
        }
        float[] values = new float[Math.toIntExact(shape.elements())];
        bytes.asFloatBuffer().get(values);
        return new FloatTensor(values, shape);
    }

    private double forward(Network network, String input, Tensor x) throws IOException {
        float[] theirs = new float[x.length() * classes];
        bytes("outputs.bin").asFloatBuffer().get(theirs);
        try (Inference inference = new Inference(network, TorchSettings.standard())) {
            Tensor ours = Objects.requireNonNull(inference.run(Map.of(input, x)).get(network.output()));
            double scale = 0;
            double apart = 0;
            for (int i = 0; i < theirs.length; i++) {
                scale = Math.max(scale, Math.abs(theirs[i]));
                apart = Math.max(apart, Math.abs(theirs[i] - ours.get(i)));
            }
            return apart / scale;
        }
    }

    private double curve(ModelFiles files, String input, Tensor x) throws IOException {
        double[] theirs = Files.readAllLines(file.resolveSibling("losses.txt")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        Dataset data = dataset(input, x);
        TrainingPlan training = new TrainingPlan(
                LossPlan.of(Loss.CROSS_ENTROPY),
                new Optimizer.Sgd(rate, 0, false, 0),
                new Schedule.Constant(),
                BATCH,
                theirs.length * BATCH / x.length(),
                null,
                null,
                false,
                0);
        DataPlan plan =
                DataPlan.of(file).withNormalization(Normalization.NONE).withTargetNormalization(Normalization.NONE);
        Experiment experiment = new Experiment(
                name, Task.CLASSIFICATION, plan, ModelPlan.file(file), training, Goal.of(Metric.ACCURACY));
        NetworkFactory networks = NetworkFactory.standard().reading(files);
        try (TorchLab lab = new TorchLab((p, asked) -> data, networks, TorchSettings.standard())) {
            RunRequest request =
                    new RunRequest(Budget.of(Duration.ofMinutes(20)), RunRequest.Probing.NONE, Set.of(), false, 0);
            Run run = lab.run(experiment, request, Observer.SILENT);
            if (run.outcome() instanceof Outcome.Failed failed) {
                throw new IllegalStateException(failed.toString());
            }
            return apart(run.trace().losses(), theirs);
        }
    }

    private Dataset dataset(String input, Tensor x) throws IOException {
        long[] labels = new long[x.length()];
        bytes("labels.bin").asLongBuffer().get(labels);
        InputSchema one = new InputSchema(input, x.shape().withoutFirst(), x.dtype(), List.of(), 0);
        List<String> names =
                IntStream.range(0, classes).mapToObj(String::valueOf).toList();
        Schema schema = new Schema(Modality.TABULAR, List.of(one), "y", names, classes);
        Split train = new Split(List.of(x), LongTensor.of(labels, labels.length));
        return new Dataset(Task.CLASSIFICATION, schema, Map.of(SplitName.TRAIN, train), List.of());
    }

    private static double apart(float[] ours, double[] theirs) {
        if (ours.length != theirs.length) {
            throw new IllegalStateException("expected " + theirs.length + " steps, found " + ours.length);
        }
        double most = 0;
        for (int i = 0; i < ours.length; i++) {
            double apart = Math.abs(ours[i] - theirs[i]) / Math.abs(theirs[i]);
            most = Double.isNaN(apart) ? Double.POSITIVE_INFINITY : Math.max(most, apart);
        }
        return most;
    }
}
