package dev.plumbline.network.operator;

import java.util.List;

/** The same values with other sizes or in another order. */
final class ShapeOperators {
    private ShapeOperators() {}

    static List<Operator> list() {
        return List.of(new Flatten(), new Reshape(), new Transpose(), new Concat());
    }
}
