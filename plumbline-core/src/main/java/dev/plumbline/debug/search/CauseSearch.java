package dev.plumbline.debug.search;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.intervention.Combination;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import dev.plumbline.lab.Deadline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Searches the fewest edits that mend an experiment: single ones first ({@link Ladder}), the best of them over seeds;
 * where no single one is enough, all that are indicated together; where one has mended it, whether another adds to it;
 * and in the end every edit that is not needed is taken back.
 */
final class CauseSearch {
    /** Equally good fixes that are repeated with other seeds; a person can choose among them. */
    private static final int EQUIVALENTS = 4;
    /** Share of a gain by which a cause that shows comes before one that may only make up for it. */
    private static final double MOST_OF_IT = 0.7;
    /** Edits that may be added to a fix. */
    private static final int ADDED = 3;

    private final Arena arena;
    private final Experiment experiment;
    private final Deadline deadline;
    private final Ladder ladder;
    private final Seeds seeds;

    CauseSearch(Arena arena, Experiment experiment, Deadline deadline, Workers workers) {
        this.arena = arena;
        this.experiment = experiment;
        this.deadline = deadline;
        this.ladder = new Ladder(arena, experiment, deadline, workers);
        this.seeds = new Seeds(arena, experiment, arena.before(1), deadline, workers);
    }

    /** @param silent tried only where what shows does not settle it */
    Found search(List<Candidate> shown, List<Candidate> silent) {
        ladder.climb(shown);
        boolean settled = ladder.trials().stream().anyMatch(t -> t.attempt().solved());
        if (!settled && !arena.good(arena.before(1))) {
            ladder.climb(silent);
        }
        List<Confirmed> confirmed = confirm();
        Optional<Confirmed> fix = confirmed.stream().findFirst();
        if (fix.isEmpty()) {
            fix = together();
            fix.ifPresent(confirmed::add);
        } else if (!fix.get().afters().get(0).solved()) {
            Optional<Confirmed> more = extended(fix.get(), confirmed);
            if (more.isPresent()) {
                fix = more;
                confirmed.add(0, more.get());
            }
        }
        List<Candidate> candidates = new ArrayList<>(shown);
        candidates.addAll(silent);
        return new Found(arena.before(1), candidates, ladder.trials(), confirmed, fix, List.copyOf(ladder.untried()));
    }

    /** The single edits that mend it, those that are level with the best, the clearest sign first. */
    private List<Confirmed> confirm() {
        Attempt before = arena.before(1);
        List<Trial> fixers = new ArrayList<>(ladder.trials().stream()
                .filter(t -> t.attempt().effort() >= 1 || t.attempt().solved())
                .filter(t -> arena.promises(before, t.attempt(), t.shows()))
                .toList());
        if (fixers.isEmpty()) {
            return new ArrayList<>();
        }
        Trial best = Collections.min(
                fixers, Comparator.comparingDouble(t -> t.attempt().badness()));
        // stable, so that among equals a cause's own first edit, and the likelier cause, stay in front
        fixers.sort(Comparator.comparing((Trial t) -> !rivals(t, best))
                .thenComparing(t -> t.candidate().sign())
                .thenComparing(t -> t.candidate().cause().compensates())
                .thenComparing(t -> rivals(t, best) ? 0 : t.attempt().badness()));
        List<Confirmed> confirmed = new ArrayList<>();
        Map<Intervention, Confirmed> known = new LinkedHashMap<>();
        for (Trial trial : fixers) {
            boolean enough = known.size() >= EQUIVALENTS || deadline.passed() && !known.isEmpty();
            if (enough && !known.containsKey(trial.edit())) {
                continue;
            }
            Confirmed test = known.computeIfAbsent(trial.edit(), edit -> seeds.of(List.of(trial), trial.attempt()));
            if (test.test().verdict() == Verdict.FIXES) {
                confirmed.add(new Confirmed(List.of(trial), test.edit(), test.test(), test.afters()));
            }
        }
        return confirmed;
    }

