package dev.plumbline.torch;

import java.util.SplittableRandom;

/** Which examples each step sees. An epoch's last batch is smaller where the examples do not divide evenly. */
record BatchOrder(int examples, int batchSize, boolean shuffle, boolean skipsSingles, Seeds seeds) {
    private static final long SPAN_STEPS = 200;

    /** Steps in which every example is seen once; a last batch of one is left out where the network cannot take it. */
    long stepsPerEpoch() {
        int full = examples / batchSize;
        int rest = examples % batchSize;
        boolean last = rest > 1 || (rest == 1 && !skipsSingles) || full == 0;
        return full + (last && rest > 0 ? 1 : 0);
    }

    /** How many epochs are ordered at once: one where each is measured, else enough for some hundred steps. */
    int span(boolean eachMeasured, int epochs) {
        return eachMeasured ? 1 : (int) Math.max(1, Math.min(epochs, SPAN_STEPS / stepsPerEpoch()));
    }

    /** The examples' numbers over some epochs, one epoch after the other. */
    long[] epochs(int first, int count) {
        long[] order = new long[Math.multiplyExact(examples, count)];
        for (int e = 0; e < count; e++) {
            int start = e * examples;
            for (int i = 0; i < examples; i++) {
                order[start + i] = i;
            }
            if (shuffle) {
                shuffle(order, start, seeds.order(first + e));
            }
        }
        return order;
    }

    private void shuffle(long[] order, int start, SplittableRandom random) {
        for (int i = examples - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            long swapped = order[start + i];
            order[start + i] = order[start + j];
            order[start + j] = swapped;
        }
    }
}
