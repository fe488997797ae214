package dev.plumbline.tune.sampler.tpe;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import java.util.Arrays;
import java.util.Comparator;

/**
 * By one value. What breaks its constraints less comes first; then complete trials; then pruned ones, which got further
 * before others; then those that failed.
 */
final class SingleRanking implements Ranking {
    private final Comparator<TrialRecord> better;
    private TrialRecord[] trials = new TrialRecord[16];
    private int[] order = new int[16];
    private int count;

    SingleRanking(Direction direction) {
        better = Comparator.comparing((TrialRecord trial) -> trial.values().isEmpty())
                .thenComparingDouble(TrialRecord::violation)
                .thenComparing(trial -> trial.state() != TrialState.COMPLETE)
                .thenComparingInt(trial -> -lastStepOfPruned(trial))
                .thenComparingDouble(trial -> trial.values().isEmpty()
                        ? 0
                        : direction.loss(trial.values().get(0)));
    }

    private static int lastStepOfPruned(TrialRecord trial) {
        boolean pruned =
                trial.state() == TrialState.PRUNED && !trial.intermediate().isEmpty();
        return pruned ? trial.intermediate().lastKey() : 0;
    }

    @Override
    public void add(TrialRecord trial) {
        if (count == trials.length) {
            trials = Arrays.copyOf(trials, 2 * count);
            order = Arrays.copyOf(order, 2 * count);
        }
        trials[count] = trial;
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (better.compare(trial, trials[order[middle]]) < 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        System.arraycopy(order, low, order, low + 1, count - low);
        order[low] = count++;
    }

    @Override
    public int at(int place) {
        return order[place];
    }
}