    /** Whether one is as good as the best; where the best may only make up for a cause, most of it is enough. */
    private boolean rivals(Trial trial, Trial best) {
        double before = arena.before(1).badness();
        double gain = before - trial.attempt().badness();
        double most = before - best.attempt().badness();
        boolean explains = best.candidate().cause().compensates()
                && !trial.candidate().cause().compensates()
                && trial.shows()
                && gain >= MOST_OF_IT * most;
        return arena.level(trial.attempt(), best.attempt()) || explains;
    }

    /** All indicated or helpful edits at once, one a cause, then without each that is not needed. */
    private Optional<Confirmed> together() {
        Map<Object, Trial> best = new LinkedHashMap<>();
        for (Trial trial : ladder.trials()) {
            Attempt before = arena.before(trial.attempt().effort());
            boolean failed = trial.attempt().run() == null;
            if (!failed && (trial.shows() || arena.helps(before, trial.attempt()))) {
                best.merge(
                        trial.candidate().cause(),
                        trial,
                        (a, b) -> b.attempt().badness() < a.attempt().badness() ? b : a);
            }
        }
        List<Trial> needed = distinct(best.values());
        if (needed.size() < 2 || deadline.passed()) {
            return Optional.empty();
        }
        Attempt all = run(needed);
        if (!mends(needed, all)) {
            return Optional.empty();
        }
        for (Trial trial : List.copyOf(needed)) {
            List<Trial> without = new ArrayList<>(needed);
            without.remove(trial);
            if (without.isEmpty() || deadline.passed()) {
                continue;
            }
            Attempt less = run(without);
            if (mends(without, less) && (arena.level(less, all) || less.badness() < all.badness())) {
                needed = without;
                all = less;
            }
        }
        Confirmed test = seeds.of(needed, all);
        return test.test().verdict() == Verdict.FIXES ? Optional.of(test) : Optional.empty();
    }

    private static List<Trial> distinct(Iterable<Trial> trials) {
        Map<Intervention, Trial> byEdit = new LinkedHashMap<>();
        trials.forEach(t -> byEdit.putIfAbsent(t.edit(), t));
        return new ArrayList<>(byEdit.values());
    }

    /** Whether a second edit adds to a fix that helped but did not settle it; empty where none does. */
    private Optional<Confirmed> extended(Confirmed fix, List<Confirmed> confirmed) {
        Attempt alone = fix.afters().get(0);
        // what mends it as well is another way to the same end; what mends it less may be a second fault
        List<Intervention> taken = confirmed.stream()
                .filter(c -> c.equals(fix) || arena.level(c.afters().get(0), alone))
                .map(Confirmed::edit)
                .toList();
        List<Trial> others = distinct(ladder.trials().stream()
                .filter(t -> t.attempt().run() != null && !taken.contains(t.edit()))
                .filter(t -> !t.candidate().equals(fix.parts().get(0).candidate()))
                .filter(t -> arena.helps(arena.before(t.attempt().effort()), t.attempt()))
                .sorted(Comparator.comparing((Trial t) -> t.candidate().sign())
                        .thenComparing(t -> t.attempt().badness()))
                .toList());
        for (Trial other : others.subList(0, Math.min(ADDED, others.size()))) {
            if (deadline.passed() || arena.good(alone)) {
                break;
            }
            List<Trial> both = List.of(fix.parts().get(0), other);
            Attempt more = run(both);
            if (arena.mends(List.of(alone), List.of(more), other.shows())) {
                Confirmed test = seeds.of(both, more);
                boolean adds = arena.mends(fix.afters(), test.afters(), other.shows());
                if (test.test().verdict() == Verdict.FIXES && adds) {
                    return Optional.of(test);
                }
            }
        }
        return Optional.empty();
    }

    private boolean mends(List<Trial> parts, Attempt after) {
        boolean shown = parts.stream().anyMatch(Trial::shows);
        return arena.mends(List.of(arena.before(1)), List.of(after), shown);
    }

    private Attempt run(List<Trial> parts) {
        Intervention all = Combination.of(parts.stream().map(Trial::edit).toList());
        return Candidate.edited(all, experiment)
                .map(edited -> arena.run(edited, 1))
                .orElse(Attempt.impossible(1));
    }
}
