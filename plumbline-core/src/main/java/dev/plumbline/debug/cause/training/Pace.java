package dev.plumbline.debug.cause.training;

import dev.plumbline.debug.Setup;

/**
 * How many updates a training plan makes of its data.
 *
 * @param examples in train
 * @param stepsPerEpoch updates an epoch
 * @param totalSteps updates of all epochs
 */
record Pace(int examples, long stepsPerEpoch, long totalSteps) {
    static Pace of(Setup setup) {
        int examples = setup.dataset().train().size();
        int batch = setup.experiment().training().batchSize();
        long perEpoch = Math.max(1, (examples + batch - 1L) / batch);
        return new Pace(
                examples, perEpoch, perEpoch * setup.experiment().training().epochs());
    }
}
