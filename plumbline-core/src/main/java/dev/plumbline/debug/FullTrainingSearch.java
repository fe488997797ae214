package dev.plumbline.debug;

import dev.plumbline.data.SplitName;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.evaluate.Bootstrap;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.Metric;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.intervention.TestedIntervention.Measured;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tests in full training the causes that an experiment shows although it passes on one batch: regularization, for one,
 * may leave a batch alone and still ruin the whole. An edit is confirmed as a fix where the validation score is better
 * by more than the bootstrap's noise.
 */
public final class FullTrainingSearch {
    /** Two points of a share, or two percent of an error with a unit. */
    private static final double MATTERS = 0.02;

    private final Lab lab;
    private final Observer observer;
    private final List<Cause> causes;
    private final Interventions interventions;
    private final Deadline deadline;

    public FullTrainingSearch(
            Lab lab, Observer observer, List<Cause> causes, Interventions interventions, Deadline deadline) {
        this.lab = lab;
        this.observer = observer;
        this.causes = causes;
        this.interventions = interventions;
        this.deadline = deadline;
    }

    /**
     * Tests each indicated cause beside the experiment's own training; {@link SearchResult#fix} is the best confirmed.
     */
    public SearchResult search(Setup setup, Run before) {
        List<Finding> findings = new ArrayList<>();
        List<TestedIntervention> tested = new ArrayList<>();
        Optional<Intervention> fix = Optional.empty();
        Optional<Run> repaired = Optional.empty();
        double best = Double.NaN;
        for (Candidate candidate : Candidate.of(setup, causes, interventions)) {
            if (!candidate.shows()) {
                continue;
            }
            Finding symptom = candidate.symptoms().get(0);
            Intervention edit = candidate.edits().get(0);
            if (deadline.passed()) {
                findings.add(symptom);
                continue;
            }
            Run after = lab.run(edit.apply(setup.experiment()), RunRequest.full(deadline.budget()), observer);
            TestedIntervention test = compare(edit, before, after);
            tested.add(test);
            String by = proof(test);
            if (test.verdict() == Verdict.FIXES) {
                findings.add(symptom.confirmed(by));
                double score = test.after().mean();
                if (fix.isEmpty()
                        || setup.experiment().goal().metric().error(score)
                                < setup.experiment().goal().metric().error(best)) {
                    fix = Optional.of(edit);
                    repaired = Optional.of(after);
                    best = score;
                }
            } else {
                findings.add(
                        test.verdict() == Verdict.HELPS ? symptom.withSeverity(Severity.INFO) : symptom.ruledOut(by));
            }
        }
        return new SearchResult(findings, tested, fix, repaired);
    }

    private static SplitName split(Run run) {
        return run.predictions(SplitName.VALIDATION).isPresent() ? SplitName.VALIDATION : SplitName.TRAIN;
    }

    /** Two full trainings side by side, on validation where there is one. */
    public static TestedIntervention compare(Intervention edit, Run before, Run after) {
        Metric metric = before.experiment().goal().metric();
        SplitName split = split(before);
        Measured was = measured(before, metric, split);
        Measured is = measured(after, metric, split);
        return new TestedIntervention(
                edit, "full training, " + split + " split", was, is, verdict(before, after, metric, split));
    }

    /** Fixes: better by more than the noise of the examples, and by enough to matter. */
    private static Verdict verdict(Run before, Run after, Metric metric, SplitName split) {
        Optional<Predictions> was = before.predictions(split);
        Optional<Predictions> is = after.predictions(split);
        if (was.isEmpty() || is.isEmpty()) {
            return is.isPresent() ? Verdict.FIXES : Verdict.WORSE;
        }
        Interval gain = Bootstrap.standard().pairedErrorDifference(was.get(), is.get(), metric);
        double error = metric.error(was.get().score(metric));
        if (Double.isNaN(error)) {
            return Double.isNaN(is.get().score(metric)) ? Verdict.NO_CHANGE : Verdict.FIXES;
        }
        double matters = metric.isShare() ? MATTERS : MATTERS * error;
        if (gain.low() > 0 && gain.value() >= matters) {
            return Verdict.FIXES;
        }
        return gain.high() < 0 ? Verdict.WORSE : gain.low() > 0 ? Verdict.HELPS : Verdict.NO_CHANGE;
    }

    private static Measured measured(Run run, Metric metric, SplitName split) {
        float[] losses = run.trace().losses();
        return run.predictions(split)
                .map(p -> {
                    Interval interval = Bootstrap.standard().score(p, metric);
                    return new Measured(metric.label(), interval.value(), interval.low(), interval.high(), 1, losses);
                })
                .orElse(new Measured(metric.label(), Double.NaN, Double.NaN, Double.NaN, 0, losses));
    }

    private static String proof(TestedIntervention test) {
        return String.format(
                Locale.ROOT,
                "in %s %s is %.4g as it is (95 %% interval %.4g to %.4g) and %.4g with `%s` (%.4g to %.4g)",
                test.on(),
                test.before().quantity(),
                test.before().mean(),
                test.before().low(),
                test.before().high(),
                test.after().mean(),
                test.intervention().name(),
                test.after().low(),
                test.after().high());
    }
}
