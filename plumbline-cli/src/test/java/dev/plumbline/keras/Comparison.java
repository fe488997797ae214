package dev.plumbline.keras;

import java.util.Locale;

/**
 * One file's verdict.
 *
 * @param name of the case and the file
 * @param difference the largest difference over the largest absolute value; NaN where there was none to take
 * @param allowed what it may be
 * @param fault why there was nothing to compare; empty otherwise
 */
record Comparison(String name, double difference, double allowed, String fault) {
    static Comparison failed(String name, Throwable fault) {
        String message = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
        return new Comparison(name, Double.NaN, 0, fault.getClass().getSimpleName() + ": " + message);
    }

    boolean agrees() {
        return difference <= allowed;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-9s %-70s %s",
                agrees() ? "agrees" : "DIFFERS",
                name,
                fault.isEmpty() ? String.format(Locale.ROOT, "%.1e", difference) : fault);
    }
}
