package dev.plumbline.torch;

import dev.plumbline.lab.RunRequest.Probing;

/**
 * Which steps are probed. It depends on the step's number only, so that equal runs have equal snapshots. Sampled: steps
 * 0, 10, 30, 100 and 300, every three hundredth up to a thousand and a half, then ever more rarely by a quarter, and
 * the last; a probe costs about four steps.
 */
record ProbeSchedule(Probing probing, long totalSteps) {
    private static final long[] EARLY = {0, 10, 30, 100};
    private static final long GAP = 300;

    /** The first step to probe that is not before the given one; {@link Long#MAX_VALUE} for none. */
    long next(long step) {
        return switch (probing) {
            case NONE -> Long.MAX_VALUE;
            case EVERY_STEP -> step;
            // the last step too, as the end of what a report shows
            case SAMPLED -> step < totalSteps ? Math.min(sampled(step), totalSteps - 1) : Long.MAX_VALUE;
        };
    }

    private long sampled(long step) {
        for (long early : EARLY) {
            if (step <= early) {
                return early;
            }
        }
        long at = GAP;
        while (at < step) {
            at += Math.max(GAP, at / 4);
        }
        return at;
    }
}
