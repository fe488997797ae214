package dev.plumbline.debug.search;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.lab.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private final Map<List<Object>, Trial> trials = new LinkedHashMap<>();
    /** An edit that several causes share is run once. */
    private final Map<Tried, Attempt> attempts = new HashMap<>();

    private final List<Trial> untried = new ArrayList<>();

    private record Tried(Intervention edit, double effort) {}

    Ladder(Arena arena, Experiment experiment, Deadline deadline) {
        this.arena = arena;
        this.experiment = experiment;
        this.deadline = deadline;
    }

    /** Tries these candidates' edits. */
    void climb(List<Candidate> candidates) {
        List<Trial> all = entries(candidates);
        if (all.isEmpty()) {
            return;
        }
        double effort = effort(all.size());
        Deadline cheap = Deadline.in(deadline.left().multipliedBy(2).dividedBy(3));
        List<Trial> tried = new ArrayList<>();
        for (Trial entry : all) {
            if (cheap.passed()) {
                untried.add(entry);
                continue;
            }
            run(entry, effort, tried);
        }
        for (Trial survivor : survivors(tried, effort)) {
            if (deadline.passed()) {
                break;
            }
            if (!survivor.attempt().solved()) {
                run(survivor, 1, new ArrayList<>());
            }
        }
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

    private void run(Trial entry, double effort, List<Trial> done) {
        Trial trial = entry.with(attempts.computeIfAbsent(
                new Tried(entry.edit(), effort),
                tried -> Candidate.edited(entry.edit(), experiment)
                        .map(edited -> arena.run(edited, effort))
                        .orElse(Attempt.impossible(effort))));
        trials.put(List.of(entry.candidate().cause(), entry.edit()), trial);
        done.add(trial);
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
            if ((slow || trial.shows() && first) && !survivors.contains(trial) && survivors.size() < 2 * SURVIVORS) {
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
