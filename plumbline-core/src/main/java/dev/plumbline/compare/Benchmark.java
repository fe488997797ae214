package dev.plumbline.compare;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Stratified;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Data that are known to be good, brought to the shape of a network's own: digits for images (stretched to its size),
 * spoken vowels for sequences (its steps, their coefficients repeated), measurements for rows (repeated or cut to its
 * width). Classes that the network has no output for are left out. A regression predicts measurements from the others,
 * in the unit of its own targets. A quarter is held out as validation.
 *
 * @param name what people call the data
 * @param dataset with the schema of the network's own
 */
record Benchmark(String name, Dataset dataset) {
    /** A regression of more numbers than this leaves too few measurements to predict them from. */
    private static final int MOST_TARGETS = 6;

    /** Empty where nothing shipped is like the data: tokens, several inputs, labels side by side. */
    static Optional<Benchmark> like(Dataset own) {
        Schema schema = own.schema();
        InputSchema input = schema.inputs().get(0);
        boolean numbers = own.train().inputs().get(0) instanceof FloatTensor;
        boolean regression = own.task() == Task.REGRESSION;
        boolean known = regression
                ? schema.modality() == Modality.TABULAR && schema.outputs() <= MOST_TARGETS
                : own.task() == Task.CLASSIFICATION && schema.outputs() >= 2;
        if (schema.inputs().size() != 1 || !numbers || !known || input.shape().rank() == 0) {
            return Optional.empty();
        }
        BenchmarkFile file = file(schema, regression);
        Examples examples = regression ? values(file, own) : classes(file, schema);
        int[] held = Stratified.choose(examples.targets(), examples.targets().length() / 4, 0);
        Split all = new Split(List.of(examples.inputs()), examples.targets());
        Map<SplitName, Split> splits = Map.of(
                SplitName.TRAIN, all.pick(Stratified.others(all.size(), held)), SplitName.VALIDATION, all.pick(held));
        return Optional.of(new Benchmark(file.name(), new Dataset(own.task(), schema, splits, List.of())));
    }

    private record Examples(FloatTensor inputs, Tensor targets) {}

    private static BenchmarkFile file(Schema schema, boolean regression) {
        return switch (schema.modality()) {
            case IMAGE -> BenchmarkFile.digits();
            case SEQUENCE -> BenchmarkFile.vowels();
            default -> regression || schema.outputs() > 2 ? BenchmarkFile.wine() : BenchmarkFile.breastCancer();
        };
    }

    private static Examples classes(BenchmarkFile file, Schema schema) {
        List<float[]> rows = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < file.rows().size(); i++) {
            if (file.classes().get(i) < schema.outputs()) {
                rows.add(file.rows().get(i));
                kept.add(file.classes().get(i));
            }
        }
        long[] classes = kept.stream().mapToLong(Integer::longValue).toArray();
        return new Examples(
                new FittedShape(file.shape())
                        .inputs(rows, schema.inputs().get(0).shape()),
                LongTensor.of(classes, classes.length));
    }

    private static Examples values(BenchmarkFile file, Dataset own) {
        int outputs = own.schema().outputs();
        Tensor targets = own.train().targets();
        float[] values = new float[file.rows().size() * outputs];
        for (int o = 0; o < outputs; o++) {
            double mean = 0;
            double square = 0;
            for (int i = o; i < targets.elements(); i += outputs) {
                mean += targets.get(i) / targets.length();
                square += targets.get(i) * targets.get(i) / targets.length();
            }
            double deviation = Math.sqrt(Math.max(0, square - mean * mean));
            for (int i = 0; i < file.rows().size(); i++) {
                values[i * outputs + o] =
                        (float) (mean + deviation * file.rows().get(i)[o]);
            }
        }
        List<float[]> rest = file.rows().stream()
                .map(row -> java.util.Arrays.copyOfRange(row, outputs, row.length))
                .toList();
        return new Examples(
                new FittedShape(dev.plumbline.data.Shape.of(rest.get(0).length))
                        .inputs(rest, own.schema().inputs().get(0).shape()),
                FloatTensor.of(values, rest.size(), outputs));
    }
}
