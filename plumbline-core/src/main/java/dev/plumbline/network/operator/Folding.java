package dev.plumbline.network.operator;

import dev.plumbline.data.DType;
import dev.plumbline.data.DoubleTensor;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.network.ValueType;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on values that are known before anything is computed. Whole numbers may be batch counts; where a result
 * would depend on the batch, nothing is known of the whole tensor.
 */
final class Folding {
    private Folding() {}

    /** Values of the shape, each taken from a position of another tensor. */
    static Tensor pick(Tensor source, Shape shape, IntUnaryOperator from) {
        int size = Math.toIntExact(shape.elements());
        IntStream places = IntStream.range(0, size).map(from);
        if (source instanceof LongTensor whole) {
            return new LongTensor(places.mapToLong(i -> whole.values()[i]).toArray(), shape);
        }
        return real(source, places.mapToDouble(source::get).toArray(), shape);
    }

    /** A tensor of zeros to be filled, that holds what another does. */
    static Tensor blank(Tensor like, Shape shape) {
        int size = Math.toIntExact(shape.elements());
        return like instanceof LongTensor ? new LongTensor(new long[size], shape) : real(like, new double[size], shape);
    }

    /** Copies elements between tensors that hold the same type. */
    @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays of the same type
    static void copy(Tensor from, int start, Tensor to, int at, int count) {
        System.arraycopy(array(from), start, array(to), at, count);
    }

    private static Object array(Tensor tensor) {
        if (tensor instanceof LongTensor whole) {
            return whole.values();
        }
        return tensor instanceof FloatTensor floats ? floats.values() : ((DoubleTensor) tensor).values();
    }

    /** The values that a view sees. */
    static Tensor pick(Tensor source, View view) {
        return pick(source, view.shape(), view);
    }

    /** Real values, in the precision of another tensor. */
    static Tensor real(Tensor like, double[] values, Shape shape) {
        return like instanceof DoubleTensor ? new DoubleTensor(values, shape) : floats(values, shape);
    }

    static FloatTensor floats(double[] values, Shape shape) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) values[i];
        }
        return new FloatTensor(rounded, shape);
    }

    /** An operation of the first two inputs, where both are known. */
    static Optional<Tensor> combine(Inputs inputs, ValueType out, @Nullable Arithmetic arithmetic) {
        Tensor a = inputs.known(0).orElse(null);
        Tensor b = inputs.known(1).orElse(null);
        return a == null || b == null || arithmetic == null ? Optional.empty() : combine(a, b, out, arithmetic);
    }

    /** An operation of the elements of two tensors, broadcast. */
    static Optional<Tensor> combine(Tensor a, Tensor b, ValueType out, Arithmetic arithmetic) {
        Shape shape = out.shape();
        DType dtype = out.dtype();
        View left = View.broadcast(a.shape(), shape);
        View right = View.broadcast(b.shape(), shape);
        int size = Math.toIntExact(shape.elements());
        if (a instanceof LongTensor x && b instanceof LongTensor y) {
            long[] values = new long[size];
            for (int i = 0; i < size; i++) {
                OptionalLong value =
                        arithmetic.whole().apply(x.values()[left.applyAsInt(i)], y.values()[right.applyAsInt(i)]);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values[i] = wrapped(value.getAsLong(), dtype);
            }
            return Optional.of(new LongTensor(values, shape));
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = arithmetic.real().applyAsDouble(a.get(left.applyAsInt(i)), b.get(right.applyAsInt(i)));
        }
        return Optional.of(
                dtype.isFloat()
                        ? real(a, values, shape)
                        : new LongTensor(
                                DoubleStream.of(values).mapToLong(v -> (long) v).toArray(), shape));
    }

    /** A whole number as it stands in so many bits. */
    static long wrapped(long value, DType dtype) {
        if (BatchCount.is(value)) {
            return value;
        }
        return switch (dtype) {
            case INT8 -> (byte) value;
            case INT16 -> (short) value;
            case INT32 -> (int) value;
            case UINT8 -> value & 0xFF;
            case UINT16 -> value & 0xFFFF;
            case UINT32 -> value & 0xFFFF_FFFFL;
            case BOOL -> value == 0 ? 0 : 1;
            default -> value;
        };
    }

    /** Whether a tensor holds a multiple of the batch. */
    static boolean hasBatchCount(Tensor tensor) {
        return tensor instanceof LongTensor whole
                && LongStream.of(whole.values()).anyMatch(BatchCount::is);
    }
}
