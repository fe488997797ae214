package dev.plumbline.live;

import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.Epoch;
import java.util.List;

/**
 * The epochs of a run that were measured on validation too. A metric's good direction is told from train: it is where
 * its score went while its loss fell.
 *
 * @param epochs in order, from 1 on
 */
record Scores(List<Epoch> epochs) {
    Scores {
        epochs = List.copyOf(epochs);
    }

    static Scores of(Trace trace) {
        return new Scores(trace.epochs().stream()
                .filter(e -> e.number() > 0 && e.validationLoss() != null && e.validationScore() != null)
                .toList());
    }

    /** 1 where more is better, -1 where less is, 0 where train's score has not moved. */
    double direction() {
        if (epochs.size() < 2) {
            return 0;
        }
        Epoch first = epochs.get(0);
        Epoch last = epochs.get(epochs.size() - 1);
        double moved = Math.signum(last.trainScore() - first.trainScore());
        return last.trainLoss() < first.trainLoss() ? moved : -moved;
    }

    List<Epoch> last(int count) {
        return epochs.subList(epochs.size() - count, epochs.size());
    }

    static double loss(Epoch epoch) {
        return epoch.validationLoss() == null ? Double.NaN : epoch.validationLoss();
    }

    static double score(Epoch epoch) {
        return epoch.validationScore() == null ? Double.NaN : epoch.validationScore();
    }
}
