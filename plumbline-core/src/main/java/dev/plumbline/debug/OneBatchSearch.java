package dev.plumbline.debug;

import dev.plumbline.data.Dataset;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.intervention.Combination;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import dev.plumbline.lab.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tests on one batch which cause keeps a network from learning (D5): make the edit that would remove it, run, compare.
 *
 * <p>Causes that the experiment itself shows are tested first; the others that explain the trend only if none of those
 * was it, since what is merely possible need not be proved where something visible is enough. If no single edit is
 * enough, all that are indicated are made together, and then every one that is not needed is taken back. What fixes it
 * has to do so on three pairs of batch and initialization.
 */
public final class OneBatchSearch {
    private static final int SEEDS = 3;
    /** A loss this much smaller helps, although it is not about 0. */
    private static final double HELPS = 0.5;
    /** No single run may take more than this share of the time that is left. */
    private static final int SHARE = 4;

    private final OneBatch oneBatch;
    private final List<Cause> causes;
    private final Interventions interventions;
    private final Deadline deadline;

    public OneBatchSearch(OneBatch oneBatch, List<Cause> causes, Interventions interventions, Deadline deadline) {
        this.oneBatch = oneBatch;
        this.causes = causes;
        this.interventions = interventions;
        this.deadline = deadline;
    }

    /** One edit of a candidate and how it went. */
    record Trial(Candidate candidate, Intervention edit, OverfitResult result) {
        boolean fixes() {
            return result.overfits();
        }

        boolean helps(OverfitResult before) {
            return result.distance() < HELPS * before.distance();
        }

        long steps() {
            return result.run().steps();
        }
    }

    /**
     * Searches the cause of a failure.
     *
     * @param setup the experiment as it is
     * @param before its own result on one batch, a failure
     */
    public SearchResult search(Setup setup, Dataset dataset, OverfitResult before) {
        List<Candidate> candidates = Candidate.of(setup, causes, interventions);
        List<Trial> trials = new ArrayList<>();
        List<Intervention> untried = new ArrayList<>();
        for (Candidate candidate : candidates.stream().filter(Candidate::shows).toList()) {
            attempt(candidate, setup.experiment(), dataset, before, trials, untried);
        }
        if (trials.stream().noneMatch(Trial::fixes)) {
            for (Candidate candidate : candidates) {
                if (!candidate.shows() && candidate.cause().explains().contains(before.trend())) {
                    attempt(candidate, setup.experiment(), dataset, before, trials, untried);
                }
            }
        }
        List<Trial> fixers = trials.stream()
                .filter(Trial::fixes)
                .sorted(Comparator.comparing((Trial t) -> !t.candidate().shows())
                        .thenComparing(Trial::steps))
                .toList();
        Optional<List<Trial>> together =
                fixers.isEmpty() ? together(setup.experiment(), dataset, before, trials) : Optional.empty();
        Confirmation confirmation = new Confirmation(oneBatch, dataset, before, deadline, SEEDS);
        List<TestedIntervention> tested = new ArrayList<>();
        Map<Trial, TestedIntervention> confirmed = new LinkedHashMap<>();
        for (Trial fixer : fixers) {
            TestedIntervention test = confirmation.of(setup.experiment(), fixer.edit(), fixer.result());
            tested.add(test);
            if (test.verdict() == Verdict.FIXES) {
                confirmed.put(fixer, test);
            }
        }
        Optional<Intervention> fix =
                confirmed.keySet().stream().map(Trial::edit).findFirst();
        if (together.isPresent()) {
            Intervention all =
                    Combination.of(together.get().stream().map(Trial::edit).toList());
            TestedIntervention test =
                    confirmation.of(setup.experiment(), all, run(all.apply(setup.experiment()), dataset, before));
            tested.add(test);
            if (test.verdict() == Verdict.FIXES) {
                together.get().forEach(trial -> confirmed.put(trial, test));
                fix = Optional.of(all);
            }
        }
        for (Trial trial : trials) {
            if (!trial.fixes()) {
                tested.add(OneBatchReport.tested(trial, before));
            }
        }
        untried.forEach(edit -> tested.add(OneBatchReport.untried(edit, before)));
        return new SearchResult(
                OneBatchReport.findings(candidates, trials, confirmed, before), tested, fix, Optional.empty());
    }

    /** Tries a candidate's edits until one fixes it. */
    private void attempt(
            Candidate candidate,
            Experiment experiment,
            Dataset dataset,
            OverfitResult before,
            List<Trial> trials,
            List<Intervention> untried) {
        for (Intervention edit : candidate.edits()) {
            if (deadline.passed()) {
                untried.add(edit);
                continue;
            }
            Experiment edited = edit.apply(experiment);
            if (edited.equals(experiment)) {
                continue;
            }
            Trial trial = new Trial(candidate, edit, run(edited, dataset, before));
            trials.add(trial);
            if (trial.fixes()) {
                return;
            }
        }
    }

    private OverfitResult run(Experiment edited, Dataset dataset, OverfitResult before) {
        int steps = before.run().experiment().training().epochs();
        Duration share = deadline.left().dividedBy(SHARE);
        return oneBatch.run(edited, dataset, steps, deadline.budget(share));
    }

    /** All indicated or helpful edits at once, then without each that is not needed. */
    private Optional<List<Trial>> together(
            Experiment experiment, Dataset dataset, OverfitResult before, List<Trial> trials) {
        Map<Cause, Trial> best = new LinkedHashMap<>();
        for (Trial trial : trials) {
            if (trial.candidate().shows() || trial.helps(before)) {
                best.merge(
                        trial.candidate().cause(),
                        trial,
                        (a, b) -> b.result().distance() < a.result().distance() ? b : a);
            }
        }
        List<Trial> needed = new ArrayList<>(best.values());
        if (needed.size() < 2 || deadline.passed() || !learns(needed, experiment, dataset, before)) {
            return Optional.empty();
        }
        for (Trial trial : List.copyOf(needed)) {
            List<Trial> without = new ArrayList<>(needed);
            without.remove(trial);
            if (without.size() >= 2 && !deadline.passed() && learns(without, experiment, dataset, before)) {
                needed = without;
            }
        }
        return Optional.of(needed);
    }

    private boolean learns(List<Trial> edits, Experiment experiment, Dataset dataset, OverfitResult before) {
        Intervention all = Combination.of(edits.stream().map(Trial::edit).toList());
        return run(all.apply(experiment), dataset, before).overfits();
    }
}
