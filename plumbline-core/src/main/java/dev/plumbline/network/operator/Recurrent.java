package dev.plumbline.network.operator;

import dev.plumbline.data.Shape;
import dev.plumbline.network.ValueType;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code RNN}, {@code GRU} and {@code LSTM}. Inputs X, W {@code (directions, gates * hidden, inputs)}, R
 * {@code (directions, gates * hidden, hidden)}, optional B {@code (directions, 2 * gates * hidden)}, the steps of each
 * example {@code (N)}, the initial hidden state and for an LSTM cell state, and its peepholes P {@code (directions, 3 *
 * hidden)}. Gates stand in the order update, reset, hidden or input, output, forget, cell. Outputs Y, Y_h, and Y_c of
 * an LSTM. With {@code layout} = 1 X is {@code (N, steps, inputs)}, Y {@code (N, steps, directions, hidden)} and a
 * state {@code (N, directions, hidden)}; with 0 steps, then directions come first.
 *
 * @param gates blocks of rows in the weights
 * @param states what is carried from step to step: 1, or 2 with a cell
 */
record Recurrent(String name, int gates, int states) implements Operator {
    private static final int WEIGHT_AXES = 3;
    private static final int LENGTHS = 4;
    private static final int STATES = 5;
    private static final int PEEPHOLES = 7;

    @Override
    public List<ValueType> infer(Inputs inputs) {
        Accepts.FLOATS.check(inputs, 0);
        Shape x = inputs.shape(0);
        if (x.rank() != WEIGHT_AXES) {
            throw new ShapeFault("3 axes (batch, steps, features)", x.rank() + " axes: " + x);
        }
        Shape w = inputs.shape(1, WEIGHT_AXES);
        Shape r = inputs.shape(2, WEIGHT_AXES);
        if (w.get(2) != x.get(2) && x.get(2) != Shape.UNKNOWN) {
            throw new ShapeFault(w.get(2) + " features, as its weight " + w + " has", x.get(2) + " features: " + x);
        }
        int hidden = r.get(2);
        int directions = inputs.attributes().text("direction", "forward").equals("bidirectional") ? 2 : 1;
        expect(w, Shape.of(directions, gates * hidden, w.get(2)));
        expect(r, Shape.of(directions, gates * hidden, hidden));
        if (inputs.has(3)) {
            expect(inputs.shape(3), Shape.of(directions, 2 * gates * hidden));
        }
        boolean batchFirst = inputs.attributes().integer("layout", 0) == 1;
        int batch = x.get(batchFirst ? 0 : 1);
        int steps = x.get(batchFirst ? 1 : 0);
        if (inputs.has(LENGTHS)) {
            Accepts.INTEGERS.check(inputs, LENGTHS);
            inputs.shape(LENGTHS, 1);
        }
        Shape all =
                batchFirst ? Shape.of(batch, steps, directions, hidden) : Shape.of(steps, directions, batch, hidden);
        Shape last = batchFirst ? Shape.of(batch, directions, hidden) : Shape.of(directions, batch, hidden);
        for (int i = STATES; i < STATES + states; i++) {
            if (inputs.has(i)
                    && !Broadcast.of(inputs.shape(i, WEIGHT_AXES), last).equals(last)) {
                throw new ShapeFault("an initial state " + last, inputs.shape(i).toString());
            }
        }
        if (states == 2 && inputs.has(PEEPHOLES)) {
            expect(inputs.shape(PEEPHOLES), Shape.of(directions, WEIGHT_AXES * hidden));
        }
        ValueType state = new ValueType(inputs.type(0).dtype(), last);
        return Stream.concat(
                        Stream.of(new ValueType(inputs.type(0).dtype(), all)),
                        Collections.nCopies(states, state).stream())
                .toList();
    }

    private static void expect(Shape found, Shape expected) {
        if (!found.equals(expected)) {
            throw new ShapeFault("weights " + expected, found.toString());
        }
    }
}
