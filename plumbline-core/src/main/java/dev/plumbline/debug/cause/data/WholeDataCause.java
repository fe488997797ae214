package dev.plumbline.debug.cause.data;

import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import java.util.Set;

/**
 * A cause of which one batch tells nothing: it lies in how many examples there are, or in how they lie to each other.
 */
interface WholeDataCause extends Cause {
    @Override
    default Set<Trend> explains() {
        return Set.of();
    }

    @Override
    default boolean onlyInFullTraining() {
        return true;
    }
}
