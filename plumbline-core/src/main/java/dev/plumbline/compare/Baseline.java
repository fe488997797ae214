package dev.plumbline.compare;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Task;
import dev.plumbline.lab.Predictions;

/**
 * A simple way to answer, which a network has to beat (D6).
 *
 * <p>To add one: write a class, and list it in {@link Baselines#standard()}.
 */
public interface Baseline {
    /** What people call it, for a task: {@code majority class}. */
    String name(Task task);

    /** Whether it answers a task at all. */
    default boolean suits(Task task) {
        return task != Task.TAGGING;
    }

    /**
     * Learns from train and answers a split.
     *
     * @param dataset inputs standardized as the normalizer does it, targets in their own unit
     */
    Answer answer(Dataset dataset, SplitName split);

    /**
     * @param predictions for the split, or for a random part of it where all would take too long
     * @param how what it does, in one sentence with the values that matter
     */
    record Answer(Predictions predictions, String how) {}
}
