package dev.plumbline.debug.cause.training;

import dev.plumbline.debug.cause.Cause;
import java.util.List;

/** The causes in how a network is trained. A new one is added to this list. */
public final class TrainingCauses {
    private TrainingCauses() {}

    /** All of them, the likeliest of equals first. */
    public static List<Cause> list() {
        return List.of(
                new OptimizerSetting(),
                new MomentumTooHigh(),
                new ClippingTooTight(),
                new ScheduleKillsRate(),
                new AverageLags(),
                new BatchTooLarge(),
                new BatchTooSmall(),
                new EarlyStoppingTooSoon(),
                new EpochsTooFew());
    }
}
