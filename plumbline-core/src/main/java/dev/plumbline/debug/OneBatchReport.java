package dev.plumbline.debug;

import dev.plumbline.debug.OneBatchSearch.Trial;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.TestedIntervention;
import dev.plumbline.intervention.TestedIntervention.Measured;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts what the search on one batch saw into findings and tested interventions. */
final class OneBatchReport {
    static final Rule DOES_NOT_OVERFIT = new Rule(
            "does-not-overfit-one-batch",
            Stage.OVERFIT,
            "The network cannot learn even one batch by heart",
            "D5; Karpathy's recipe; TheDeepChecker: 16 examples, 1,000 steps");

    private OneBatchReport() {}

    static Measured measured(List<OverfitResult> results) {
        DoubleSummaryStatistics ends = results.stream()
                .mapToDouble(r -> Double.isNaN(r.lossAtEnd()) ? Double.POSITIVE_INFINITY : r.lossAtEnd())
                .summaryStatistics();
        return new Measured(
                "loss on the batch",
                ends.getAverage(),
                ends.getMin(),
                ends.getMax(),
                results.size(),
                results.get(0).run().trace().losses());
    }

    /** An edit that did not fix it. */
    static TestedIntervention tested(Trial trial, OverfitResult before) {
        boolean worse = trial.result().distance() > 2 * before.distance();
        Verdict verdict = trial.helps(before) ? Verdict.HELPS : worse ? Verdict.WORSE : Verdict.NO_CHANGE;
        return new TestedIntervention(
                trial.edit(),
                "one batch of " + before.batchSize(),
                measured(List.of(before)),
                measured(List.of(trial.result())),
                verdict);
    }

    static TestedIntervention untried(Intervention edit, OverfitResult before) {
        return new TestedIntervention(
                edit,
                "one batch of " + before.batchSize(),
                measured(List.of(before)),
                new Measured("loss on the batch", Double.NaN, Double.NaN, Double.NaN, 0, new float[0]),
                Verdict.NOT_TRIED);
    }

    /** Confirmed causes first, then the failure itself, then what is suspected or ruled out. */
    static List<Finding> findings(
            List<Candidate> candidates,
            List<Trial> trials,
            Map<Trial, TestedIntervention> confirmed,
            OverfitResult before) {
        List<Finding> findings = new ArrayList<>();
        boolean anyShown =
                confirmed.keySet().stream().anyMatch(t -> t.candidate().shows());
        for (Map.Entry<Trial, TestedIntervention> entry : confirmed.entrySet()) {
            Trial trial = entry.getKey();
            if (trial.candidate().shows()) {
                trial.candidate().symptoms().stream()
                        .limit(1)
                        .forEach(s -> findings.add(s.confirmed(proof(entry.getValue()))));
            } else if (!anyShown && findings.isEmpty()) {
                findings.add(unseen(trial, before).confirmed(proof(entry.getValue())));
            }
        }
        findings.add(failure(before, !findings.isEmpty()));
        for (Candidate candidate : candidates) {
            boolean settled =
                    confirmed.keySet().stream().anyMatch(t -> t.candidate().equals(candidate));
            if (!settled) {
                findings.addAll(unsettled(candidate, trials, before));
            }
        }
        return findings;
    }

    private static List<Finding> unsettled(Candidate candidate, List<Trial> trials, OverfitResult before) {
        Optional<Trial> best = trials.stream()
                .filter(t -> t.candidate().equals(candidate))
                .min(java.util.Comparator.comparingDouble(t -> t.result().distance()));
        if (best.isEmpty() || best.get().helps(before)) {
            return candidate.symptoms();
        }
        String by = String.format(
                Locale.ROOT,
                "`%s` left the loss on one batch at %s (%s before)",
                best.get().edit().name(),
                loss(best.get().result().lossAtEnd()),
                loss(before.lossAtEnd()));
        return candidate.symptoms().stream().map(f -> f.ruledOut(by)).toList();
    }

    /** A cause that nothing in the experiment shows, found by trying its edit. */
    private static Finding unseen(Trial trial, OverfitResult before) {
        return Finding.suspected(
                trial.candidate().cause().rule(),
                "training",
                "the loss on one batch " + before.trend() + ", " + curve(before),
                trial.edit().expectation(),
                trial.edit().title());
    }

    static Finding failure(OverfitResult result, boolean causeKnown) {
        return new Finding(
                DOES_NOT_OVERFIT,
                Severity.ERROR,
                Status.CONFIRMED,
                "one batch of " + result.batchSize(),
                "the loss " + result.trend() + ", " + curve(result),
                "A network that cannot learn a few examples by heart has a bug; more data or tuning will not help.",
                "it was run for " + result.run().steps() + " steps: "
                        + result.run().outcome().text(),
                causeKnown ? "Remove the confirmed cause." : Suspects.of(result.trend()));
    }

    private static String proof(TestedIntervention test) {
        return String.format(
                Locale.ROOT,
                "on %s the loss ends at %s as it is and at %s with `%s` (%d seeds each)",
                test.on(),
                loss(test.before().mean()),
                loss(test.after().mean()),
                test.intervention().name(),
                test.after().seeds());
    }

    private static String curve(OverfitResult result) {
        return "from " + loss(result.lossAtStart()) + " to " + loss(result.lossAtEnd()) + " where at most "
                + loss(result.bound()) + " counts as learned";
    }

    private static String loss(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%.3g", value)
                : Double.isNaN(value) ? "NaN" : "infinity";
    }
}
