package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.SparseTensorProto;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.DoubleTensor;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;

/** Sparse tensors written out in full (onnx.proto, SparseTensorProto): values and their places, linear or by axis. */
final class SparseTensors {
    /** What a few places may claim to fill. */
    private static final long MOST_ELEMENTS = 1L << 26;

    private SparseTensors() {}

    static TensorReader.Typed read(SparseTensorProto proto, TensorReader tensors, String subject) {
        TensorReader.Typed values = tensors.read(proto.getValues(), subject);
        Tensor places = tensors.read(proto.getIndices(), subject).values();
        int[] sizes = new int[proto.getDimsCount()];
        long elements = 1;
        for (int i = 0; i < sizes.length; i++) {
            long size = proto.getDims(i);
            elements = size < 0 || size > MOST_ELEMENTS
                    ? Long.MAX_VALUE
                    : Math.min(elements * size, Long.MAX_VALUE / (1L << 27));
            if (elements > MOST_ELEMENTS) {
                throw wrong(subject, "the sizes " + proto.getDimsList());
            }
            sizes[i] = (int) size;
        }
        int count = values.values().elements();
        boolean linear = places.shape().rank() == 1;
        if (places.elements() != (linear ? count : count * sizes.length)) {
            throw wrong(subject, places.elements() + " indices for " + count + " values");
        }
        double[] dense = new double[(int) elements];
        for (int i = 0; i < count; i++) {
            long at = 0;
            for (int axis = 0; axis < sizes.length && !linear; axis++) {
                at = at * sizes[axis] + (long) places.get(i * sizes.length + axis);
            }
            at = linear ? (long) places.get(i) : at;
            if (at < 0 || at >= elements) {
                throw wrong(subject, "an index of " + at);
            }
            dense[(int) at] = values.values().get(i);
        }
        return new TensorReader.Typed(values.dtype(), carried(dense, values.dtype(), Shape.of(sizes)));
    }

    private static Tensor carried(double[] dense, DType dtype, Shape shape) {
        if (dtype == DType.FLOAT64) {
            return new DoubleTensor(dense, shape);
        }
        if (dtype.isFloat()) {
            float[] floats = new float[dense.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) dense[i];
            }
            return new FloatTensor(floats, shape);
        }
        long[] longs = new long[dense.length];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = (long) dense[i];
        }
        return new LongTensor(longs, shape);
    }

    private static UnusableInputException wrong(String subject, String found) {
        return new UnusableInputException(
                subject, "a sparse tensor whose indices fit its sizes", found, "Export the model again.");
    }
}
