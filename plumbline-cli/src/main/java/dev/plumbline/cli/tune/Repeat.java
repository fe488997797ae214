package dev.plumbline.cli.tune;

import org.jspecify.annotations.Nullable;

/**
 * One seed's scores by the goal's metric, of the experiment as it was and of the best one.
 *
 * @param testBefore on test, which decides nothing; null where there is none
 * @param testAfter likewise
 */
public record Repeat(
        long seed,
        double before,
        double after,
        @Nullable Double testBefore,
        @Nullable Double testAfter) {}
