package dev.plumbline.debug.cause.restraint;

import dev.plumbline.debug.cause.Cause;
import java.util.List;

/** The causes that hold a network back. A new one is added to this list. */
public final class RestraintCauses {
    private RestraintCauses() {}

    /** All of them, the likeliest of equals first. */
    public static List<Cause> list() {
        return List.of(
                new NoiseTooStrong(),
                new ConstraintTooTight(),
                new BatchNormStatistics(),
                new TrainingModeDiffers(),
                new CapacityTooSmall());
    }
}
