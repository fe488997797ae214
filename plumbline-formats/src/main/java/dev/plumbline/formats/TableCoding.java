package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Modality;
import java.util.List;

/**
 * A table's columns as one float tensor, or as token numbers.
 *
 * @param inputs the columns before they become features, as {@link TableExamples#inputs()} has them
 * @param notes gets what other splits bring
 */
record TableCoding(List<Column> inputs, List<Feature> features, ExampleShape shape, Notes notes)
        implements InputCoding {
    /** Networks know a table's only input by this name. */
    private static final String INPUT = "x";

    static TableCoding fit(TableExamples train, int[] rows, Tensor targets, DataPlan plan, Notes notes) {
        List<Feature> features = new FeatureChoice(train, rows, targets, plan, notes).features();
        if (features.isEmpty()) {
            throw new UnusableInputException(
                    train.file(),
                    "at least one column to learn from",
                    "none that holds numbers or a few categories",
                    "Add columns, or name them in data.inputs.");
        }
        int width = width(features);
        boolean whole = features.stream()
                .allMatch(f ->
                        f instanceof NumberFeature number && number.source().isWhole());
        ExampleShape shape = ExampleShape.of(plan, new int[] {width}, whole, train.file() + ", a row", notes);
        return new TableCoding(train.inputs(), features, shape, notes);
    }

    @Override
    public Modality modality() {
        return shape.modality();
    }

    @Override
    public List<InputSchema> schemas() {
        boolean flat = shape.shape().rank() == 1 && !shape.tokens();
        List<String> names =
                flat ? features.stream().flatMap(f -> f.names().stream()).toList() : List.of();
        return List.of(new InputSchema(INPUT, shape.shape(), shape.tokens() ? DType.INT64 : DType.FLOAT32, names, 0));
    }

    @Override
    public List<Tensor> encode(Examples examples, int[] rows, SplitName split) {
        TableExamples table = TableExamples.of(examples, examples.file());
        int width = width(features);
        float[] values = new float[Math.multiplyExact(rows.length, width)];
        int at = 0;
        for (Feature feature : features) {
            Column column = table.inputs().get(inputs.indexOf(feature.source()));
            feature.encode(
                    new Feature.Cells(table.table(), column, rows, split.label(), notes),
                    new Feature.Rows(values, width, at));
            at += feature.names().size();
        }
        FloatTensor tensor = shape.tensor(values, rows.length);
        return List.of(shape.tokens() ? Tokens.of(tensor, examples.file()) : tensor);
    }

    private static int width(List<Feature> features) {
        return features.stream().mapToInt(f -> f.names().size()).sum();
    }
}
