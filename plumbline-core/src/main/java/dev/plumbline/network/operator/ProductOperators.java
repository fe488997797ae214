package dev.plumbline.network.operator;

import java.util.List;

/** Products of matrices, and losses of classes as nodes of a graph. */
final class ProductOperators {
    private ProductOperators() {}

    static List<Operator> list() {
        return List.of(
                new Gemm(),
                new MatMul("MatMul", false),
                new MatMul("MatMulInteger", true),
                new Einsum(),
                new Det(),
                new ClassLoss("NegativeLogLikelihoodLoss"),
                new ClassLoss("SoftmaxCrossEntropyLoss"));
    }
}
