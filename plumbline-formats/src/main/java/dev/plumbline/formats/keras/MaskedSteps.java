package dev.plumbline.formats.keras;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Steps that a recurrent layer passes over, wherever they are. What a layer does at the steps that count does not
 * depend on those that do not, so the former are moved to the front in their order, the layer runs over all, and its
 * outputs are moved back; at a step that does not count Keras repeats the output before it (zeros before the first).
 */
final class MaskedSteps {
    private final Expressions e;
    private final int steps;
    private final String counted;
    private final String order;
    private final String mask;

    /**
     * @param mask {@code (N, steps)}, true where a step counts
     * @param steps how many there are
     */
    MaskedSteps(Expressions expressions, String mask, int steps) {
        this.e = expressions;
        this.mask = mask;
        this.steps = steps;
        String ones = e.cast(mask, DType.INT64);
        this.counted = e.node("CumSum", ones, e.whole(Shape.of(), 1));
        // those that count first, each kind in its order
        String late = e.node("Mul", e.node("Sub", e.whole(Shape.of(), 1), ones), e.whole(Shape.of(), steps));
        String key = e.node(
                "Add",
                late,
                e.whole(Shape.of(1, steps), LongStream.range(0, steps).toArray()));
        Attributes least = Attributes.none().with("axis", 1).with("largest", 0).with("sorted", 1);
        this.order = e.nodes("TopK", least, 2, key, e.whole(steps)).get(1);
    }

    /** A value {@code (N, steps, features)} with the steps that count first. */
    String front(String x) {
        return gather(x, order);
    }

    /** Outputs in the order of {@link #front}, back at their steps. */
    String back(String y, boolean zeroElsewhere) {
        String latest = gather(y, latest(counted));
        String shown = zeroElsewhere ? mask : e.node("Greater", counted, e.whole(Shape.of(), 0));
        return e.where(e.unsqueeze(shown, 2), latest, e.number(0));
    }

    /**
     * The last output: of the last step that counts.
     *
     * @param initial what it is where none counts; null for zeros
     */
    String last(String y, @Nullable String initial) {
        String total = e.part(counted, 1, steps - 1, steps);
        String latest = e.squeeze(gather(y, latest(total)), 1);
        return atLeastOne(latest, initial);
    }

    /** A state after the last step that counts, where the operator itself was told how many there are. */
    String atLeastOne(String state, @Nullable String initial) {
        String total = e.part(counted, 1, steps - 1, steps);
        String any = e.node("Greater", total, e.whole(Shape.of(), 0));
        return e.where(any, state, initial == null ? e.number(0) : initial);
    }

    /** Whether the last step counts, {@code (N, 1)}. */
    String lastCounts() {
        return e.part(mask, 1, steps - 1, steps);
    }

    /** How many steps an operator is to look at, at least one, {@code (N)}. */
    String lengths() {
        String total = e.squeeze(e.part(counted, 1, steps - 1, steps), 1);
        return e.cast(e.node("Max", total, e.whole(Shape.of(), 1)), DType.INT32);
    }

    private String latest(String count) {
        return e.node("Max", e.node("Sub", count, e.whole(Shape.of(), 1)), e.whole(Shape.of(), 0));
    }

    private String gather(String x, String index) {
        int features = e.shape(x).get(2);
        String wide = e.node("Expand", e.unsqueeze(index, 2), e.whole(1, 1, features));
        return e.node("GatherElements", Attributes.none().with("axis", 1), x, wide);
    }
}
