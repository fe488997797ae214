package dev.plumbline.torch;

import dev.plumbline.lab.RunRequest.Probing;

/**
 * Which steps are probed. It depends on the step's number only, so that equal runs have equal snapshots. Sampled: steps
 * 0, 10, 30, 100 and 300, every three hundredth up to a thousand and a half, then ever more rarely by a quarter, and
 * the last; a probe costs about four steps. Where only some steps update the weights, the next that does is probed
 * instead.
 *
 * @param every of so many steps the last updates the weights
 */
record ProbeSchedule(Probing probing, long totalSteps, int every) {
    private static final long[] EARLY = {0, 10, 30, 100};
    private static final long GAP = 300;

    /** The first step to probe that is not before the given one; {@link Long#MAX_VALUE} for none. */
    long next(long step) {
        return switch (probing) {
            case NONE -> Long.MAX_VALUE;
            case EVERY_STEP -> step;
            // the last step too, as the end of what a report shows
            case SAMPLED -> step < totalSteps ? Math.min(updating(step), totalSteps - 1) : Long.MAX_VALUE;
        };
    }

    /** Whether the step changes the weights. */
    boolean updates(long step) {
        return step % every == every - 1;
    }

    private long updating(long step) {
        long wanted = sampled(Math.max(0, step - every + 1));
        while (moved(wanted) < step) {
            wanted = sampled(wanted + 1);
        }
        return moved(wanted);
    }

    private long moved(long wanted) {
        return wanted - wanted % every + every - 1;
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
