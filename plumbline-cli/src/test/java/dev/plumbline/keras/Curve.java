package dev.plumbline.keras;

import dev.plumbline.data.DType;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.experiment.Schedule;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.formats.ModelFiles;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.torch.TorchLab;
import dev.plumbline.torch.TorchSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** Trains a Keras file by its own settings on the same batches, and compares the loss of every step with Keras's. */
final class Curve {
    private static final double ALLOWED = 1e-3;
    private static final int BATCH = 8;

    private Curve() {}

    /** @param line name, optimizer, task, classes and file, with tabs between */
    static Comparison compare(Path root, String line) {
        String[] cells = line.split("\t");
        String name = cells[0] + " " + cells[1] + " (" + cells[4].substring(cells[4].lastIndexOf('.')) + ")";
        Path file = root.resolve(cells[4]);
        try {
            double[] theirs = Files.readAllLines(file.resolveSibling(cells[1] + ".losses")).stream()
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            List<Tensor> arrays = ArrayFile.read(file.resolveSibling("data.bin"));
            ModelFiles files = new ModelFiles();
            ImportedModel model = files.read(file);
            Task task = Task.valueOf(cells[2].toUpperCase(Locale.ROOT));
            Dataset data = dataset(model, task, Integer.parseInt(cells[3]), arrays);
            int examples = data.train().size();
            Experiment experiment =
                    experiment(name, task, file, plan(model.training(), theirs.length / (examples / BATCH)));
            NetworkFactory networks = NetworkFactory.standard().reading(files);
            try (TorchLab lab = new TorchLab((plan, asked) -> data, networks, TorchSettings.standard())) {
                RunRequest request =
                        new RunRequest(Budget.of(Duration.ofMinutes(20)), RunRequest.Probing.NONE, Set.of(), false, 0);
                Run run = lab.run(experiment, request, Observer.SILENT);
                if (run.outcome() instanceof Outcome.Failed failed) {
                    throw new IllegalStateException(failed.toString());
                }
                return new Comparison(name, difference(run.trace().losses(), theirs), ALLOWED, "");
            }
        } catch (IOException | RuntimeException fault) {
            return Comparison.failed(name, fault);
        }
    }

    static Dataset dataset(ImportedModel model, Task task, int classes, List<Tensor> arrays) {
        List<String> names = new ArrayList<>(model.network().inputs().keySet());
        List<InputSchema> inputs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Tensor array = arrays.get(i);
            DType dtype = array instanceof LongTensor ? DType.INT64 : DType.FLOAT32;
            inputs.add(new InputSchema(names.get(i), array.shape().withoutFirst(), dtype, List.of(), 0));
        }
        Tensor given = arrays.get(names.size());
        Tensor targets = classes > 0 ? given : given.reshape(Shape.of(given.length(), given.rowElements()));
        List<String> classNames =
                IntStream.range(0, classes).mapToObj(String::valueOf).toList();
        int outputs = classes > 0 ? classes : targets.rowElements();
        Schema schema = new Schema(Modality.TABULAR, inputs, "y", classNames, outputs);
        return new Dataset(
                task, schema, Map.of(SplitName.TRAIN, new Split(arrays.subList(0, names.size()), targets)), List.of());
    }

    static TrainingPlan plan(TrainingDraft draft, int epochs) {
        return new TrainingPlan(
                Objects.requireNonNull(draft.loss(), "the file's loss was not read"),
                Objects.requireNonNull(draft.optimizer(), "the file's optimizer was not read"),
                Objects.requireNonNullElseGet(draft.schedule(), Schedule.Constant::new),
                BATCH,
                epochs,
                null,
                null,
                false,
                0);
    }

    static Experiment experiment(String name, Task task, Path file, TrainingPlan training) {
        DataPlan data =
                DataPlan.of(file).withNormalization(Normalization.NONE).withTargetNormalization(Normalization.NONE);
        Goal goal = Goal.of(Metric.byDefault(task));
        return new Experiment(name, task, data, ModelPlan.file(file), training, goal);
    }

    private static double difference(float[] ours, double[] theirs) {
        if (ours.length != theirs.length) {
            throw new IllegalStateException("expected " + theirs.length + " steps, found " + ours.length);
        }
        double most = 0;
        for (int i = 0; i < ours.length; i++) {
            double apart = Math.abs(ours[i] - theirs[i]) / Math.max(1e-30, Math.abs(theirs[i]));
            most = Double.isNaN(apart) ? Double.POSITIVE_INFINITY : Math.max(most, apart);
        }
        return most;
    }
}
