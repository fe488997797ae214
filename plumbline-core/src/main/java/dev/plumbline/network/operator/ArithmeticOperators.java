package dev.plumbline.network.operator;

import java.util.List;

/** Arithmetic and elementary functions of each element. */
final class ArithmeticOperators {
    private ArithmeticOperators() {}

    static List<Operator> list() {
        return List.of(
                new Binary("Add"),
                new Binary("Sub"),
                new Binary("Mul"),
                new Binary("Div"),
                new Unary("Identity"),
                new Unary("Exp"),
                new Unary("Log"),
                new Unary("Sqrt"),
                new Unary("Neg"),
                new Unary("Abs"));
    }
}
