package dev.plumbline.live;

import dev.plumbline.lab.Trace;
import java.util.Arrays;

/** How large steps are against what they change, over the probed steps of a run. */
@SuppressWarnings("ArrayRecordComponent") // made and asked in one place
record UpdateSizes(double[] ratios) {
    static UpdateSizes of(Trace trace) {
        return new UpdateSizes(trace.snapshots().stream()
                .mapToDouble(Weights::updateRatio)
                .filter(r -> !Double.isNaN(r))
                .toArray());
    }

    int count() {
        return ratios.length;
    }

    /** The middle one. */
    double median() {
        double[] sorted = ratios.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
