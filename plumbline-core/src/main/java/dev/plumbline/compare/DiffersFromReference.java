package dev.plumbline.compare;

import dev.plumbline.compare.KnownResults.AnswersResult;
import dev.plumbline.compare.KnownResults.ModelResult;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.Metric;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import java.util.ArrayList;
import java.util.List;

/** The network computes something else than one that is known to work, or answers worse than another model. */
final class DiffersFromReference implements Check<KnownResults> {
    private static final Rule RULE = new Rule(
            "differs-from-reference",
            Stage.COMPARE,
            "The network differs from the reference",
            "D6: walk both line by line and see that the outputs are equal; 95 % paired bootstrap (Efron and Tibshirani, 1993)");

    /** Settings shown. */
    private static final int MOST = 6;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(KnownResults known) {
        List<Finding> findings = new ArrayList<>();
        ModelResult model = known.model();
        if (model != null
                && !(model.difference().isNone()
                        && model.difference().settings().isEmpty())) {
            findings.add(ofModel(model, known));
        }
        AnswersResult answers = known.predictions();
        if (answers != null && answers.gain().low() > 0) {
            findings.add(ofAnswers(answers, known.metric()));
        }
        return findings;
    }

    private static Finding ofModel(ModelResult model, KnownResults known) {
        NetworkDifference difference = model.difference();
        boolean sameGraph = difference.isNone();
        Finding finding = Finding.suspected(
                RULE,
                subject(difference),
                sameGraph ? "the same graph; " + settings(difference) : parting(difference),
                sameGraph
                        ? "The networks compute the same, but are not trained in the same way."
                        : "Given the same inputs and, as far as they fit, the same parameters, they compute something"
                                + " else. What the reference does here is known to work.",
                "Make the network do what " + model.file()
                        + " does there, or use that file as `model`. `plumbline step` shows the values of either.");
        Interval gain = model.gain();
        if (sameGraph) {
            return finding.withSeverity(Severity.INFO);
        }
        if (gain == null) {
            return model.fault() == null ? finding : untrained(finding, model.fault());
        }
        String by = known.metric() + " on " + known.split() + " "
                + Scores.text(known.metric(), known.network().score(known.metric())) + ", the reference trained by the"
                + " same plan "
                + Scores.list(
                        known.metric(),
                        model.trained().stream()
                                .map(p -> p.score(known.metric()))
                                .toList())
                + "; the worst of these makes " + Scores.gap(known.metric(), gain) + " less error";
        return gain.low() > 0 ? finding.confirmed(by) : finding.ruledOut(by + ", which is within the noise or no gain");
    }

    private static Finding untrained(Finding finding, String fault) {
        return Finding.suspected(
                RULE,
                finding.subject(),
                finding.seen(),
                finding.why() + " The reference could not be trained here: " + fault,
                finding.remedy());
    }

    private static String subject(NetworkDifference difference) {
        if (difference.here() != null) {
            return "layer " + difference.here().layer();
        }
        return difference.there() != null ? "the network's end" : "the training";
    }

    private static String parting(NetworkDifference difference) {
        StringBuilder text = new StringBuilder();
        text.append(difference.agrees())
                .append(" of ")
                .append(difference.nodes())
                .append(" nodes agree; ");
        text.append("behind ")
                .append(
                        difference.last() == null
                                ? "the input"
                                : difference.last().text())
                .append(" it goes on with ")
                .append(
                        difference.here() == null
                                ? "nothing"
                                : difference.here().text())
                .append(", the reference with ")
                .append(
                        difference.there() == null
                                ? "nothing"
                                : difference.there().text());
        if (difference.reordered()) {
            text.append("; both hold the same numbers in another order");
        }
        if (!difference.unmatched().isEmpty()) {
            text.append("; no like of ")
                    .append(String.join(
                            ", ",
                            difference
                                    .unmatched()
                                    .subList(
                                            0,
                                            Math.min(
                                                    MOST, difference.unmatched().size()))))
                    .append(" in the reference");
        }
        return difference.settings().isEmpty() ? text.toString() : text + "; " + settings(difference);
    }

    private static String settings(NetworkDifference difference) {
        List<String> all = difference.settings();
        String shown = String.join("; ", all.subList(0, Math.min(MOST, all.size())));
        return all.size() <= MOST ? shown : shown + "; and " + (all.size() - MOST) + " more";
    }

    private static Finding ofAnswers(AnswersResult answers, Metric metric) {
        return new Finding(
                RULE,
                Severity.WARNING,
                Status.CONFIRMED,
                "predictions of " + answers.split(),
                metric + " " + Scores.text(metric, answers.mine().score(metric)) + ", the reference "
                        + Scores.text(metric, answers.theirs().score(metric)) + ", "
                        + Scores.gap(metric, answers.gain()) + " less error" + new Disagreement(answers).text(),
                "Another model answers the same examples better, so the data hold more than the network has found.",
                "both were scored on the same " + answers.mine().size()
                        + " examples; the difference is beyond their noise",
                "Look at the examples that only the reference gets right, then at how it treats inputs and targets.");
    }
}
