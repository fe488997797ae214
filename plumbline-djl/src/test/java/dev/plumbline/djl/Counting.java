package dev.plumbline.djl;

import ai.djl.training.Trainer;
import ai.djl.training.listener.TrainingListenerAdapter;

/** Is told of each batch. */
final class Counting extends TrainingListenerAdapter {
    private final Runnable onBatch;

    Counting(Runnable onBatch) {
        this.onBatch = onBatch;
    }

    @Override
    public void onTrainingBatch(Trainer trainer, BatchData data) {
        onBatch.run();
    }
}
