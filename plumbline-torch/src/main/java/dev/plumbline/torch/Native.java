package dev.plumbline.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;

/** Tensors between Java's memory and libtorch's. */
final class Native {
    private Native() {}

    static NDArray of(Tensor tensor, NDManager memory) {
        return tensor instanceof FloatTensor floats
                ? memory.create(floats.values(), shape(floats.shape()))
                : memory.create(((LongTensor) tensor).values(), shape(tensor.shape()));
    }

    static Tensor read(NDArray array) {
        long[] sizes = array.getShape().getShape();
        int[] shape = new int[sizes.length];
        for (int i = 0; i < shape.length; i++) {
            shape[i] = Math.toIntExact(sizes[i]);
        }
        return array.getDataType() == DataType.INT64
                ? new LongTensor(array.toLongArray(), Shape.of(shape))
                : new FloatTensor(array.toFloatArray(), Shape.of(shape));
    }

    static ai.djl.ndarray.types.Shape shape(Shape shape) {
        return new ai.djl.ndarray.types.Shape(
                shape.sizes().stream().mapToLong(Integer::longValue).toArray());
    }
}
