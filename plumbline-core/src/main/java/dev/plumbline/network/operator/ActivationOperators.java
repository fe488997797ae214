package dev.plumbline.network.operator;

import java.util.List;

/** Functions of each element that stand between layers, and softmax. */
final class ActivationOperators {
    private ActivationOperators() {}

    static List<Operator> list() {
        return List.of(
                new Unary("Relu"),
                new Unary("LeakyRelu"),
                new Unary("Elu"),
                new Unary("Selu"),
                new Unary("Gelu"),
                new Unary("Sigmoid"),
                new Unary("HardSigmoid"),
                new Unary("Tanh"),
                new Unary("Softplus"),
                new Unary("Softmax"),
                new Unary("LogSoftmax"));
    }
}
