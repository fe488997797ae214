package dev.plumbline.network.operator;

import java.util.List;

/** Functions of each element that stand between layers, and softmax. */
final class ActivationOperators {
    private ActivationOperators() {}

    static List<Operator> list() {
        return List.of(
                new Unary("Relu", Accepts.NUMBERS, v -> Math.max(0, v)),
                new PRelu(),
                new Unary("LeakyRelu"),
                new Unary("ThresholdedRelu"),
                new Unary("Elu"),
                new Unary("Celu"),
                new Unary("Selu"),
                new Unary("Gelu"),
                new Unary("Sigmoid"),
                new Unary("HardSigmoid"),
                new Unary("Swish"),
                new Binary("SwiGLU", Accepts.FLOATS, null),
                new Unary("HardSwish"),
                new Unary("Mish"),
                new Unary("Tanh"),
                new Unary("Softplus"),
                new Unary("Softsign"),
                new Unary("Shrink", Accepts.NUMBERS),
                new Unary("Softmax"),
                new Unary("LogSoftmax"),
                new Unary("Hardmax"));
    }
}
