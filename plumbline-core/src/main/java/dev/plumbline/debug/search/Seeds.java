package dev.plumbline.debug.search;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.intervention.Combination;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import dev.plumbline.lab.Deadline;
import java.util.ArrayList;
import java.util.List;

/**
 * Repeats a before and an after with other batches, splits and initial weights, so that a verdict does not hang on one
 * seed. The befores are run once for all edits.
 */
final class Seeds {
    /** Three that all agree are one chance in eight where an edit does nothing. */
    static final int COUNT = 3;

    private final Arena arena;
    private final Experiment experiment;
    private final Deadline deadline;
    private final Workers workers;
    private final List<Attempt> befores = new ArrayList<>();

    Seeds(Arena arena, Experiment experiment, Attempt before, Deadline deadline, Workers workers) {
        this.workers = workers;
        this.arena = arena;
        this.experiment = experiment;
        this.deadline = deadline;
        befores.add(before);
    }

    /**
     * Compares over the seeds that time allows.
     *
     * @param parts trials whose edits are made together
     * @param first how they did with the first seed
     */
    Confirmed of(List<Trial> parts, Attempt first) {
        Intervention edit = Combination.of(parts.stream().map(Trial::edit).toList());
        return of(parts, edit, parts.stream().anyMatch(Trial::shows), first);
    }

    /** The same for an edit that was found elsewhere. */
    Confirmed of(List<Trial> parts, Intervention edit, boolean shown, Attempt first) {
        List<Attempt> afters = new ArrayList<>(List.of(first));
        for (int seed = 1; seed < COUNT && !deadline.passed(); seed++) {
            Experiment other = reseeded(experiment, seed);
            if (befores.size() <= seed) {
                befores.add(arena.run(other, 1));
            }
            afters.add(Candidate.edited(edit, other).map(e -> arena.run(e, 1)).orElse(Attempt.impossible(1)));
            if (!arena.mends(befores.subList(0, afters.size()), afters, shown)) {
                break;
            }
        }
        List<Attempt> pairs = befores.subList(0, Math.min(befores.size(), afters.size()));
        boolean mends = arena.mends(pairs, afters, shown);
        Verdict verdict = mends ? Verdict.FIXES : verdict(arena, pairs.get(0), first);
        return new Confirmed(
                parts,
                edit,
                new TestedIntervention(edit, arena.name(), arena.measured(pairs), arena.measured(afters), verdict),
                afters);
    }

    /** Of a single pair that is no fix. */
    static Verdict verdict(Arena arena, Attempt before, Attempt after) {
        if (arena.helps(before, after)) {
            return Verdict.HELPS;
        }
        return arena.helps(after, before) ? Verdict.WORSE : Verdict.NO_CHANGE;
    }

    static Experiment reseeded(Experiment experiment, int by) {
        return experiment
                .withData(experiment.data().withSeed(experiment.data().seed() + by))
                .withTraining(
                        experiment.training().withSeed(experiment.training().seed() + by));
    }
}
