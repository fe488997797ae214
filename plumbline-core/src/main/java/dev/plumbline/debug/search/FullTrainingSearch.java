package dev.plumbline.debug.search;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.finding.Finding;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Searches in full training what keeps a network from learning enough: regularization, for one, may leave a batch alone
 * and still ruin the whole, and a schedule or too few epochs show nowhere else. An edit is confirmed where the
 * validation score is better over three seeds and by enough to matter.
 */
public final class FullTrainingSearch {
    private final Lab lab;
    private final Observer observer;
    private final List<Cause> causes;
    private final Interventions interventions;
    private final Deadline deadline;
    private final Workers workers;

    public FullTrainingSearch(
            Lab lab,
            Observer observer,
            List<Cause> causes,
            Interventions interventions,
            Deadline deadline,
            Workers workers) {
        this.workers = workers;
        this.lab = lab;
        this.observer = observer;
        this.causes = causes;
        this.interventions = interventions;
        this.deadline = deadline;
    }

    /**
     * Tests causes beside the experiment's own training.
     *
     * @param setup the experiment, with what has been seen of it
     * @param before its full training
     */
    public SearchResult search(Setup setup, Run before) {
        return search(setup, before, true);
    }

    /** Tests only what the experiment shows. */
    public SearchResult shown(Setup setup, Run before) {
        return search(setup, before, false);
    }

    private SearchResult search(Setup setup, Run before, boolean silently) {
        List<Candidate> shown = new ArrayList<>();
        List<Candidate> silent = new ArrayList<>();
        for (Candidate candidate : Candidate.of(setup, causes, interventions)) {
            if (candidate.shows()) {
                shown.add(candidate);
            } else if (silently) {
                silent.add(candidate);
            }
        }
        Arena arena = new FullArena(lab, observer, workers, before, deadline);
        Found searched = new CauseSearch(arena, setup.experiment(), deadline, workers).search(shown, silent);
        Seeds seeds = new Seeds(arena, setup.experiment(), arena.before(1), deadline, workers);
        Found found = FactFix.of(searched, arena, trial -> seeds.of(List.of(trial), trial.attempt()));
        SearchReport report = new SearchReport(arena, found, seen(arena));
        List<Finding> findings = new ArrayList<>(report.confirmed());
        findings.addAll(report.unsettled());
        return new SearchResult(
                findings,
                report.tested(),
                found.edit(),
                found.fix().map(fix -> fix.afters().get(0).run()));
    }

    private static String seen(Arena arena) {
        Attempt before = arena.before(1);
        return String.format(Locale.ROOT, "in %s the score is %.4g", arena.name(), before.quantity());
    }

    /** A full training with a fix that is known already, beside the one without it; over seeds, as time allows. */
    public TestedIntervention compare(Intervention fix, Run before, Run after) {
        FullArena arena = new FullArena(lab, observer, workers, before, deadline);
        return new Seeds(arena, before.experiment(), arena.before(1), deadline, workers)
                .of(List.of(), fix, true, arena.attempt(after, 1))
                .test();
    }

    /** Whether the second of two edited trainings is better than the first by more than they may differ by chance. */
    public boolean clearlyBetter(Run before, Run one, Run other) {
        FullArena arena = new FullArena(lab, observer, workers, before, deadline);
        Attempt first = arena.attempt(one, 1);
        Attempt second = arena.attempt(other, 1);
        return second.badness() < first.badness() && !arena.level(first, second);
    }
}
