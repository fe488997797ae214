package dev.plumbline.tune.sampler.tpe;

import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * By several values: what fewer others dominate comes first (Fonseca and Fleming, "Genetic Algorithms for
 * Multiobjective Optimization", ICGA 1993). What breaks its constraints less comes before, trials without values come
 * last.
 */
final class ParetoRanking implements Ranking {
    private final List<Direction> directions;
    private final List<TrialRecord> trials = new ArrayList<>();
    private final List<Integer> dominators = new ArrayList<>();
    private int[] order = {};

    ParetoRanking(List<Direction> directions) {
        this.directions = directions;
    }

    @Override
    public void add(TrialRecord trial) {
        int count = 0;
        for (int i = 0; i < trials.size(); i++) {
            if (dominates(trials.get(i), trial)) {
                count++;
            } else if (dominates(trial, trials.get(i))) {
                dominators.set(i, dominators.get(i) + 1);
            }
        }
        trials.add(trial);
        dominators.add(count);
    }

    private boolean dominates(TrialRecord a, TrialRecord b) {
        if (a.values().size() < directions.size() || b.values().size() < directions.size()) {
            return a.values().size() > b.values().size();
        }
        if (a.violation() != b.violation()) {
            return a.violation() < b.violation();
        }
        boolean better = false;
        for (int i = 0; i < directions.size(); i++) {
            double ours = directions.get(i).loss(a.values().get(i));
            double theirs = directions.get(i).loss(b.values().get(i));
            if (ours > theirs) {
                return false;
            }
            better |= ours < theirs;
        }
        return better;
    }

    @Override
    public int at(int place) {
        if (order.length != trials.size()) {
            order = IntStream.range(0, trials.size())
                    .boxed()
                    .sorted(Comparator.comparing(dominators::get))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return order[place];
    }
}
