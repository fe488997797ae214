package dev.plumbline.network.operator;

import java.util.List;

/** Values picked or placed by their positions, or positions found by values. */
final class IndexingOperators {
    private IndexingOperators() {}

    static List<Operator> list() {
        return List.of(
                new Gather(),
                new GatherElements(),
                new GatherND(),
                new Scatter("Scatter"),
                new Scatter("ScatterElements"),
                new Scatter("ScatterND"),
                new Scatter("TensorScatter"),
                new Compress(),
                new NonZero(),
                new OneHot(),
                new TopK(),
                new Unique(),
                new ReverseSequence(),
                new Trilu());
    }
}
