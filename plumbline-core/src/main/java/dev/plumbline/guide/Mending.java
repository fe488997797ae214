package dev.plumbline.guide;

import dev.plumbline.debug.search.FullTrainingSearch;
import dev.plumbline.debug.search.SearchResult;
import dev.plumbline.finding.Finding;
import dev.plumbline.intervention.Combination;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import java.util.ArrayList;
import java.util.List;

/** Searches in full training what one batch could not settle, and sees whether what mends one batch mends the whole. */
final class Mending {
    /** Edits that mend one batch equally well and are compared in full training. */
    private static final int EQUIVALENTS = 3;

    private final Knowledge known;
    private final Workbench bench;
    private final Run training;
    private final FullTrainingSearch search;

    Mending(Knowledge known, Workbench bench, Run training) {
        this.known = known;
        this.bench = bench;
        this.training = training;
        this.search = new FullTrainingSearch(
                bench.lab(),
                bench.observer(),
                bench.causes(),
                bench.interventions(),
                bench.deadline(),
                bench.workers());
    }

    /**
     * What came of it.
     *
     * @param findings of the search in full training
     * @param evaluated the best run there is
     */
    record Result(List<Finding> findings, Run evaluated) {}

    Result carryOut(KnowledgeBuilder more) {
        Intervention fix = known.fix();
        if (fix == null) {
            return searched(more);
        }
        Repair best = repair(fix, more);
        if (best.test().verdict() == Verdict.NO_CHANGE || best.test().verdict() == Verdict.WORSE) {
            more.downgradeErrors("full training does no better without it: "
                    + best.test().before().quantity() + " "
                    + number(best.test().before().mean()) + " as it is, "
                    + number(best.test().after().mean()) + " with `" + fix.name() + "`");
            Result searched = searched(more);
            if (searched.evaluated().equals(training)) {
                more.repaired(best.run());
                return new Result(searched.findings(), best.run());
            }
            return searched;
        }
        more.fix(best.fix()).repaired(best.run());
        return added(best, more);
    }

    private String number(double score) {
        return CompareStage.number(training.experiment().goal().metric(), score);
    }

    /** All causes, beside the experiment as it is. */
    private Result searched(KnowledgeBuilder more) {
        SearchResult result = search.search(
                Setups.of(known, bench.lab().network(training.experiment()), bench.lab(), training), training);
        more.tested(result.tested());
        result.fix().ifPresent(more::fix);
        result.repaired().ifPresent(more::repaired);
        return new Result(result.findings(), result.repaired().orElse(training));
    }

    private record Repair(Intervention fix, TestedIntervention test, Run run) {}

    /** Full training with what mends one batch, and with what mends it as well; the best of them, over seeds. */
    private Repair repair(Intervention fix, KnowledgeBuilder more) {
        List<Intervention> fixes = new ArrayList<>(List.of(fix));
        known.tested().stream()
                .filter(t -> t.verdict() == Verdict.FIXES && !fixes.contains(t.intervention()))
                .limit(EQUIVALENTS - 1L)
                .forEach(t -> fixes.add(t.intervention()));
        Intervention best = fix;
        Run bestRun = trained(fix);
        for (Intervention other : fixes.subList(1, fixes.size())) {
            if (bench.deadline().passed()) {
                break;
            }
            Run run = trained(other);
            if (search.clearlyBetter(training, bestRun, run)) {
                best = other;
                bestRun = run;
            }
        }
        TestedIntervention test = search.compare(best, training, bestRun);
        more.tested(List.of(test));
        return new Repair(best, test, bestRun);
    }

    private Run trained(Intervention fix) {
        return bench.lab()
                .run(
                        fix.apply(training.experiment()),
                        RunRequest.full(bench.deadline().budget()),
                        bench.observer());
    }

    /** What the mended experiment still shows. */
    private Result added(Repair repair, KnowledgeBuilder more) {
        SearchResult result = search.shown(
                Setups.of(
                        known,
                        repair.run().experiment(),
                        bench.lab().network(repair.run().experiment()),
                        bench.lab()),
                repair.run());
        more.tested(result.tested());
        Run evaluated = result.repaired().orElse(repair.run());
        result.fix().ifPresent(second -> {
            more.fix(Combination.of(List.of(repair.fix(), second)));
            more.repaired(evaluated);
        });
        // what shows was told by the search on one batch already, unless it is confirmed only now
        List<Finding> findings = result.findings().stream()
                .filter(f -> f.confirmedBy() != null
                        && known.findings().stream()
                                .noneMatch(k -> k.rule().equals(f.rule()) && k.confirmedBy() != null))
                .toList();
        return new Result(findings, evaluated);
    }
}
