package dev.plumbline.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.plumbline.data.DoubleTensor;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;

/** Tensors between Java's memory and libtorch's. */
final class Native {
    private Native() {}

    static NDArray of(Tensor tensor, NDManager memory) {
        if (tensor instanceof FloatTensor floats) {
            return memory.create(floats.values(), shape(floats.shape()));
        }
        return tensor instanceof DoubleTensor doubles
                ? memory.create(doubles.values(), shape(doubles.shape()))
                : memory.create(((LongTensor) tensor).values(), shape(tensor.shape()));
    }

    static Tensor read(NDArray array) {
        long[] sizes = array.getShape().getShape();
        int[] shape = new int[sizes.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = Math.toIntExact(sizes[i]);
        }
        DataType type = array.getDataType();
        if (type == DataType.INT64) {
            return new LongTensor(array.toLongArray(), Shape.of(shape));
        }
        return type == DataType.FLOAT64
                ? new DoubleTensor(array.toDoubleArray(), Shape.of(shape))
                : new FloatTensor(array.toFloatArray(), Shape.of(shape));
    }

    static ai.djl.ndarray.types.Shape shape(Shape shape) {
        return new ai.djl.ndarray.types.Shape(
                shape.sizes().stream().mapToLong(Integer::longValue).toArray());
    }
}
