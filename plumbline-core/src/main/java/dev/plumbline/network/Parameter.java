package dev.plumbline.network;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * A value that the network holds rather than is given.
 *
 * @param name unique in the network: {@code dense_1/weight}
 * @param type element type and sizes
 * @param role what it is for
 * @param initializer how its first values are drawn; null for a constant
 * @param values its values, where they are given rather than drawn: a {@code LongTensor} for any whole or boolean
 *     element type, a {@code FloatTensor} or {@code DoubleTensor} for any real one
 * @param fanIn inputs that one unit sums over, which initializers scale by
 * @param fanOut units that one input reaches
 * @param trainable whether the optimizer moves it
 */
public record Parameter(
        String name,
        ValueType type,
        Role role,
        @Nullable Initializer initializer,
        @Nullable Tensor values,
        int fanIn,
        int fanOut,
        boolean trainable) {
    /** What a parameter is for. */
    public enum Role {
        /** Multiplies: kernels, embeddings, scales. */
        WEIGHT,
        /** Added. */
        BIAS,
        /** Gathered during training rather than learned: batch norm's running mean and variance. */
        STATISTIC,
        /**
         * Handed from one batch to the next, in training and outside it: a stateful recurrent layer's states,
         * {@code (batch, ...)}. Not kept with the weights: whoever takes up the network again begins with its first
         * values.
         */
        STATE,
        /** Part of the graph: the target shape of a Reshape. */
        CONSTANT
    }

    public Parameter {
        if ((initializer == null) == (values == null) && role == Role.CONSTANT) {
            throw new IllegalArgumentException("constant " + name + " needs values");
        }
        if (initializer == null && values == null) {
            throw new IllegalArgumentException("parameter " + name + " needs an initializer or values");
        }
        if (trainable && role != Role.WEIGHT && role != Role.BIAS) {
            throw new IllegalArgumentException(role + " " + name + " cannot be trainable");
        }
    }

    static Parameter drawn(
            String name, Shape shape, Role role, Initializer initializer, int fanIn, int fanOut, boolean trainable) {
        return new Parameter(name, ValueType.floats(shape), role, initializer, null, fanIn, fanOut, trainable);
    }

    static Parameter constant(String name, Tensor values) {
        return new Parameter(
                name, new ValueType(values.dtype(), values.shape()), Role.CONSTANT, null, values, 1, 1, false);
    }

    /** Whether it is a float that training could move. */
    public boolean isLearnable() {
        return (role == Role.WEIGHT || role == Role.BIAS) && type.dtype() == DType.FLOAT32;
    }

    /** Whether it is one of what people count as a model's parameters: no part of the graph, no state of a batch. */
    public boolean isCounted() {
        return role != Role.CONSTANT && role != Role.STATE;
    }

    /** This parameter with other first values. */
    public Parameter withInitializer(Initializer changed) {
        return new Parameter(name, type, role, changed, null, fanIn, fanOut, trainable);
    }

    /** This parameter starting from given values; its initializer is kept. */
    public Parameter withValues(Tensor given) {
        return new Parameter(name, type, role, initializer, given, fanIn, fanOut, trainable);
    }

    /** This parameter frozen or trained. */
    public Parameter withTrainable(boolean changed) {
        return new Parameter(name, type, role, initializer, values, fanIn, fanOut, changed);
    }
}
