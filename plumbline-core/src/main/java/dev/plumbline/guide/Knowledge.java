package dev.plumbline.guide;

import dev.plumbline.compare.Comparison;
import dev.plumbline.data.Dataset;
import dev.plumbline.debug.FirstStep;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.finding.Finding;
import dev.plumbline.improve.NextStep;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.lab.Run;
import dev.plumbline.network.Network;
import dev.plumbline.start.DataProfile;
import dev.plumbline.start.Proposal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of an experiment so far; null for what is not. The guide can start from any of it: a draft with
 * data alone, an experiment, a finished run.
 *
 * @param draft what the person wrote
 * @param dataset its arrays
 * @param profile what they look like
 * @param proposal the draft with its gaps filled
 * @param network as the experiment describes it
 * @param firstStep one forward and backward step
 * @param overfit what became of one batch
 * @param training the full run of the experiment as it is
 * @param comparison beside baselines
 * @param decomposition the error taken apart
 * @param fix the confirmed edits that make the network learn, where it did not
 * @param repaired the full run with the confirmed fix, where there is one
 * @param path stages visited
 * @param findings of all stages
 * @param tested interventions that were made and run
 * @param nextSteps ranked
 */
public record Knowledge(
        Draft draft,
        @Nullable Dataset dataset,
        @Nullable DataProfile profile,
        @Nullable Proposal proposal,
        @Nullable Network network,
        @Nullable FirstStep firstStep,
        @Nullable OverfitResult overfit,
        @Nullable Run training,
        @Nullable Comparison comparison,
        @Nullable Decomposition decomposition,
        @Nullable Intervention fix,
        @Nullable Run repaired,
        List<Visit> path,
        List<Finding> findings,
        List<TestedIntervention> tested,
        List<NextStep> nextSteps) {
    public Knowledge {
        path = List.copyOf(path);
        findings = List.copyOf(findings);
        tested = List.copyOf(tested);
        nextSteps = List.copyOf(nextSteps);
    }

    /** The experiment, once the start stage has filled the draft's gaps. */
    public Optional<Experiment> experiment() {
        return Optional.ofNullable(proposal).map(Proposal::experiment);
    }

    /** Nothing is known but what the person wrote. */
    public static Knowledge of(Draft draft) {
        return new KnowledgeBuilder(draft).build();
    }

    /** A copy to change. */
    public KnowledgeBuilder edit() {
        return new KnowledgeBuilder(this);
    }

    /** The run to evaluate: the repaired one where there is one, else the experiment's own; null before training. */
    public @Nullable Run evaluated() {
        return repaired == null ? training : repaired;
    }
}
