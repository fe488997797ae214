package dev.plumbline.intervention;

import java.util.Set;

/** {@code batch-size=64}: examples a step. The learning rate usually has to follow it. */
public final class SetBatchSize implements InterventionKind {
    /** @param size examples a step, at least 1 */
    public static Intervention of(int size) {
        return new Intervention(
                "batch-size=" + size,
                "Train on batches of " + size + ".",
                Set.of("batch-too-large", "batch-too-small"),
                "Larger batches take less time an epoch and more memory; smaller ones make noisier steps.",
                experiment -> experiment.withTraining(experiment.training().withBatchSize(size)));
    }

    @Override
    public String word() {
        return "batch-size";
    }

    @Override
    public String usage() {
        return "batch-size=64";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.whole(this, 1, value));
    }
}
