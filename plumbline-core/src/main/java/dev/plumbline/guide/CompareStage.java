package dev.plumbline.guide;

import dev.plumbline.compare.Baselines;
import dev.plumbline.compare.Comparison;
import dev.plumbline.compare.ComparisonChecks;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.SplitName;
import dev.plumbline.debug.FullTrainingSearch;
import dev.plumbline.debug.SearchResult;
import dev.plumbline.evaluate.RunChecks;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Metric;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Stage;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Trains the experiment in full, with the confirmed fix beside it where there is one, tests in full training what one
 * batch could not settle, and compares to baselines (D6).
 */
final class CompareStage implements StageWork {
    @Override
    public Stage stage() {
        return Stage.COMPARE;
    }

    @Override
    public Result carryOut(Knowledge known, Workbench bench) {
        Experiment experiment = known.experiment().orElseThrow();
        Dataset dataset = Objects.requireNonNull(known.dataset());
        KnowledgeBuilder more = known.edit();
        Run training = known.training() == null
                ? bench.lab().run(experiment, RunRequest.full(bench.deadline().budget()), bench.observer())
                : known.training();
        more.training(training);
        List<Finding> findings = new ArrayList<>(Findings.of(RunChecks.standard(), training));
        Run evaluated = training;
        if (!bench.observer().stop()) {
            evaluated = known.fix() == null
                    ? search(known, bench, training, more, findings)
                    : repair(known, bench, training, more);
        }
        SplitName split = Stream.of(SplitName.TEST, SplitName.VALIDATION, SplitName.TRAIN)
                .filter(training.predictions()::containsKey)
                .findFirst()
                .orElse(SplitName.TRAIN);
        Optional<Predictions> predictions = training.predictions(split);
        if (predictions.isEmpty()) {
            Knowledge done = more.findings(findings).build();
            return new Result(done, Visit.Status.PROBLEM, training.outcome().text());
        }
        Comparison comparison = Baselines.standard().compare(dataset, experiment, split, predictions.get());
        findings.addAll(Findings.of(ComparisonChecks.standard(), comparison));
        more.comparison(comparison).findings(findings);
        return new Result(more.build(), Findings.status(findings), summary(experiment, split, training, evaluated));
    }

    /** Tests what the experiment shows and one batch has not settled. @return the run to evaluate */
    private static Run search(
            Knowledge known, Workbench bench, Run training, KnowledgeBuilder more, List<Finding> findings) {
        if (known.overfit() != null && !known.overfit().overfits()) {
            return training;
        }
        SearchResult search = new FullTrainingSearch(
                        bench.lab(), bench.observer(), bench.causes(), bench.interventions(), bench.deadline())
                .search(Setups.of(known, bench.lab().network(training.experiment()), bench.lab()), training);
        findings.addAll(0, search.findings());
        more.tested(search.tested());
        search.fix().ifPresent(more::fix);
        search.repaired().ifPresent(more::repaired);
        return search.repaired().orElse(training);
    }

    /** Trains with the fix that one batch has confirmed. @return the run to evaluate */
    private static Run repair(Knowledge known, Workbench bench, Run training, KnowledgeBuilder more) {
        Intervention fix = Objects.requireNonNull(known.fix());
        Run repaired = bench.lab()
                .run(
                        fix.apply(training.experiment()),
                        RunRequest.full(bench.deadline().budget()),
                        bench.observer());
        TestedIntervention test = FullTrainingSearch.compare(fix, training, repaired);
        more.repaired(repaired).tested(List.of(test));
        if (test.verdict() == Verdict.NO_CHANGE || test.verdict() == Verdict.WORSE) {
            more.downgradeErrors("full training does no better without it: "
                    + test.before().quantity() + " "
                    + number(
                            training.experiment().goal().metric(), test.before().mean()) + " as it is, "
                    + number(training.experiment().goal().metric(), test.after().mean()) + " with `" + fix.name()
                    + "`");
        }
        return repaired;
    }

    private static String summary(Experiment experiment, SplitName split, Run training, Run evaluated) {
        Metric metric = experiment.goal().metric();
        String score = training.score(split).map(s -> number(metric, s)).orElse("none");
        String text = metric + " on " + split + ": " + score;
        return training.equals(evaluated)
                ? text
                : text + " as it is, "
                        + evaluated.score(split).map(s -> number(metric, s)).orElse("none") + " with the fix";
    }

    static String number(Metric metric, double score) {
        return metric.isShare() && metric != Metric.R2
                ? String.format(Locale.ROOT, "%.1f %%", 100 * score)
                : String.format(Locale.ROOT, "%.4g", score);
    }
}
