package dev.plumbline.network.operator;

import java.util.List;

/** Truths, comparisons, bits, and choice by truth. */
final class LogicOperators {
    private LogicOperators() {}

    static List<Operator> list() {
        return List.of(
                new Comparison("Equal", Arithmetic.EQUAL),
                new Comparison("Less", Arithmetic.LESS),
                new Comparison("LessOrEqual", Arithmetic.LESS_OR_EQUAL),
                new Comparison("Greater", Arithmetic.GREATER),
                new Comparison("GreaterOrEqual", Arithmetic.GREATER_OR_EQUAL),
                new Binary("And", Accepts.TRUTHS, Arithmetic.AND),
                new Binary("Or", Accepts.TRUTHS, Arithmetic.OR),
                new Binary("Xor", Accepts.TRUTHS, null),
                new Not(),
                new Predicate("IsNaN"),
                new Predicate("IsInf"),
                new Binary("BitShift", Accepts.INTEGERS, null),
                new Binary("BitwiseAnd", Accepts.INTEGERS, null),
                new Binary("BitwiseOr", Accepts.INTEGERS, null),
                new Binary("BitwiseXor", Accepts.INTEGERS, null),
                new Unary("BitwiseNot", Accepts.INTEGERS),
                new Where());
    }
}
