package dev.plumbline.network.operator;

import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * {@code ScatterElements}, {@code ScatterND}, {@code Scatter}, {@code TensorScatter}: the data with updates written,
 * added, multiplied ({@code reduction}) at indices.
 */
record Scatter(String name) implements Operator {
    @Override
    public List<ValueType> infer(Inputs inputs) {
        int updates = name.equals("TensorScatter") ? 1 : 2;
        inputs.expect(updates, inputs.type(0).dtype());
        if (inputs.has(3 - updates)) {
            Accepts.INTEGERS.check(inputs, 3 - updates);
        }
        inputs.axis(
                "axis",
                name.equals("TensorScatter") ? -2 : 0,
                Math.max(2, inputs.shape(0).rank()));
        return List.of(inputs.type(0));
    }

    @Override
    public Optional<Tensor> evaluate(Inputs inputs) {
        Tensor data = inputs.known(0).orElse(null);
        long[] indices = inputs.whole(1).orElse(null);
        Tensor updates = inputs.known(2).orElse(null);
        boolean writes = inputs.attributes().text("reduction", "none").equals("none");
        if (data == null || indices == null || updates == null || !name.equals("ScatterND") || !writes) {
            return Optional.empty();
        }
        return Optional.of(written(data, indices, inputs.shape(1).get(-1), updates));
    }

    private static Tensor written(Tensor data, long[] indices, int depth, Tensor updates) {
        Tensor result = Folding.blank(data, data.shape());
        Folding.copy(data, 0, result, 0, data.elements());
        View view = View.of(data.shape());
        int rows = indices.length / Math.max(1, depth);
        int width = rows == 0 ? 0 : updates.elements() / rows;
        for (int row = 0; row < rows; row++) {
            int place = 0;
            for (int axis = 0; axis < depth; axis++) {
                int size = data.shape().get(axis);
                int index = Math.toIntExact(indices[row * depth + axis]);
                place += (index < 0 ? index + size : index) * view.strides().get(axis);
            }
            Folding.copy(updates, row * width, result, place, width);
        }
        return result;
    }
}
