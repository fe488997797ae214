package dev.plumbline.debug;

import dev.plumbline.data.Dataset;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import dev.plumbline.lab.Deadline;
import java.util.ArrayList;
import java.util.List;

/**
 * Repeats a before and an after with other batches and other initial weights, so that a verdict does not hang on one
 * seed. The befores are run once for all edits.
 */
final class Confirmation {
    private final OneBatch oneBatch;
    private final Dataset dataset;
    private final Deadline deadline;
    private final int seeds;
    private final List<OverfitResult> befores = new ArrayList<>();

    Confirmation(OneBatch oneBatch, Dataset dataset, OverfitResult before, Deadline deadline, int seeds) {
        this.oneBatch = oneBatch;
        this.dataset = dataset;
        this.deadline = deadline;
        this.seeds = seeds;
        befores.add(before);
    }

    /** Fixes: every after overfits, and most befores do not; a fault on the edge lets one seed through now and then. */
    TestedIntervention of(Experiment experiment, Intervention edit, OverfitResult after) {
        List<OverfitResult> afters = new ArrayList<>(List.of(after));
        for (int seed = 1; seed < seeds && !deadline.passed(); seed++) {
            Experiment other = reseeded(experiment, seed);
            if (befores.size() <= seed) {
                befores.add(run(other));
            }
            afters.add(run(edit.apply(other)));
        }
        boolean always = afters.stream().allMatch(OverfitResult::overfits);
        long passed = befores.stream().filter(OverfitResult::overfits).count();
        return new TestedIntervention(
                edit,
                "one batch of " + after.batchSize(),
                OneBatchReport.measured(befores),
                OneBatchReport.measured(afters),
                always && 2 * passed < befores.size() ? Verdict.FIXES : Verdict.HELPS);
    }

    private OverfitResult run(Experiment experiment) {
        int steps = befores.get(0).run().experiment().training().epochs();
        return oneBatch.run(experiment, dataset, steps, deadline.budget());
    }

    private static Experiment reseeded(Experiment experiment, int by) {
        return experiment
                .withData(experiment.data().withSeed(experiment.data().seed() + by))
                .withTraining(
                        experiment.training().withSeed(experiment.training().seed() + by));
    }
}
