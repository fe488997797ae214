package dev.plumbline.debug.search;

import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some faults need no score to be true: answers that depend on the other examples of a batch are wrong, however well
 * they happen to score. An edit that removes such a fault is a fix as long as it costs nothing, unless something that
 * does not merely make up for the fault has mended the experiment.
 */
final class FactFix {
    private FactFix() {}

    /** What was found, led by such a fix where there is one. @param repeat tries an edit with other seeds */
    static Found of(Found found, Arena arena, Function<Trial, Confirmed> repeat) {
        boolean mended = found.fix()
                .filter(fix -> fix.parts().stream()
                        .anyMatch(t -> !t.candidate().cause().compensates()))
                .isPresent();
        if (mended) {
            return found;
        }
        Attempt before = arena.before(1);
        Optional<Confirmed> fix = found.trials().stream()
                .filter(t -> isFault(t.candidate())
                        && t.attempt().run() != null
                        && t.attempt().effort() >= 1)
                .filter(t -> !arena.helps(t.attempt(), before))
                .min(Comparator.comparingDouble(t -> t.attempt().badness()))
                .map(repeat)
                .filter(test -> test.test().verdict() != Verdict.WORSE);
        if (fix.isEmpty()) {
            return found;
        }
        List<Confirmed> confirmed = new ArrayList<>(List.of(fix.get()));
        confirmed.addAll(found.confirmed());
        return new Found(found.before(), found.candidates(), found.trials(), confirmed, fix, found.untried());
    }

    private static boolean isFault(Candidate candidate) {
        return candidate.symptoms().stream()
                .anyMatch(f -> f.status() == Status.CONFIRMED && f.severity() == Severity.ERROR);
    }
}
