package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * What an operator's shape rule may look at.
 *
 * @param types one for each of the node's inputs, in order; empty for one that is left out
 * @param constants the values of inputs that are constants, in the same order
 * @param attributes the node's
 */
public record Inputs(List<Optional<ValueType>> types, List<Optional<Tensor>> constants, Attributes attributes) {
    /** Whether the input is there. */
    public boolean has(int index) {
        return index < types.size() && types.get(index).isPresent();
    }

    /** How many inputs the node names, those left out in between included. */
    public int count() {
        return types.size();
    }

    /** The type of an input. @throws ShapeFault if it is left out */
    public ValueType type(int index) {
        return has(index) ? types.get(index).orElseThrow() : missing(index);
    }

    private ValueType missing(int index) {
        throw new ShapeFault("input " + index, "only " + types.size() + " inputs");
    }

    public Shape shape(int index) {
        return type(index).shape();
    }

    /** The shape of an input that must have so many axes. */
    public Shape shape(int index, int rank) {
        Shape shape = shape(index);
        if (shape.rank() != rank) {
            throw new ShapeFault(rank + " axes", shape.rank() + " axes: " + shape);
        }
        return shape;
    }

    /** Throws unless the input is of the element type. */
    public void expect(int index, DType dtype) {
        if (type(index).dtype() != dtype) {
            throw new ShapeFault(dtype + " values", type(index).toString());
        }
    }

    /** Whole numbers of an input that must be a constant. */
    public long[] constant(int index) {
        if (index < constants.size() && constants.get(index).orElse(null) instanceof LongTensor tensor) {
            return tensor.values();
        }
        throw new ShapeFault("constant int64 values as input " + index, "values known only when it runs");
    }

    /** Whole numbers of an input, where they are known; they may be batch counts ({@link BatchCount}). */
    public Optional<long[]> whole(int index) {
        return known(index).map(values -> values instanceof LongTensor tensor ? tensor.values() : new long[0]);
    }

    /** The values of an input, where they are known before anything is computed. */
    public Optional<Tensor> known(int index) {
        return index < constants.size() ? constants.get(index) : Optional.empty();
    }

    /** The axis of an attribute, counted from the front, or the default. */
    public int axis(String name, int byDefault, int rank) {
        return axis(attributes.integer(name, byDefault), rank);
    }

    /** An axis counted from the front. @throws ShapeFault if there is no such axis */
    public static int axis(int axis, int rank) {
        int fromFront = axis < 0 ? axis + rank : axis;
        if (fromFront < 0 || fromFront >= rank) {
            throw new ShapeFault("an axis from " + -rank + " to " + (rank - 1), "axis " + axis);
        }
        return fromFront;
    }
}
