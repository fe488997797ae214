package dev.plumbline.guide;

import dev.plumbline.compare.Comparison;
import dev.plumbline.data.Dataset;
import dev.plumbline.debug.FirstStep;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.experiment.Draft;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.improve.NextStep;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.lab.Run;
import dev.plumbline.network.Network;
import dev.plumbline.start.DataProfile;
import dev.plumbline.start.Proposal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds to {@link Knowledge}; what is not set stays as it was. */
public final class KnowledgeBuilder {
    private final Draft draft;
    private @Nullable Dataset dataset;
    private @Nullable DataProfile profile;
    private @Nullable Proposal proposal;
    private @Nullable Network network;
    private @Nullable FirstStep firstStep;
    private @Nullable OverfitResult overfit;
    private @Nullable Run training;
    private @Nullable Comparison comparison;
    private @Nullable Decomposition decomposition;
    private @Nullable Intervention fix;
    private @Nullable Run repaired;
    private final List<Visit> path = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<TestedIntervention> tested = new ArrayList<>();
    private final List<NextStep> nextSteps = new ArrayList<>();

    KnowledgeBuilder(Draft draft) {
        this.draft = draft;
    }

    KnowledgeBuilder(Knowledge known) {
        this.draft = known.draft();
        this.dataset = known.dataset();
        this.profile = known.profile();
        this.proposal = known.proposal();
        this.network = known.network();
        this.firstStep = known.firstStep();
        this.overfit = known.overfit();
        this.training = known.training();
        this.comparison = known.comparison();
        this.decomposition = known.decomposition();
        this.fix = known.fix();
        this.repaired = known.repaired();
        this.path.addAll(known.path());
        this.findings.addAll(known.findings());
        this.tested.addAll(known.tested());
        this.nextSteps.addAll(known.nextSteps());
    }

    public KnowledgeBuilder data(Dataset read, DataProfile seen) {
        this.dataset = read;
        this.profile = seen;
        return this;
    }

    public KnowledgeBuilder proposal(Proposal filled) {
        this.proposal = filled;
        return this;
    }

    public KnowledgeBuilder network(Network made) {
        this.network = made;
        return this;
    }

    public KnowledgeBuilder firstStep(FirstStep step) {
        this.firstStep = step;
        return this;
    }

    public KnowledgeBuilder overfit(OverfitResult result) {
        this.overfit = result;
        return this;
    }

    public KnowledgeBuilder training(Run run) {
        this.training = run;
        return this;
    }

    public KnowledgeBuilder comparison(Comparison beside) {
        this.comparison = beside;
        return this;
    }

    public KnowledgeBuilder decomposition(Decomposition terms) {
        this.decomposition = terms;
        return this;
    }

    public KnowledgeBuilder fix(Intervention confirmed) {
        this.fix = confirmed;
        return this;
    }

    public KnowledgeBuilder repaired(Run run) {
        this.repaired = run;
        return this;
    }

    /** Adds a stage to the path. */
    public KnowledgeBuilder visit(Visit visit) {
        path.add(visit);
        return this;
    }

    /** Adds findings; of the same rule and subject the one stays that settles more, and the later where both do not. */
    public KnowledgeBuilder findings(List<Finding> found) {
        List<Finding> earlier = List.copyOf(findings);
        for (Finding finding : found) {
            List<Finding> same = earlier.stream()
                    .filter(f -> f.rule().equals(finding.rule()) && f.subject().equals(finding.subject()))
                    .toList();
            if (same.stream().noneMatch(f -> settlesMore(f, finding))) {
                findings.removeAll(same);
                findings.add(finding);
            }
        }
        return this;
    }

    private static boolean settlesMore(Finding earlier, Finding later) {
        return earlier.status() == Status.CONFIRMED
                && (later.status() != Status.CONFIRMED || earlier.severity().compareTo(later.severity()) >= 0);
    }

    /** Makes errors of the overfit stage warnings: they are real, but it cannot be shown that they hurt. */
    KnowledgeBuilder downgradeErrors(String because) {
        findings.replaceAll(f -> f.severity() == Severity.ERROR && f.rule().stage() == Stage.OVERFIT
                ? new Finding(
                        f.rule(),
                        Severity.WARNING,
                        f.status(),
                        f.subject(),
                        f.seen(),
                        f.why(),
                        f.confirmedBy() + "; but " + because,
                        f.remedy())
                : f);
        return this;
    }

    /** Adds interventions that were run. */
    public KnowledgeBuilder tested(List<TestedIntervention> run) {
        tested.addAll(run);
        return this;
    }

    /** Sets what to do next, ranked. */
    public KnowledgeBuilder nextSteps(List<NextStep> steps) {
        nextSteps.clear();
        nextSteps.addAll(steps);
        return this;
    }

    public Knowledge build() {
        return new Knowledge(
                draft,
                dataset,
                profile,
                proposal,
                network,
                firstStep,
                overfit,
                training,
                comparison,
                decomposition,
                fix,
                repaired,
                path,
                findings,
                tested,
                nextSteps);
    }
}
