package dev.plumbline.guide;

import dev.plumbline.data.Dataset;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.start.DataChecks;
import dev.plumbline.start.DataProfile;
import dev.plumbline.start.DataProfiler;
import dev.plumbline.start.Proposal;
import dev.plumbline.start.Starter;
import java.util.List;

/** Reads the data and fills the draft's gaps. */
final class StartStage implements StageWork {
    @Override
    public Stage stage() {
        return Stage.START;
    }

    @Override
    public Result carryOut(Knowledge known, Workbench bench) {
        Starter starter = new Starter();
        ModelPlan given = known.draft().model();
        ImportedModel imported =
                given == null ? null : bench.lab().imported(given).orElse(null);
        Draft draft = starter.naming(known.draft(), imported);
        Dataset dataset = bench.data().load(draft.data(), draft.task());
        DataProfile profile = new DataProfiler().profile(dataset);
        Proposal proposal = starter.propose(draft, dataset, imported);
        List<Finding> findings = Findings.of(
                DataChecks.standard(proposal.experiment().data().normalization(), imported != null), profile);
        Dataset used = bench.data()
                .load(proposal.experiment().data(), proposal.experiment().task());
        Knowledge more = known.edit()
                .data(used, profile)
                .proposal(proposal)
                .findings(findings)
                .build();
        String summary = dataset.schema().modality() + " data for " + dataset.task() + ", "
                + dataset.train().size() + " training examples; "
                + (proposal.decisions().isEmpty()
                        ? "everything was set by you"
                        : proposal.decisions().size() + " settings chosen for you");
        return new Result(more, Findings.status(findings), summary);
    }
}
