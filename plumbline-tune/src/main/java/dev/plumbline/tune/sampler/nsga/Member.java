package dev.plumbline.tune.sampler.nsga;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialRecord;
import java.util.List;
import java.util.Map;

/**
 * A trial as the selection sees it.
 *
 * @param losses one for each objective, less is better; infinite where the trial failed
 * @param violation by how much its constraints are broken
 */
record Member(Map<String, Object> parameters, double[] losses, double violation) {
    static Member of(TrialRecord trial, List<Direction> directions) {
        double[] losses = new double[directions.size()];
        boolean told = trial.values().size() == losses.length;
        for (int k = 0; k < losses.length; k++) {
            losses[k] = told ? directions.get(k).loss(trial.values().get(k)) : Double.POSITIVE_INFINITY;
        }
        return new Member(trial.parameters(), losses, trial.violation());
    }

    /** Less broken, or no worse in any objective and better in one (K. Deb and others, 2002, definition 1). */
    boolean dominates(Member other) {
        if (violation > 0 || other.violation > 0) {
            return violation < other.violation;
        }
        boolean better = false;
        for (int k = 0; k < losses.length; k++) {
            if (losses[k] > other.losses[k]) {
                return false;
            }
            better |= losses[k] < other.losses[k];
        }
        return better;
    }
}
