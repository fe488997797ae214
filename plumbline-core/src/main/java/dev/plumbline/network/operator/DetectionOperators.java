package dev.plumbline.network.operator;

import java.util.List;

/** Windows whose places are computed, and the choice among boxes that a detector gives. */
final class DetectionOperators {
    private DetectionOperators() {}

    static List<Operator> list() {
        return List.of(new DeformConv(), new NonMaxSuppression());
    }
}
