package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The loss is multiplied by a number far from 1, or classes are weighed against all proportion. */
final class LossScaleUnusual implements Cause {
    private static final Rule RULE = new Rule(
            "loss-scale",
            Stage.OVERFIT,
            "The loss's scale or its class weights are out of proportion",
            "RULES: numerical, loss scale; inverse frequency is the usual weight (King and Zeng, 2001)");
    /** Weights of losses are usual within a factor of 10; as far as that, a learning rate is off too. */
    private static final double FAR = 10;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    private static LossPlan plan(Setup setup) {
        return setup.experiment().training().loss();
    }

    private static boolean isFarFromOne(Setup setup) {
        double scale = plan(setup).scale();
        // a negative one is a rule of its own
        return scale >= 0 && (scale > FAR || scale < 1 / FAR);
    }

    /** How many times heavier the heaviest class counts than the lightest, weights and frequencies together. */
    private static double disproportion(Setup setup) {
        List<Double> weights = plan(setup).weights();
        List<Integer> counts = setup.profile().train().classCounts();
        if (weights.isEmpty() || plan(setup).loss() != Loss.BCE_WITH_LOGITS && counts.size() != weights.size()) {
            return 1;
        }
        DoubleSummaryStatistics weighed = new DoubleSummaryStatistics();
        DoubleSummaryStatistics plain = new DoubleSummaryStatistics();
        for (int k = 0; k < weights.size(); k++) {
            double count = plan(setup).loss() == Loss.BCE_WITH_LOGITS ? 1 : Math.max(1, counts.get(k));
            weighed.accept(weights.get(k) * count);
            plain.accept(count);
        }
        double ratio = weighed.getMax() / Math.max(weighed.getMin(), Double.MIN_NORMAL);
        double natural = plain.getMax() / plain.getMin();
        boolean one = weights.size() == 1;
        return (one ? Math.max(weighed.getMax(), 1 / Math.max(weighed.getMax(), Double.MIN_NORMAL)) : ratio) / natural;
    }

    private static boolean isDisproportionate(Setup setup) {
        double allowed = plan(setup).loss() == Loss.BCE_WITH_LOGITS ? FAR * FAR : FAR;
        return disproportion(setup) > allowed;
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Finding> findings = new ArrayList<>();
        if (isFarFromOne(setup)) {
            findings.add(Finding.suspected(
                    RULE,
                    "training.loss",
                    "scale " + plan(setup).scale(),
                    "Every gradient is multiplied by it: plain gradient descent takes steps that much longer or shorter, and"
                            + " penalties, clipping and Adam's epsilon weigh that much less or more.",
                    "Leave the scale at 1, and set the learning rate instead."));
        }
        if (isDisproportionate(setup)) {
            findings.add(Finding.suspected(
                    RULE,
                    "training.loss.weights",
                    String.format(
                            Locale.ROOT,
                            "%s, for %s examples of the classes",
                            plan(setup).weights(),
                            setup.profile().train().classCounts()),
                    "The loss is almost that of one class alone: the network learns to say it, or hardly sees the others.",
                    "Weigh classes by the inverse of their frequency, or not at all."));
        }
        return findings;
    }

    @Override
    public List<String> edits(Setup setup) {
        List<String> edits = new ArrayList<>();
        if (isFarFromOne(setup)) {
            edits.add("loss-scale=1");
        }
        if (isDisproportionate(setup)) {
            edits.add("without-loss-weights");
        }
        return edits;
    }
}
