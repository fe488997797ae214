package dev.plumbline.guide;

import dev.plumbline.evaluate.Decomposition;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.improve.NextStep;
import dev.plumbline.improve.Remedies;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.lab.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ranks what to do next: what is broken first, then the remedies for the largest part of the error (I1 to I6). */
final class ImproveStage implements StageWork {
    @Override
    public Stage stage() {
        return Stage.IMPROVE;
    }

    @Override
    public Result carryOut(Knowledge known, Workbench bench) {
        List<NextStep> steps = new ArrayList<>();
        Intervention fix = known.fix();
        if (fix != null) {
            steps.add(new NextStep(fix.title(), because(known), fix.expectation(), Optional.of(fix.name()), "D5"));
        } else {
            known.findings().stream()
                    .filter(f -> f.severity() == Severity.ERROR)
                    .map(f -> new NextStep(
                            f.remedy(), f.rule().title() + ": " + f.seen(), f.why(), Optional.empty(), "D1"))
                    .forEach(steps::add);
        }
        Decomposition decomposition = known.decomposition();
        Run evaluated = known.evaluated();
        if (decomposition != null && evaluated != null) {
            steps.addAll(Remedies.standard().rank(decomposition, evaluated.experiment()));
        }
        Knowledge more = known.edit().nextSteps(steps).build();
        String summary = steps.isEmpty()
                ? "nothing that the evidence asks for"
                : steps.size()
                        + (steps.size() == 1 ? " step: " : " steps, the first: ")
                        + steps.get(0).title();
        return new Result(more, Visit.Status.PASSED, summary);
    }

    private static String because(Knowledge known) {
        return known.findings().stream()
                .filter(f -> f.status() == Status.CONFIRMED && f.severity() == Severity.ERROR)
                .filter(f -> f.confirmedBy() != null)
                .findFirst()
                .map((Finding f) -> f.rule().title() + ": " + f.confirmedBy())
                .orElse("It was shown to help.");
    }
}
