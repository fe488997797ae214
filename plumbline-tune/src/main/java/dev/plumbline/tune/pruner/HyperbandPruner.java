package dev.plumbline.tune.pruner;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Hyperband (Li et al., JMLR 18, 2018): trials are dealt out to brackets of successive halving whose first rungs lie
 * later and later, so that a trial that begins slowly has a chance in one of them. The earlier a bracket stops, the
 * more trials it gets; each costs about the same altogether.
 *
 * @param minResource the first rung of the first bracket, at least 1
 * @param maxResource the last step of a trial, at least {@code minResource}
 * @param factor of how many trials at a rung one goes on, and how many times later the next rung is; at least 2
 */
public record HyperbandPruner(int minResource, int maxResource, int factor) implements Pruner {
    public HyperbandPruner {
        new Rungs(minResource, factor);
        if (maxResource < minResource) {
            throw new IllegalArgumentException("`maxResource >= minResource` must hold, but got maxResource="
                    + maxResource + ", minResource=" + minResource);
        }
    }

    /** For trials of so many steps; leaves the first ones alone, which are noise. */
    public static HyperbandPruner upTo(int maxResource) {
        return new HyperbandPruner(Math.min(Rungs.CLEAR_OF_NOISE, maxResource), maxResource, 3);
    }

    @Override
    public Verdict judge(History history, TrialRecord trial) {
        int bracket = bracket(trial.number());
        History same = new History(
                history.directions(), ofBracket(history.finished(), bracket), ofBracket(history.running(), bracket));
        return brackets().get(bracket).judge(same, trial);
    }

    private List<TrialRecord> ofBracket(List<TrialRecord> trials, int bracket) {
        return trials.stream()
                .filter(trial -> bracket(trial.number()) == bracket)
                .toList();
    }

    private List<SuccessiveHalvingPruner> brackets() {
        List<SuccessiveHalvingPruner> brackets = new ArrayList<>();
        for (long first = minResource; first <= maxResource; first *= factor) {
            brackets.add(new SuccessiveHalvingPruner((int) first, factor, false));
        }
        return brackets;
    }

    /**
     * The bracket of a trial: the first gets {@code factor^(n-1)} shares, the last one. Depends on its number alone.
     */
    int bracket(int trial) {
        int count = brackets().size();
        long shares = 0;
        for (int i = 0; i < count; i++) {
            shares += power(i);
        }
        // numbers next to each other come to different brackets
        long place = Math.floorMod(trial * 0x9E3779B97F4A7C15L >>> 1, shares);
        for (int i = 0; i < count; i++) {
            place -= power(count - 1 - i);
            if (place < 0) {
                return i;
            }
        }
        return count - 1;
    }

    private long power(int exponent) {
        return Math.round(Math.pow(factor, exponent));
    }
}
