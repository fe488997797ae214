package dev.plumbline.zoo.base;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.experiment.SplitPlan;
import dev.plumbline.formats.FileData;
import dev.plumbline.zoo.folder.Data;
import dev.plumbline.zoo.folder.Examples;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The data of the repository's {@code examples/}, as arrays. */
final class ExampleData {
    private final Path examples;

    ExampleData(Path examples) {
        this.examples = examples;
    }

    /** A table with train and test file. */
    Data table(String name) {
        Data data = read(name, ".csv");
        List<String> names = columns(examples.resolve(name).resolve("train.csv"));
        return data.withNames(names);
    }

    /** The same examples as arrays. */
    Data arrays(String name, String ending, List<Integer> shape) {
        Data data = read(name, ending);
        return new Data(Data.Kind.NPZ, shape, List.of(), List.of(), data.isClassification(), data.splits());
    }

    private Data read(String name, String ending) {
        Path folder = examples.resolve(name);
        DataPlan plan = new DataPlan(
                folder.resolve("train" + ending),
                new SplitPlan.None(),
                new SplitPlan.None(),
                new SplitPlan.FromFile(folder.resolve("test" + ending)),
                List.of(),
                null,
                List.of(),
                ending.equals(".csv") ? Modality.TABULAR : null,
                Normalization.NONE,
                Normalization.NONE,
                List.of(),
                null,
                null,
                0);
        Dataset read = new FileData().load(plan, null);
        Map<SplitName, Examples> splits = new EnumMap<>(SplitName.class);
        read.splits().forEach((split, content) -> splits.put(split, examples(content)));
        List<String> classes = read.schema().classNames();
        Shape shape = read.train().inputs().get(0).shape().withoutFirst();
        List<Integer> sizes = java.util.Arrays.stream(shape.toArray()).boxed().toList();
        return new Data(Data.Kind.CSV, sizes, List.of(), classes, !classes.isEmpty(), splits);
    }

    private static Examples examples(dev.plumbline.data.Split split) {
        FloatTensor inputs = (FloatTensor) split.inputs().get(0);
        int count = split.size();
        int width = count == 0 ? 0 : inputs.values().length / count;
        float[][] rows = new float[count][];
        float[] targets = new float[count];
        for (int i = 0; i < count; i++) {
            rows[i] = java.util.Arrays.copyOfRange(inputs.values(), i * width, (i + 1) * width);
            targets[i] = (float) split.targets().get(i);
        }
        return new Examples(rows, targets);
    }

    private static List<String> columns(Path table) {
        try (java.io.BufferedReader in = java.nio.file.Files.newBufferedReader(table)) {
            return List.of(java.util.Objects.requireNonNull(in.readLine()).split(","));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
