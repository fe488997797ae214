package dev.plumbline.debug.cause.flow;

import dev.plumbline.debug.cause.Cause;
import java.util.List;

/** The causes in what flows through a network. A new one is added to this list. */
public final class FlowCauses {
    private FlowCauses() {}

    /** All of them, the likeliest of equals first. */
    public static List<Cause> list() {
        return List.of(
                new InputIgnored(),
                new InputsUnread(),
                new GradientMissing(),
                new DeadUnits(),
                new VanishingGradient(),
                new ExplodingGradient());
    }
}
