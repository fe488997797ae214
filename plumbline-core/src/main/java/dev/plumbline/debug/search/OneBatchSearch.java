package dev.plumbline.debug.search;

import dev.plumbline.data.Dataset;
import dev.plumbline.debug.OneBatch;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.finding.Finding;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.lab.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Searches why a network cannot learn one batch by heart (D5). Causes that the experiment shows are tried first; those
 * that only the trend points to are tried where no visible one was it, since what is merely possible need not be proved
 * where something visible is enough. What mends it has to do so on three pairs of batch and initialization.
 */
public final class OneBatchSearch {
    private final OneBatch oneBatch;
    private final List<Cause> causes;
    private final Interventions interventions;
    private final Deadline deadline;
    private final Workers workers;

    public OneBatchSearch(
            OneBatch oneBatch, List<Cause> causes, Interventions interventions, Deadline deadline, Workers workers) {
        this.workers = workers;
        this.oneBatch = oneBatch;
        this.causes = causes;
        this.interventions = interventions;
        this.deadline = deadline;
    }

    /**
     * Searches the cause of a failure.
     *
     * @param setup the experiment as it is
     * @param before its own result on one batch, a failure
     */
    public SearchResult search(Setup setup, Dataset dataset, OverfitResult before) {
        List<Candidate> shown = new ArrayList<>();
        List<Candidate> silent = new ArrayList<>();
        for (Candidate candidate : Candidate.of(setup, causes, interventions)) {
            boolean explains = candidate.cause().explains().contains(before.trend());
            if (candidate.cause().onlyInFullTraining()) {
                continue;
            }
            if (candidate.shows()) {
                shown.add(candidate);
            } else if (explains) {
                silent.add(candidate);
            }
        }
        Arena arena = new OneBatchArena(oneBatch, workers, dataset, before, deadline);
        Found found = new CauseSearch(arena, setup.experiment(), deadline, workers).search(shown, silent);
        SearchReport report = new SearchReport(arena, found, curve(before));
        List<Finding> findings = new ArrayList<>(report.confirmed());
        findings.add(FindingText.failure(before, !findings.isEmpty()));
        findings.addAll(report.unsettled());
        return new SearchResult(findings, report.tested(), found.edit(), Optional.empty());
    }

    private static String curve(OverfitResult before) {
        return "the loss on one batch " + before.trend() + ", " + FindingText.curve(before);
    }
}
