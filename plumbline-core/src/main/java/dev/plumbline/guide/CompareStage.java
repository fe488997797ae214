package dev.plumbline.guide;

import dev.plumbline.compare.Baselines;
import dev.plumbline.compare.Comparison;
import dev.plumbline.compare.ComparisonChecks;
import dev.plumbline.compare.KnownResultChecks;
import dev.plumbline.compare.KnownResults;
import dev.plumbline.compare.References;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.RunChecks;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Metric;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
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
        References references = References.open(bench.lab(), bench.data(), experiment, dataset);
        Run training = known.training() == null
                ? bench.lab().run(experiment, RunRequest.full(bench.deadline().budget()), bench.observer())
                : known.training();
        more.training(training);
        List<Finding> findings = new ArrayList<>(Findings.of(RunChecks.standard(), training));
        SplitName split = Stream.of(SplitName.TEST, SplitName.VALIDATION, SplitName.TRAIN)
                .filter(training.predictions()::containsKey)
                .findFirst()
                .orElse(SplitName.TRAIN);
        KnownResults.ModelResult reference = references.trained(training, split, bench.deadline(), bench.observer());
        Run evaluated = training;
        if (!bench.observer().stop()) {
            Mending.Result mended = new Mending(known, bench, training).carryOut(more);
            findings.addAll(0, mended.findings());
            evaluated = mended.evaluated();
        }
        Optional<Predictions> predictions = training.predictions(split);
        if (predictions.isEmpty()) {
            Knowledge done = more.findings(findings).build();
            return new Result(done, Visit.Status.PROBLEM, training.outcome().text());
        }
        Comparison comparison = Baselines.standard().compare(dataset, experiment, split, predictions.get());
        List<Finding> compared = Findings.of(ComparisonChecks.standard(), comparison);
        if (learnsAnyway(known, findings, compared)) {
            more.downgradeErrors("in full training it learns: " + summary(experiment, split, training, training));
        }
        boolean unexplained = compared.stream().anyMatch(f -> f.severity() != Severity.INFO)
                && Stream.concat(findings.stream(), known.findings().stream())
                        .noneMatch(f -> f.severity() == Severity.ERROR);
        KnownResults results =
                references.compare(training, split, reference, unexplained, bench.deadline(), bench.observer());
        findings.addAll(compared);
        findings.addAll(Findings.of(KnownResultChecks.standard(), results));
        more.comparison(comparison.with(References.contenders(results))).findings(findings);
        return new Result(more.build(), Findings.status(findings), summary(experiment, split, training, evaluated));
    }

    /**
     * One batch was not learned by heart, yet nothing mends it and the whole is learned better than by simple means.
     */
    private static boolean learnsAnyway(Knowledge known, List<Finding> searched, List<Finding> compared) {
        boolean failed = known.overfit() != null && !known.overfit().overfits() && known.fix() == null;
        return failed
                && searched.stream().noneMatch(f -> f.severity() == Severity.ERROR)
                && compared.stream().noneMatch(f -> f.severity() != Severity.INFO);
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
