package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/** For each row of indices, what the data holds there; the first {@code batch_dims} axes are shared. */
final class GatherND implements Operator {
    @Override
    public String name() {
        return "GatherND";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.INTEGERS.check(inputs, 1);
        Shape data = inputs.shape(0);
        Shape indices = inputs.shape(1);
        int shared = inputs.attributes().integer("batch_dims", 0);
        int depth = indices.rank() == 0 ? -1 : indices.get(-1);
        if (depth < 0 || shared + depth > data.rank()) {
            throw new ShapeFault("rows of at most " + (data.rank() - shared) + " positions", indices.toString());
        }
        List<Integer> sizes = new ArrayList<>(indices.sizes().subList(0, indices.rank() - 1));
        sizes.addAll(data.sizes().subList(shared + depth, data.rank()));
        return List.of(new ValueType(inputs.type(0).dtype(), new Shape(sizes)));
    }
}
