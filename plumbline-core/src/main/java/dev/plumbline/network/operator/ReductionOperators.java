package dev.plumbline.network.operator;

import java.util.List;

/** Many values to one, along axes. */
final class ReductionOperators {
    private ReductionOperators() {}

    static List<Operator> list() {
        return List.of(
                new Reduce("ReduceSum", Accepts.NUMBERS, Arithmetic.ADD),
                new Reduce("ReduceProd", Accepts.NUMBERS, Arithmetic.MULTIPLY),
                new Reduce("ReduceMax", Accepts.ANYTHING, Arithmetic.MAX),
                new Reduce("ReduceMin", Accepts.ANYTHING, Arithmetic.MIN),
                new Reduce("ReduceMean"),
                new Reduce("ReduceL1"),
                new Reduce("ReduceL2"),
                new Reduce("ReduceSumSquare"),
                new Reduce("ReduceLogSum"),
                new Reduce("ReduceLogSumExp"),
                new ArgReduce("ArgMax"),
                new ArgReduce("ArgMin"));
    }
}
