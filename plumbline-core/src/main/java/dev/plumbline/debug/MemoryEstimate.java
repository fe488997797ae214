package dev.plumbline.debug;

import java.util.List;

/**
 * What a training step takes, from shapes alone.
 *
 * @param batchSize the batch it is for
 * @param largest the values that take most, largest first
 * @param parameterBytes weights
 * @param gradientBytes one number for each trainable weight
 * @param optimizerBytes what the optimizer remembers
 * @param activationBytes every node's output, kept for the backward pass, and the gradients of the two largest
 * @param dataBytes the data set, held in memory
 * @param availableBytes what the machine has
 * @param largestBatch the largest batch that fits into what is available; 0 if none does
 */
public record MemoryEstimate(
        int batchSize,
        List<Item> largest,
        long parameterBytes,
        long gradientBytes,
        long optimizerBytes,
        long activationBytes,
        long dataBytes,
        long availableBytes,
        long largestBatch) {
    public MemoryEstimate {
        largest = List.copyOf(largest);
    }

    /** All of it. */
    public long totalBytes() {
        return parameterBytes + gradientBytes + optimizerBytes + activationBytes + dataBytes;
    }

    /** Whether it fits. */
    public boolean fits() {
        return totalBytes() <= availableBytes;
    }

    /** One value: a node's output or a parameter. */
    public record Item(String name, String layer, String type, long bytes) {}
}
