package dev.plumbline.report;

import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Goal;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.Knowledge;
import dev.plumbline.lab.Run;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Scores of the goal's metric by split: of the experiment as it is, and with the confirmed fix.
 *
 * @param goal null where nothing was trained and the person set none
 */
public record Scorecard(@Nullable Goal goal, Map<SplitName, Double> asItIs, Map<SplitName, Double> repaired) {
    /** The split that a network is judged by, best first. */
    private static final List<SplitName> JUDGES =
            List.of(SplitName.TEST, SplitName.SHIFTED_VALIDATION, SplitName.VALIDATION, SplitName.TRAIN);

    public Scorecard {
        asItIs = Collections.unmodifiableMap(new EnumMap<>(asItIs));
        repaired = Collections.unmodifiableMap(new EnumMap<>(repaired));
    }

    /** What the diagnosis knows of it. */
    public static Scorecard of(Diagnosis diagnosis) {
        Knowledge known = diagnosis.knowledge();
        Run run = known.training() != null ? known.training() : known.repaired();
        Goal goal = run != null
                ? run.experiment().goal()
                : known.experiment().map(e -> e.goal()).orElse(known.draft().goal());
        return new Scorecard(goal, scores(known.training()), scores(known.repaired()));
    }

    private static Map<SplitName, Double> scores(@Nullable Run run) {
        Map<SplitName, Double> scores = new EnumMap<>(SplitName.class);
        if (run != null) {
            for (SplitName split : run.predictions().keySet()) {
                run.score(split).ifPresent(s -> scores.put(split, s));
            }
        }
        return scores;
    }

    /** The split that counts, of those that were scored. */
    public Optional<SplitName> judge() {
        return JUDGES.stream()
                .filter(s -> asItIs.containsKey(s) || repaired.containsKey(s))
                .findFirst();
    }
}
