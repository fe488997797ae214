package dev.plumbline.djl;

/**
 * Which batches are looked at closely: a few early ones, where most faults show already, and then one in so many.
 *
 * @param gap at least 1
 */
record ProbedBatches(int gap) {
    private static final long[] EARLY = {0, 5, 10, 20, 30};

    ProbedBatches {
        if (gap < 1) {
            throw new IllegalArgumentException("expected a gap of at least 1 batch, found " + gap);
        }
    }

    /** @param batch from 0 */
    boolean includes(long batch) {
        for (long early : EARLY) {
            if (batch == early) {
                return true;
            }
        }
        return batch % gap == 0;
    }
}
