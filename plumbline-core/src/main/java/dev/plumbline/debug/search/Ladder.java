package dev.plumbline.debug.search;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.lab.Deadline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Successive halving (Jamieson and Talwalkar, 2016) over edits: all are tried with a small share of the effort, the
 * promising ones with all of it. What the experiment shows comes first, and what nothing shows is tried only where that
 * did not settle it.
 */
final class Ladder {
    /** Seconds that all cheap trials together may take where training is fast. */
    private static final double CHEAP_SECONDS = 6;
    /** And in multiples of one whole training where it is slow. */
    private static final double CHEAP_RUNS = 5;
    /** Of the time left. */
    private static final double CHEAP_SHARE = 0.4;

    private static final double LEAST_EFFORT = 0.04;
    private static final double MOST_EFFORT = 0.34;
    /** Edits that go on to the whole effort, besides those whose cause shows. */
    private static final int SURVIVORS = 4;

    private final Arena arena;
    private final Experiment experiment;
    private final Deadline deadline;
    private final Workers workers;
    private final Map<List<Object>, Trial> trials = new LinkedHashMap<>();

    private final List<Trial> untried = new ArrayList<>();

    Ladder(Arena arena, Experiment experiment, Deadline deadline, Workers workers) {
        this.arena = arena;
        this.experiment = experiment;
        this.deadline = deadline;
        this.workers = workers;
    }

    /** Tries these candidates' edits. */
    void climb(List<Candidate> candidates) {
        List<Trial> all = entries(candidates);
        if (all.isEmpty()) {
            return;
        }
        double effort = effort(all.size());
        Deadline cheap = Deadline.in(deadline.left().multipliedBy(2).dividedBy(3));
        List<Trial> tried = run(all, effort, cheap);
        List<Trial> survivors = survivors(tried, effort).stream()
                .filter(t -> !t.attempt().solved() && t.attempt().effort() < 1)
                .toList();
        run(survivors, 1, deadline);
    }

    /** Runs each edit once, side by side where there are several workers; what time leaves out stays untried. */
    private List<Trial> run(List<Trial> entries, double effort, Deadline until) {
        Map<Intervention, Attempt> attempts = new LinkedHashMap<>();
        List<Intervention> edits = entries.stream().map(Trial::edit).distinct().toList();
        List<Supplier<Optional<Attempt>>> tasks = new ArrayList<>();
        for (int i = 0; i < edits.size(); i++) {
            int number = i + 1;
            tasks.add(() ->
                    until.passed() ? Optional.empty() : attempt(edits.get(number - 1), effort, number, edits.size()));
        }
        List<Optional<Attempt>> results = workers.all(tasks);
        for (int i = 0; i < edits.size(); i++) {
            Intervention edit = edits.get(i);
            results.get(i).ifPresent(attempt -> attempts.put(edit, attempt));
        }
        List<Trial> done = new ArrayList<>();
        for (Trial entry : entries) {
            Attempt attempt = attempts.get(entry.edit());
            if (attempt != null) {
                Trial trial = entry.with(attempt);
                trials.put(List.of(entry.candidate().cause(), entry.edit()), trial);
                done.add(trial);
            } else if (effort < 1) {
                untried.add(entry);
            }
        }
        return done;
    }

    private Optional<Attempt> attempt(Intervention edit, double effort, int number, int total) {
        arena.observer().onTrial(edit.name(), number, total);
        return Optional.of(Candidate.edited(edit, experiment)
                .map(edited -> arena.run(edited, effort))
                .orElse(Attempt.impossible(effort)));
    }

    /** Each candidate's first edit before any second one. */
    private List<Trial> entries(List<Candidate> candidates) {
        List<Trial> entries = new ArrayList<>();
        int most = candidates.stream().mapToInt(c -> c.edits().size()).max().orElse(0);
        for (int round = 0; round < most; round++) {
            for (Candidate candidate : candidates) {
                if (round < candidate.edits().size()
                        && Candidate.edited(candidate.edits().get(round), experiment)
                                .isPresent()) {
                    entries.add(new Trial(candidate, candidate.edits().get(round), arena.before(1)));
                }
            }
        }
        return entries;
    }

    private double effort(int count) {
        double seconds = Math.max(0.02, arena.seconds());
        double cheap =
                Math.min(CHEAP_SHARE * deadline.left().toMillis() / 1e3, Math.max(CHEAP_SECONDS, CHEAP_RUNS * seconds));
        double effort = cheap / (count * seconds);
        return effort >= 1 ? 1 : Math.max(LEAST_EFFORT, Math.min(MOST_EFFORT, effort));
    }

    /**
     * Whether an edit has changed nothing yet, step by step, as one of early stopping does not before training ended: a
     * share of the effort says nothing about it.
     */
    private boolean isUnfelt(Attempt attempt) {
        float[] before = arena.before(1).losses();
        float[] after = attempt.losses();
        return after.length > 0
                && after.length < before.length
                && Arrays.equals(after, 0, after.length, before, 0, after.length);
    }

    private List<Trial> survivors(List<Trial> tried, double effort) {
        Attempt before = arena.before(effort);
        List<Trial> ranked = tried.stream()
                .sorted(Comparator.comparingDouble(t -> t.attempt().badness()))
                .toList();
        List<Trial> better = ranked.stream()
                .filter(t -> t.attempt().badness() < before.badness())
                .toList();
        List<Trial> survivors = new ArrayList<>(better.subList(0, Math.min(SURVIVORS, better.size())));
        for (Trial trial : ranked) {
            boolean slow = trial.shows() && trial.candidate().cause().onlyInFullTraining();
            boolean first = trial.edit().equals(trial.candidate().edits().get(0));
            // what makes up for anything would be tried on every healthy experiment, and help a little
            boolean unfelt = !trial.candidate().cause().compensates() && isUnfelt(trial.attempt());
            boolean asked = slow || first && (trial.shows() || unfelt);
            if (asked && !survivors.contains(trial) && survivors.size() < 2 * SURVIVORS) {
                survivors.add(trial);
            }
        }
        return survivors;
    }

    /** Every edit at the most effort that it was given. */
    List<Trial> trials() {
        return List.copyOf(trials.values());
    }

    List<Trial> untried() {
        return untried;
    }
}
