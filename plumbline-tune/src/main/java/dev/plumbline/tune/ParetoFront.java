package dev.plumbline.tune;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import java.util.ArrayList;
import java.util.List;

/** The trials that no other is better than in every respect. */
final class ParetoFront {
    private ParetoFront() {}

    static List<TrialRecord> of(History history) {
        List<TrialRecord> front = new ArrayList<>();
        for (TrialRecord trial : history.complete()) {
            if (trial.isFeasible()
                    && front.stream().noneMatch(other -> dominates(other, trial, history.directions()))) {
                front.removeIf(other -> dominates(trial, other, history.directions()));
                front.add(trial);
            }
        }
        return List.copyOf(front);
    }

    /** Nowhere worse and somewhere better. */
    private static boolean dominates(TrialRecord a, TrialRecord b, List<Direction> directions) {
        boolean better = false;
        for (int i = 0; i < directions.size(); i++) {
            double ours = a.values().get(i);
            double theirs = b.values().get(i);
            if (directions.get(i).isBetter(theirs, ours)) {
                return false;
            }
            better |= directions.get(i).isBetter(ours, theirs);
        }
        return better;
    }
}
