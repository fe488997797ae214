package dev.plumbline.network.operator;

import java.util.List;

/** What layers of neural networks compute: products, convolution, pooling, recurrence, normalization. */
final class LayerOperators {
    private LayerOperators() {}

    static List<Operator> list() {
        return List.of(new Gemm(), new MatMul(), new Lstm(), new BatchNormalization(), new Unary("Dropout"));
    }
}
