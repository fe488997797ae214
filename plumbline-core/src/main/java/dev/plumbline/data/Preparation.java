package dev.plumbline.data;

import dev.plumbline.experiment.Experiment;

/**
 * An experiment's data as its network sees them: cut down and normalized. The normalizer is fitted on the whole train
 * split even where training sees one batch of it only, so that the batch looks as it would in full training.
 *
 * @param dataset normalized
 * @param normalizer takes outputs back to the targets' unit
 */
public record Preparation(Dataset dataset, Normalizer normalizer) {
    /** Reads, cuts down and normalizes; read through a {@link CachedData}, since the source may be asked twice. */
    public static Preparation of(DataSource source, Experiment experiment) {
        Dataset dataset = source.load(experiment.data(), experiment.task());
        Dataset fitted = experiment.data().oneBatch() == null
                ? dataset
                : source.load(experiment.data().withOneBatch(null), experiment.task());
        Normalizer normalizer = Normalizer.fit(fitted, experiment.data());
        return new Preparation(normalizer.apply(dataset), normalizer);
    }
}
