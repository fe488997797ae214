package dev.plumbline.lab;

import org.jspecify.annotations.Nullable;

/** How a run ended. */
public sealed interface Outcome {
    /** One sentence for a person. */
    String text();

    /** All epochs, or early stopping, or the loss bound was reached. */
    record Completed(String text) implements Outcome {}

    /** The loss or an activation became NaN or infinite. */
    record NotFinite(long step, @Nullable String node, String text) implements Outcome {}

    /** An operator failed. */
    record Failed(@Nullable String node, String text) implements Outcome {}

    /** The budget ended it. */
    record OutOfBudget(long step, String text) implements Outcome {}

    /** The observer, or the person, ended it. */
    record Interrupted(long step, String text) implements Outcome {}
}
