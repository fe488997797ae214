package dev.plumbline.debug.cause;

import dev.plumbline.data.SplitName;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.lab.Run;
import java.util.Optional;

/**
 * Symptoms as findings. Where training is known to have gone well, none is more than a weak hint: published tools'
 * thresholds flag a third to two thirds of healthy models (RULES), so that the result has the last word.
 */
public final class Symptom {
    /** Of the examples right: what is left is rarely a bug's. */
    private static final double GOOD_SHARE = 0.95;
    /** Of the targets' variance explained. */
    private static final double GOOD_R2 = 0.9;

    private Symptom() {}

    /** A reason to test: a warning, or a weak hint where training went well. */
    public static Finding of(Setup setup, Rule rule, String subject, String seen, String why, String remedy) {
        Finding finding = Finding.suspected(rule, subject, seen, why, remedy);
        return wentWell(setup) ? finding.withSeverity(Severity.INFO) : finding;
    }

    /** A weak hint: it orders the tests, and is not told unless they confirm it. */
    public static Finding hint(Rule rule, String subject, String seen, String why, String remedy) {
        return Finding.suspected(rule, subject, seen, why, remedy).withSeverity(Severity.INFO);
    }

    /** Whether the full training has reached its goal, or nearly everything that can be reached. */
    public static boolean wentWell(Setup setup) {
        Run run = setup.observed().training();
        if (run == null) {
            return false;
        }
        Experiment experiment = setup.experiment();
        Optional<Double> score = score(run, experiment.goal().metric());
        if (experiment.goal().target() != null && score.isPresent()) {
            return experiment.goal().metBy(score.get());
        }
        Metric metric = experiment.task() == Task.REGRESSION ? Metric.R2 : Metric.ACCURACY;
        double enough = experiment.task() == Task.REGRESSION ? GOOD_R2 : GOOD_SHARE;
        return score(run, metric).filter(s -> s >= enough).isPresent();
    }

    private static Optional<Double> score(Run run, Metric metric) {
        return run.predictions(SplitName.VALIDATION)
                .or(() -> run.predictions(SplitName.TRAIN))
                .map(p -> p.score(metric));
    }
}
