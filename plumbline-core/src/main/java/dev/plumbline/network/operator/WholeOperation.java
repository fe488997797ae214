package dev.plumbline.network.operator;

import java.util.OptionalLong;

/** What two whole numbers make, where either may be a {@link BatchCount}. */
@FunctionalInterface
interface WholeOperation {
    /** Empty where it depends on how many examples there are. */
    OptionalLong apply(long a, long b);
}
