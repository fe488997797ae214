package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.List;

/**
 * Inputs X, W {@code (directions, 4 hidden, inputs)}, R {@code (directions, 4 hidden, hidden)}, optional B
 * {@code (directions, 8 hidden)}; gates in the order input, output, forget, cell. Outputs Y, Y_h, Y_c. With
 * {@code layout} = 1 X is {@code (N, steps, inputs)} and Y {@code (N, steps, directions, hidden)}, Y_h {@code (N,
 * directions, hidden)}.
 */
final class Lstm implements Operator {
    @Override
    public String name() {
        return "LSTM";
    }

    @Override
    public List<ValueType> infer(Inputs inputs) {
        inputs.expect(0, DType.FLOAT32);
        Shape x = inputs.shape(0);
        if (x.rank() != 3) {
            throw new ShapeFault("3 axes (batch, steps, features)", x.rank() + " axes: " + x);
        }
        Shape w = inputs.shape(1, 3);
        Shape r = inputs.shape(2, 3);
        if (w.get(2) != x.get(2)) {
            throw new ShapeFault(w.get(2) + " features, as its weight " + w + " has", x.get(2) + " features: " + x);
        }
        int hidden = r.get(2);
        int directions = w.get(0);
        if (w.get(1) != 4 * hidden || r.get(1) != 4 * hidden) {
            throw new ShapeFault("weights for 4 gates of " + hidden + " units", w + " and " + r);
        }
        boolean batchFirst = inputs.attributes().integer("layout", 0) == 1;
        int batch = x.get(batchFirst ? 0 : 1);
        int steps = x.get(batchFirst ? 1 : 0);
        Shape all =
                batchFirst ? Shape.of(batch, steps, directions, hidden) : Shape.of(steps, directions, batch, hidden);
        Shape last = batchFirst ? Shape.of(batch, directions, hidden) : Shape.of(directions, batch, hidden);
        return List.of(ValueType.floats(all), ValueType.floats(last), ValueType.floats(last));
    }
}
