package dev.plumbline.debug.cause.restraint;

import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.Setup;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.Trace.Epoch;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The loss of the same examples in training mode and in evaluation mode, at the end of a run. Dropout and noise make
 * the first larger; where the second is larger by half, the two modes compute different things (TheDeepChecker).
 *
 * @param where on one batch or in full training
 */
record TrainingGap(String where, double training, double evaluation) {
    private static final double LARGER = 1.5;
    /** Share of the loss at the start below which a difference is none. */
    private static final double MATTERS = 0.05;

    private static final int LAST = 10;

    /** The gap of what has been run, where there is one. */
    static Optional<TrainingGap> of(Setup setup) {
        Run training = setup.observed().training();
        if (training != null) {
            Optional<TrainingGap> gap = ofTraining(training);
            if (gap.isPresent()) {
                return gap;
            }
        }
        OverfitResult overfit = setup.observed().overfit();
        return overfit == null || overfit.overfits() ? Optional.empty() : ofBatch(overfit);
    }

    private static Optional<TrainingGap> ofTraining(Run run) {
        float[] losses = run.trace().losses();
        List<Epoch> epochs = run.trace().epochs();
        if (epochs.size() < 2 || losses.length < LAST) {
            return Optional.empty();
        }
        int perEpoch = Math.max(1, losses.length / (epochs.size() - 1));
        double last = mean(losses, Math.max(0, losses.length - Math.max(perEpoch, LAST)));
        return gap(
                "in full training",
                losses[0],
                last,
                epochs.get(epochs.size() - 1).trainLoss());
    }

    private static Optional<TrainingGap> ofBatch(OverfitResult overfit) {
        float[] losses = overfit.run().trace().losses();
        return losses.length < LAST
                ? Optional.empty()
                : gap("on one batch", losses[0], mean(losses, losses.length - LAST), overfit.lossAtEnd());
    }

    private static Optional<TrainingGap> gap(String where, double start, double training, double evaluation) {
        boolean larger = evaluation > LARGER * training && evaluation - training > MATTERS * Math.abs(start);
        // what is no number is another fault's
        return larger && training >= 0 ? Optional.of(new TrainingGap(where, training, evaluation)) : Optional.empty();
    }

    private static double mean(float[] losses, int from) {
        float[] last = Arrays.copyOfRange(losses, from, losses.length);
        double sum = 0;
        for (float loss : last) {
            sum += loss;
        }
        return sum / last.length;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%s the loss is %.3g in training mode and %.3g in evaluation mode",
                where,
                training,
                evaluation);
    }
}
