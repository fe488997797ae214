package dev.plumbline.network.operator;

import java.util.List;

/** Arithmetic, elementary functions and conversions of each element. */
final class ArithmeticOperators {
    private ArithmeticOperators() {}

    static List<Operator> list() {
        return List.of(
                new Binary("Add", Arithmetic.ADD),
                new Binary("Sub", Arithmetic.SUBTRACT),
                new Binary("Mul", Arithmetic.MULTIPLY),
                new Binary("Div", Arithmetic.DIVIDE),
                new Pow(),
                new Mod(),
                new Variadic("Max", Accepts.NUMBERS, Arithmetic.MAX),
                new Variadic("Min", Accepts.NUMBERS, Arithmetic.MIN),
                new Variadic("Sum", Accepts.FLOATS, Arithmetic.ADD),
                new Variadic("Mean", Accepts.FLOATS, null),
                SignedUnary.neg(),
                SignedUnary.abs(),
                SignedUnary.sign(),
                new Unary("Floor", Accepts.FLOATS, Math::floor),
                new Unary("Ceil", Accepts.FLOATS, Math::ceil),
                new Unary("Round", Accepts.FLOATS, Math::rint),
                new Unary("Sqrt", Accepts.FLOATS, Math::sqrt),
                new Unary("Reciprocal", Accepts.FLOATS, v -> 1 / v),
                new Unary("Exp"),
                new Unary("Log"),
                new Unary("Erf", Accepts.NUMBERS),
                new Unary("Sin"),
                new Unary("Cos"),
                new Unary("Tan"),
                new Unary("Asin"),
                new Unary("Acos"),
                new Unary("Atan"),
                new Unary("Sinh"),
                new Unary("Cosh"),
                new Unary("Asinh"),
                new Unary("Acosh"),
                new Unary("Atanh"),
                new Clip(),
                new Cumulative("CumSum"),
                new Cumulative("CumProd"),
                new Cast("Cast"),
                new Cast("CastLike"),
                new BitCast());
    }
}
