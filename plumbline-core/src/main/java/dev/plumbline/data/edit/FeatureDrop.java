package dev.plumbline.data.edit;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Sets a feature to its mean over train, in every split. */
final class FeatureDrop {
    private FeatureDrop() {}

    /** @throws UnusableInputException if there is no such feature */
    static Dataset apply(Dataset dataset, String feature) {
        InputSchema input = dataset.schema().inputs().get(0);
        int column = column(input, feature);
        Tensor train = dataset.train().inputs().get(0);
        int width = train.rowElements();
        double mean = 0;
        int finite = 0;
        for (int row = 0; row < train.length(); row++) {
            double value = train.get(row * width + column);
            if (Double.isFinite(value)) {
                finite++;
                mean += (value - mean) / finite;
            }
        }
        Dataset changed = dataset;
        for (Map.Entry<SplitName, Split> entry : dataset.splits().entrySet()) {
            List<Tensor> inputs = new ArrayList<>(entry.getValue().inputs());
            if (inputs.get(0) instanceof FloatTensor floats) {
                float[] values = floats.values().clone();
                for (int at = column; at < values.length; at += width) {
                    values[at] = (float) mean;
                }
                inputs.set(0, new FloatTensor(values, floats.shape()));
            }
            changed = changed.with(entry.getKey(), entry.getValue().withInputs(inputs));
        }
        return changed;
    }

    private static int column(InputSchema input, String feature) {
        int named = input.features().indexOf(feature);
        if (named >= 0) {
            return named;
        }
        long width = input.shape().elements();
        if (feature.matches("\\d{1,9}") && Long.parseLong(feature) < width) {
            return Integer.parseInt(feature);
        }
        String nearest = input.features().isEmpty() ? "0" : Spelling.nearest(feature, input.features());
        throw new UnusableInputException(
                "data.edits, drop-feature",
                Stream.of("a feature of " + input.name(), "or a number from 0 to " + (width - 1))
                        .reduce((a, b) -> a + ", " + b)
                        .orElseThrow(),
                "\"" + feature + "\"",
                "Did you mean `" + nearest + "`?");
    }
}
