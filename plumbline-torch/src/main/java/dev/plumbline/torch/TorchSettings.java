package dev.plumbline.torch;

/**
 * What a lab may use. It changes how long a run takes; the number of threads also the last bits of its sums.
 *
 * @param threads that one operation may use, at least 1. More than one helps from about a hundred thousand
 *     multiply-adds an operation, and harms where other work wants the same cores
 * @param keepMemory whether freed native memory is kept for the next step rather than given back, process-wide; without
 *     it glibc gives back and fetches again megabytes at every step, which costs a small network 10 to 20 %
 */
public record TorchSettings(int threads, boolean keepMemory) {
    public TorchSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("`threads >= 1` must hold, but got " + threads);
        }
    }

    /** One thread, memory kept. */
    public static TorchSettings standard() {
        return new TorchSettings(1, true);
    }

    public TorchSettings withThreads(int changed) {
        return new TorchSettings(changed, keepMemory);
    }
}
