package dev.plumbline.network.operator;

import java.util.List;

/** Many values to one, along axes. */
final class ReductionOperators {
    private ReductionOperators() {}

    static List<Operator> list() {
        return List.of(new Reduce("ReduceMean"), new Reduce("ReduceSum"), new Reduce("ReduceMax"));
    }
}
