package dev.plumbline.network.operator;

import java.util.OptionalLong;
import java.util.function.DoubleBinaryOperator;

/**
 * What an operation does to two values that are known before anything is computed.
 *
 * @param whole to whole numbers and truths
 * @param real to real numbers
 */
record Arithmetic(WholeOperation whole, DoubleBinaryOperator real) {
    static final Arithmetic ADD = new Arithmetic(BatchArithmetic::add, Double::sum);
    static final Arithmetic SUBTRACT = new Arithmetic(BatchArithmetic::subtract, (a, b) -> a - b);
    static final Arithmetic MULTIPLY = new Arithmetic(BatchArithmetic::multiply, (a, b) -> a * b);
    static final Arithmetic DIVIDE = new Arithmetic(BatchArithmetic::divide, (a, b) -> a / b);
    static final Arithmetic MIN = new Arithmetic(BatchArithmetic::min, Math::min);
    static final Arithmetic MAX = new Arithmetic(BatchArithmetic::max, Math::max);
    static final Arithmetic EQUAL = new Arithmetic(BatchArithmetic::equal, (a, b) -> a == b ? 1 : 0);
    static final Arithmetic LESS = new Arithmetic(BatchArithmetic::less, (a, b) -> a < b ? 1 : 0);
    static final Arithmetic LESS_OR_EQUAL = new Arithmetic(BatchArithmetic::lessOrEqual, (a, b) -> a <= b ? 1 : 0);
    static final Arithmetic GREATER = new Arithmetic(BatchArithmetic::greater, (a, b) -> a > b ? 1 : 0);
    static final Arithmetic GREATER_OR_EQUAL =
            new Arithmetic(BatchArithmetic::greaterOrEqual, (a, b) -> a >= b ? 1 : 0);
    static final Arithmetic AND = new Arithmetic((a, b) -> OptionalLong.of(a & b), (a, b) -> Double.NaN);
    static final Arithmetic OR = new Arithmetic((a, b) -> OptionalLong.of(a | b), (a, b) -> Double.NaN);
}
