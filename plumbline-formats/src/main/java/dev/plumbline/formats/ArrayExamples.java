package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.DataPlan;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Arrays whose first axis runs over the examples.
 *
 * @param inputs by name, in the network's order
 * @param others the targets of the network's other outputs, by the outputs' names
 */
record ArrayExamples(
        String file, Map<String, NdArray> inputs, String targetName, NdArray target, Map<String, ArrayExamples> others)
        implements Examples {
    /** One of the other outputs' targets, as a target. */
    static ArrayExamples target(String file, String name, NdArray array) {
        return new ArrayExamples(file, Map.of(), name, array, Map.of());
    }

    /** @throws UnusableInputException if the examples are a table */
    static ArrayExamples of(Examples examples, String other) {
        if (examples instanceof ArrayExamples arrays) {
            return arrays;
        }
        throw new UnusableInputException(
                other, "a table like " + examples.file(), "arrays", "Give all splits in the same kind of file.");
    }

    /** @throws UnusableInputException if there are no examples, or not as many inputs as targets */
    void requireSameLength() {
        if (target.rows() == 0) {
            throw new UnusableInputException(
                    file + ", array " + targetName,
                    "one target for each example",
                    "shape " + target.shape(),
                    "Write the array again, with the examples along its first axis.");
        }
        others.forEach((name, other) -> requireAsMany(other.targetName(), other.target()));
        inputs.forEach(this::requireAsMany);
    }

    private void requireAsMany(String name, NdArray input) {
        if (input.rows() != target.rows()) {
            throw new UnusableInputException(
                    file + ", array " + name,
                    target.rows() + " examples, as many as " + targetName + " has",
                    input.rows() + " (shape " + input.shape() + ")",
                    "Put the examples along the first axis of both.");
        }
    }

    @Override
    public int size() {
        return target.rows();
    }

    @Override
    public Map<String, Targets> otherTargets() {
        Map<String, Targets> targets = new LinkedHashMap<>();
        others.forEach((output, other) -> targets.put(output, other.targets()));
        return targets;
    }

    @Override
    public Targets targets() {
        String subject = file + ", array " + targetName;
        int width = Math.toIntExact(target.shape().withoutFirst().elements());
        if (target.type().isText() && width == 1) {
            return new Targets.Words(
                    targetName, subject, size(), this::word, row -> subject + "[" + row + "]", () -> {});
        }
        if (target.type().isText() || width == 0) {
            throw new UnusableInputException(
                    subject,
                    "shape (examples) or (examples, outputs ...)",
                    (target.type().isText() ? "text of shape " : "shape ") + target.shape(),
                    "Reshape it, or name another array in data.target.");
        }
        return new Targets.Numbers(
                targetName,
                subject,
                size(),
                target.shape().withoutFirst(),
                target.type().isInteger() || target.type().isBoolean(),
                target::number,
                target::text,
                row -> subject + "[" + row + "]");
    }

    @org.jspecify.annotations.Nullable
    private String word(int row) {
        String text = target.text(row);
        return CellText.isMissing(text.toCharArray(), 0, text.length()) ? null : text;
    }

    @Override
    public InputCoding fitInputs(DataPlan plan, int[] rows, Tensor targets, Notes notes) {
        return ArrayCoding.fit(this, plan, notes);
    }
}
