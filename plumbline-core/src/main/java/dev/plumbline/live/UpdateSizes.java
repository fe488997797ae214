package dev.plumbline.live;

import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.ParameterView;
import java.util.function.Predicate;

/**
 * How large steps are against what they change.
 *
 * @param sorted the middle weight's update ratio at each probed step, smallest first
 * @param moved whether any parameter moved at any of them
 */
@SuppressWarnings("ArrayRecordComponent") // made and asked in one place
record UpdateSizes(double[] sorted, boolean moved) {
    /** Of all weights: momentum moves those too that get no gradient any more. */
    static UpdateSizes of(Trace trace) {
        return of(trace, view -> true);
    }

    /** Of weights that got a gradient: that the others hardly move is no matter of the rate. */
    static UpdateSizes ofPushed(Trace trace) {
        return of(trace, Weights::isPushed);
    }

    private static UpdateSizes of(Trace trace, Predicate<ParameterView> which) {
        double[] ratios = trace.snapshots().stream()
                .mapToDouble(snapshot -> Weights.updateRatio(snapshot, which))
                .filter(r -> !Double.isNaN(r))
                .sorted()
                .toArray();
        boolean moved = trace.snapshots().stream()
                .flatMap(s -> s.parameters().stream())
                .map(ParameterView::updateRatio)
                .anyMatch(r -> r != null && r > 0);
        return new UpdateSizes(ratios, moved);
    }

    int count() {
        return sorted.length;
    }

    /** The middle one; NaN of none. */
    double median() {
        return count() == 0 ? Double.NaN : sorted[count() / 2];
    }

    /** The one that all but one are below; one large step may be an accident. */
    double secondLargest() {
        return count() < 2 ? Double.NaN : sorted[count() - 2];
    }
}
