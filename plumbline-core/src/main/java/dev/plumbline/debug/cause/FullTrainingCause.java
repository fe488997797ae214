package dev.plumbline.debug.cause;

import dev.plumbline.debug.Trend;
import java.util.Set;

/** A cause of which one batch tells nothing: it lies in the data as a whole, or in how training goes and ends. */
public interface FullTrainingCause extends Cause {
    @Override
    default Set<Trend> explains() {
        return Set.of();
    }

    @Override
    default boolean onlyInFullTraining() {
        return true;
    }
}
