package dev.plumbline.formats.keras;

import dev.plumbline.UnusableInputException;

/** How much of the memory that Java may use a model file may claim: half. */
final class Limits {
    private Limits() {}

    /** Deflate cannot make anything smaller than by this factor, so a larger claim is a lie. */
    static final long MOST_DEFLATED = 1032;

    /** The most bytes that one file's content may take. */
    static long memory() {
        return Math.min(Runtime.getRuntime().maxMemory() / 2, 4L * (Integer.MAX_VALUE - 64));
    }

    /** @throws UnusableInputException if so many bytes do not fit */
    static void requireRoom(String subject, long bytes) {
        if (bytes < 0 || bytes > memory()) {
            throw new UnusableInputException(
                    subject,
                    "at most " + memory() / (1 << 20) + " MiB, half of the memory that Java may use",
                    bytes < 0 ? "a size beyond all numbers" : bytes / (1 << 20) + " MiB",
                    "Correct the model, or give Java more memory (-Xmx).");
        }
    }
}
