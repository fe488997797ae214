package dev.plumbline.torch;

import java.lang.management.ManagementFactory;

/** What the machine has for tensors. */
final class Memory {
    /** Left to the JVM, the library itself and others. */
    private static final double SHARE = 0.8;

    private Memory() {}

    /** Bytes; a container's limit counts. */
    static long available() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return (long) (SHARE * system.getTotalMemorySize());
        }
        return Runtime.getRuntime().maxMemory();
    }
}
