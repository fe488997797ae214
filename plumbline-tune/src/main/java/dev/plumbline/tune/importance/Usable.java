package dev.plumbline.tune.importance;

import dev.plumbline.tune.history.History;
import dev.plumbline.tune.history.TrialRecord;
import java.util.List;

/** The trials that importances are told by. */
final class Usable {
    private Usable() {}

    /** Complete ones with finite values. */
    static List<TrialRecord> trials(History history) {
        return history.complete().stream()
                .filter(trial -> trial.values().stream().allMatch(Double::isFinite))
                .toList();
    }
}
