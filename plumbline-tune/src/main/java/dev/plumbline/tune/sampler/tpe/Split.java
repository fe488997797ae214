package dev.plumbline.tune.sampler.tpe;

import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.space.Parameter;
import java.util.List;

/**
 * The trials that have all parameters of a group, divided into the good few and the rest. Running trials count as bad,
 * so that parallel asks keep clear of each other; so do failed ones.
 */
record Split(Sample good, Sample bad) {
    /** The share of the trials that is good, and how many are at most: fewer are greedier. */
    private static final double GOOD_SHARE = 0.12;

    private static final int MOST_GOOD = 25;

    /** The worst of the good counts this much less than the best. */
    private static final double WEIGHT_DECAY = 0.8;

    /**
     * Of the worse trials about so many are looked at, evenly spread over the ranking; each stands for its neighbours.
     */
    private static final int MOST_BAD = 2048;

    private static final int ALWAYS_READ = 512;

    static Split of(Observations observations, List<Parameter> group, List<TrialRecord> running) {
        Column[] columns = group.stream().map(observations::column).toArray(Column[]::new);
        Sample ranked = new Sample(columns.length);
        double[] point = new double[columns.length];
        int count = observations.count();
        int stride = 1 + Math.max(0, count - ALWAYS_READ) / MOST_BAD;
        int withValue = 0;
        for (int place = 0; place < count; place += place < ALWAYS_READ ? 1 : stride) {
            int trial = observations.ranked(place);
            if (read(columns, trial, point)) {
                ranked.add(point, place < ALWAYS_READ ? 1 : stride);
                withValue += place < observations.withValue() ? 1 : 0;
            }
        }
        Split split = divide(ranked, goodOf(withValue));
        for (TrialRecord trial : running) {
            if (read(columns, trial, point)) {
                split.bad.add(point, 1);
            }
        }
        return split;
    }

    private static int goodOf(int withValue) {
        return Math.min(Math.min(withValue, MOST_GOOD), (int) Math.ceil(GOOD_SHARE * withValue));
    }

    private static Split divide(Sample ranked, int goodCount) {
        int dimensions = ranked.dimensions();
        Sample good = new Sample(dimensions);
        Sample bad = new Sample(dimensions);
        double[] point = new double[dimensions];
        for (int i = 0; i < ranked.size(); i++) {
            ranked.copy(i, point);
            if (i < goodCount) {
                good.add(point, 1 - WEIGHT_DECAY * i / goodCount);
            } else {
                bad.add(point, ranked.weight(i));
            }
        }
        return new Split(good, bad);
    }

    private static boolean read(Column[] columns, int trial, double[] into) {
        for (int d = 0; d < columns.length; d++) {
            into[d] = columns[d].at(trial);
            if (Double.isNaN(into[d])) {
                return false;
            }
        }
        return true;
    }

    private static boolean read(Column[] columns, TrialRecord trial, double[] into) {
        for (int d = 0; d < columns.length; d++) {
            into[d] = columns[d].unit(trial);
            if (Double.isNaN(into[d])) {
                return false;
            }
        }
        return true;
    }
}
