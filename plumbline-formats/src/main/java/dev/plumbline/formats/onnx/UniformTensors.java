package dev.plumbline.formats.onnx;

import dev.plumbline.data.Tensor;

/** Tensors whose elements are all the same. */
final class UniformTensors {
    private UniformTensors() {}

    static boolean isAll(Tensor values, double value) {
        for (int i = 0; i < values.elements(); i++) {
            if (values.get(i) != value) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is an element, and all are as the first. */
    static boolean is(Tensor values) {
        return values.elements() > 0 && isAll(values, values.get(0));
    }
}
