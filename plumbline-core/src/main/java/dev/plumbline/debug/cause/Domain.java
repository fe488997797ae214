package dev.plumbline.debug.cause;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.debug.Setup;
import dev.plumbline.network.Node;
import java.util.Optional;

/**
 * Where a node has finite values and slopes.
 *
 * @param operand which input it is about
 * @param low below this, or for a divisor this near to 0, it has none
 * @param high above this
 * @param closeLow below this it comes near
 * @param closeHigh above this
 */
record Domain(int operand, double low, double high, double closeLow, double closeHigh) {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    /** The slope of a logarithm or reciprocal is 1e7 and more there; Keras clips probabilities at the same. */
    private static final double NEAR = 1e-7;
    /** A root's slope is 5e4 there; batch norms add 1e-5 or 1e-3 for that. */
    private static final double NEAR_ROOT = 1e-10;
    /** At 0 itself the value, or the slope, is infinite. */
    private static final double ABOVE_ZERO = Double.MIN_VALUE;
    /** float32 overflows at exp(88.7). */
    private static final double OVERFLOW = 88;

    private static final double NEAR_OVERFLOW = 60;
    private static final double ARC = 1 - 1e-6;

    static Optional<Domain> of(Setup setup, Node node) {
        return Optional.ofNullable(
                switch (node.operator()) {
                    case "Log" -> new Domain(0, ABOVE_ZERO, INFINITY, NEAR, INFINITY);
                    case "Sqrt" -> new Domain(0, ABOVE_ZERO, INFINITY, NEAR_ROOT, INFINITY);
                    case "Reciprocal" -> new Domain(0, 0, INFINITY, NEAR, INFINITY);
                    case "Div" -> new Domain(1, 0, INFINITY, NEAR, INFINITY);
                    case "Exp", "Sinh", "Cosh" -> new Domain(0, -INFINITY, OVERFLOW, -INFINITY, NEAR_OVERFLOW);
                    case "Acos", "Asin", "Atanh" -> new Domain(0, -1, 1, -ARC, ARC);
                    case "Acosh" -> new Domain(0, 1, INFINITY, 1 + NEAR, INFINITY);
                    case "Pow" ->
                        isWholePower(setup, node) ? null : new Domain(0, ABOVE_ZERO, INFINITY, NEAR_ROOT, INFINITY);
                    default -> null;
                });
    }

    /** A square has no edge. */
    private static boolean isWholePower(Setup setup, Node node) {
        return setup.network().parameter(node.inputs().get(1)).stream()
                .anyMatch(p -> p.values() instanceof FloatTensor values
                        && values.values().length == 1
                        && values.values()[0] >= 1
                        && values.values()[0] == Math.rint(values.values()[0]));
    }

    boolean isOutside(double min, double max) {
        return min < low || max > high;
    }

    boolean isNear(double min, double max) {
        return min < closeLow || max > closeHigh;
    }
}
