package dev.plumbline.zoo;

import java.lang.management.ManagementFactory;

/**
 * Wall time, and time of the processor in all threads of this process, native ones too.
 *
 * @param wall nanoseconds at the start
 * @param processor nanoseconds at the start
 */
record Stopwatch(long wall, long processor) {
    /** Seconds since the start. */
    record Reading(double wall, double processor) {}

    static Stopwatch start() {
        return new Stopwatch(System.nanoTime(), processorTime());
    }

    Reading read() {
        return new Reading((System.nanoTime() - wall) / 1e9, (processorTime() - processor) / 1e9);
    }

    private static long processorTime() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getProcessCpuTime()
                : 0;
    }
}
