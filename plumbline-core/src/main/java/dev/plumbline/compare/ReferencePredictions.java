package dev.plumbline.compare;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Task;
import dev.plumbline.lab.Predictions;
import java.util.List;
import java.util.Map;

/**
 * What another model answered on a split, from a file of arrays: class numbers or names that are numbers, probabilities
 * or logits {@code (N, classes)}, the probability of the second of two classes, labels' probabilities, or values.
 */
final class ReferencePredictions {
    private final String file;
    private final Map<String, Tensor> arrays;

    /** @param file as messages name it */
    ReferencePredictions(String file, Map<String, Tensor> arrays) {
        this.file = file;
        this.arrays = arrays;
    }

    /** Which split they are of: test before validation. @throws UnusableInputException if they fit neither */
    SplitName split(Dataset dataset) {
        for (SplitName name : List.of(SplitName.TEST, SplitName.VALIDATION)) {
            if (dataset.split(name).isPresent() && named(name) != null) {
                return name;
            }
        }
        if (arrays.size() == 1 && dataset.split(SplitName.TEST).isPresent()) {
            return SplitName.TEST;
        }
        throw new UnusableInputException(
                file,
                "an array `test` or `validation` for a split that the data have",
                "the arrays " + String.join(", ", arrays.keySet()) + " beside the splits "
                        + dataset.splits().keySet(),
                "Save them with numpy.savez(file, test=...), in the order of the split's examples.");
    }

    /** @throws UnusableInputException naming the array, if it does not fit the split */
    Predictions of(Dataset dataset, SplitName name) {
        Tensor named = named(name);
        Tensor array = named == null ? arrays.values().iterator().next() : named;
        Split split = dataset.split(name).orElseThrow();
        int outputs = dataset.schema().outputs();
        int width = array.shape().rank() == 0 ? 0 : array.rowElements();
        boolean fits = array.shape().rank() > 0
                && array.length() == split.size()
                && (width == outputs || width == 1 && dataset.task() == Task.CLASSIFICATION);
        if (!fits) {
            throw new UnusableInputException(
                    file,
                    "an answer for each of the " + split.size() + " examples of " + name + ": shape (" + split.size()
                            + ", " + outputs + ")"
                            + (dataset.task() == Task.CLASSIFICATION ? " or (" + split.size() + ")" : ""),
                    "shape " + array.shape(),
                    "Predict this split, in its order.");
        }
        if (dataset.task() != Task.CLASSIFICATION || width == outputs && outputs > 1) {
            Loss.Takes takes = dataset.task() == Task.REGRESSION ? Loss.Takes.VALUES : Loss.Takes.PROBABILITIES;
            return new Predictions(
                    dataset.task(), takes, floats(array, split.size(), width), split.targets(), Double.NaN);
        }
        return classes(dataset.schema().classNames(), array, (LongTensor) split.targets(), outputs);
    }

    private Predictions classes(List<String> names, Tensor array, LongTensor targets, int outputs) {
        boolean whole = true;
        boolean named = true;
        for (int i = 0; i < array.length(); i++) {
            double value = array.get(i);
            whole &= value == Math.rint(value);
            named &= whole && names.contains(String.valueOf((long) value));
        }
        if (!whole) {
            return new Predictions(
                    Task.CLASSIFICATION,
                    Loss.Takes.PROBABILITIES,
                    floats(array, array.length(), 1),
                    targets,
                    Double.NaN);
        }
        int[] classes = new int[array.length()];
        for (int i = 0; i < classes.length; i++) {
            long value = (long) array.get(i);
            long number = named ? names.indexOf(String.valueOf(value)) : value;
            if (number < 0 || number >= outputs) {
                throw new UnusableInputException(
                        file, "classes from 0 to " + (outputs - 1), "class " + value, "Correct the predictions.");
            }
            classes[i] = (int) number;
        }
        return Predictions.ofClasses(classes, targets, outputs);
    }

    private @org.jspecify.annotations.Nullable Tensor named(SplitName name) {
        String label = name == SplitName.TEST ? "test" : "val";
        for (Map.Entry<String, Tensor> entry : arrays.entrySet()) {
            for (String part : entry.getKey().toLowerCase(java.util.Locale.ROOT).split("[^a-z]+", -1)) {
                if (part.equals(label) || name == SplitName.VALIDATION && part.equals("validation")) {
                    return entry.getValue();
                }
            }
        }
        return null;
    }

    private static FloatTensor floats(Tensor array, int rows, int width) {
        float[] values = new float[rows * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) array.get(i);
        }
        return new FloatTensor(values, Shape.of(rows, width));
    }
}
