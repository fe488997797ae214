package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Modality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Arrays as tensors: values as they are, NaN too, only the axes of images in the network's order.
 *
 * @param shapes for each input the shape of one example, in the file and as the network gets it
 * @param notes gets what other splits bring
 */
record ArrayCoding(Map<String, Pair> shapes, String trainFile, Notes notes) implements InputCoding {
    /** The shape of an example in the file and as it is to be seen. */
    record Pair(Shape stored, ExampleShape seen) {}

    static ArrayCoding fit(ArrayExamples train, DataPlan plan, Notes notes) {
        Map<String, Pair> shapes = new LinkedHashMap<>();
        train.inputs().forEach((name, array) -> {
            String subject = train.file() + ", array " + name;
            if (array.type().isText()) {
                throw new UnusableInputException(subject, "numbers", "text", "Encode it as numbers.");
            }
            Shape stored = array.shape().withoutFirst();
            if (stored.rank() == 0) {
                stored = Shape.of(1);
            }
            if (stored.elements() == 0) {
                throw new UnusableInputException(
                        subject, "at least one value in each example", "shape " + array.shape(), "Write it again.");
            }
            boolean whole = array.type().isInteger();
            shapes.put(name, new Pair(stored, ExampleShape.of(plan, stored.toArray(), whole, subject, notes)));
        });
        return new ArrayCoding(shapes, train.file(), notes);
    }

    @Override
    public Modality modality() {
        return shapes.values().iterator().next().seen().modality();
    }

    @Override
    public List<InputSchema> schemas() {
        List<InputSchema> schemas = new ArrayList<>();
        shapes.forEach((name, pair) -> schemas.add(new InputSchema(
                name, pair.seen().shape(), pair.seen().tokens() ? DType.INT64 : DType.FLOAT32, List.of(), 0)));
        return schemas;
    }

    @Override
    public List<Tensor> encode(Examples examples, int[] rows, SplitName split) {
        ArrayExamples arrays = ArrayExamples.of(examples, examples.file());
        List<Tensor> tensors = new ArrayList<>();
        shapes.forEach((name, pair) -> {
            NdArray array = java.util.Objects.requireNonNull(arrays.inputs().get(name));
            String subject = arrays.file() + ", array " + name;
            requireLikeTrain(array, pair, subject);
            FloatTensor tensor = pair.seen().tensor(values(array, rows), rows.length);
            noteNaN(tensor, name, split);
            tensors.add(pair.seen().tokens() ? Tokens.of(tensor, subject) : tensor);
        });
        return tensors;
    }

    private void requireLikeTrain(NdArray array, Pair pair, String subject) {
        Shape stored = array.shape().withoutFirst();
        if (array.type().isText() || stored.rank() > 0 && !stored.equals(pair.stored())) {
            throw new UnusableInputException(
                    subject,
                    "examples of shape " + pair.stored() + ", as in " + trainFile,
                    array.type().isText() ? "text" : stored.toString(),
                    "Give all splits the same shape.");
        }
    }

    private static float[] values(NdArray array, int[] rows) {
        int width = Math.toIntExact(array.shape().withoutFirst().elements());
        float[] values = new float[Math.multiplyExact(rows.length, width)];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                values[i * width + j] = (float) array.number(rows[i] * width + j);
            }
        }
        return values;
    }

    private void noteNaN(FloatTensor tensor, String name, SplitName split) {
        int count = 0;
        for (float value : tensor.values()) {
            count += Float.isFinite(value) ? 0 : 1;
        }
        if (count > 0) {
            notes.add(name, count + " of " + tensor.elements() + " values in " + split + " are NaN or infinite.");
        }
    }
}
