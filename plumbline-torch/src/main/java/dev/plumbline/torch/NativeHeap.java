package dev.plumbline.torch;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;

/** Tells glibc to keep what is freed. Elsewhere there is nothing to tell. */
final class NativeHeap {
    private static final int TRIM_THRESHOLD = -1;
    private static final int TOP_PAD = -2;
    private static final int MMAP_THRESHOLD = -3;
    private static final int KEPT = 1 << 30;
    private static final int KEPT_BY_OLD_GLIBC = 32 << 20;
    private static final int PAD = 64 << 20;

    private NativeHeap() {}

    /** A user's own settings, in the environment, win. */
    static void keepFreed() {
        if (!Platform.isLinux()
                || System.getenv().keySet().stream().anyMatch(k -> k.startsWith("MALLOC_") && k.endsWith("_"))) {
            return;
        }
        try {
            Function mallopt = NativeLibrary.getInstance("c").getFunction("mallopt");
            // the trim threshold alone would freeze the limit of mmap at 128 kB
            if (set(mallopt, MMAP_THRESHOLD, KEPT) || set(mallopt, MMAP_THRESHOLD, KEPT_BY_OLD_GLIBC)) {
                set(mallopt, TRIM_THRESHOLD, KEPT);
                set(mallopt, TOP_PAD, PAD);
            }
        } catch (UnsatisfiedLinkError e) {
            // a libc without mallopt; only speed is lost
            System.getLogger(NativeHeap.class.getName()).log(System.Logger.Level.DEBUG, "no mallopt here", e);
        }
    }

    private static boolean set(Function mallopt, int parameter, int value) {
        return mallopt.invokeInt(new Object[] {parameter, value}) == 1;
    }
}
