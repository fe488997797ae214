package dev.plumbline.network.operator;

import java.util.List;

/** Values picked or placed by their positions. */
final class IndexingOperators {
    private IndexingOperators() {}

    static List<Operator> list() {
        return List.of(new Gather());
    }
}
