package dev.plumbline.cli.tune.page;

import dev.plumbline.cli.tune.TuneResult;
import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The trials that charts show: all of a small study; of a large one the best, and the others at even distances, so that
 * the page stays small.
 *
 * @param complete by number
 * @param pruned by number, those with a value
 * @param quintiles complete trial's number to 0 for the worst fifth up to 4 for the best
 */
record Shown(List<TrialRecord> complete, List<TrialRecord> pruned, Map<Integer, Integer> quintiles) {
    private static final int MOST = 400;
    private static final int BEST = 100;

    static Shown of(TuneResult result) {
        Direction direction = result.history().direction();
        List<TrialRecord> ranked = result.history().complete().stream()
                .filter(t -> Double.isFinite(t.values().get(0)))
                .sorted(Comparator.comparingDouble(
                        t -> direction.loss(t.values().get(0))))
                .toList();
        Map<Integer, Integer> quintiles = new HashMap<>();
        for (int i = 0; i < ranked.size(); i++) {
            quintiles.put(ranked.get(i).number(), 4 - 5 * i / ranked.size());
        }
        List<TrialRecord> pruned = result.trials().stream()
                .filter(t -> t.state() == TrialState.PRUNED && !t.values().isEmpty())
                .filter(t -> Double.isFinite(t.values().get(0)))
                .toList();
        return new Shown(few(ranked), spread(pruned, MOST / 2), quintiles);
    }

    private static List<TrialRecord> few(List<TrialRecord> ranked) {
        if (ranked.size() <= MOST) {
            return byNumber(ranked);
        }
        List<TrialRecord> few = new ArrayList<>(ranked.subList(0, BEST));
        few.addAll(spread(ranked.subList(BEST, ranked.size()), MOST - BEST));
        return byNumber(few);
    }

    private static List<TrialRecord> spread(List<TrialRecord> trials, int most) {
        if (trials.size() <= most) {
            return trials;
        }
        List<TrialRecord> some = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            some.add(trials.get((int) ((long) i * trials.size() / most)));
        }
        return some;
    }

    private static List<TrialRecord> byNumber(List<TrialRecord> trials) {
        return trials.stream()
                .sorted(Comparator.comparingInt(TrialRecord::number))
                .toList();
    }

    /** The class by which a complete trial is drawn. */
    String style(TrialRecord trial) {
        return "q" + quintiles.getOrDefault(trial.number(), 0);
    }
}
