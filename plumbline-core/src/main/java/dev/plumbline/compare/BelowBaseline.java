package dev.plumbline.compare;

import dev.plumbline.compare.Comparison.Contender;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The network is no better than an answer that ignores the inputs, or than a much simpler model. */
final class BelowBaseline implements Check<Comparison> {
    private static final Rule RULE = new Rule(
            "below-baseline",
            Stage.COMPARE,
            "The network is not better than a simple baseline",
            "D6: simple baselines (mean of outputs, linear regression): is it learning anything at all?");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Comparison comparison) {
        Optional<Contender> network =
                comparison.contenders().stream().filter(Contender::isNetwork).findFirst();
        if (network.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        List<Contender> simple = new ArrayList<>();
        for (Contender contender : comparison.contenders()) {
            if (ignoresInputs(contender)) {
                learnsNothing(comparison, network.get(), contender).ifPresent(findings::add);
            } else if (!contender.isNetwork()) {
                simple.add(contender);
            }
        }
        if (findings.isEmpty()) {
            Comparator<Contender> byError = Comparator.comparingDouble(
                    c -> comparison.metric().error(c.score().value()));
            simple.stream()
                    .min(byError)
                    .flatMap(best -> simplerIsAsGood(comparison, network.get(), best))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static boolean ignoresInputs(Contender contender) {
        return Arrays.stream(Task.values())
                .anyMatch(task -> new ConstantAnswer().name(task).equals(contender.name()));
    }

    private static Optional<Finding> learnsNothing(Comparison comparison, Contender network, Contender constant) {
        double gain = gain(comparison.metric(), network, constant);
        boolean better = gain > 0;
        if (better && !within(constant.score().value(), network.score())) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                RULE,
                better ? Severity.WARNING : Severity.ERROR,
                better ? Status.SUSPECTED : Status.CONFIRMED,
                "network on " + comparison.split(),
                seen(comparison.metric(), network, constant),
                better
                        ? "Within the noise of " + comparison.examples()
                                + " examples it cannot be told from an answer that ignores the inputs."
                        : "An answer that never looks at the inputs is as good: the network has learned nothing from"
                                + " them.",
                better ? null : "both were scored on the same split",
                "Go back to one batch (`plumbline overfit`): a network that cannot learn 32 examples by heart has a"
                        + " bug. If it can, look at inputs, targets and learning rate."));
    }

    private static Optional<Finding> simplerIsAsGood(Comparison comparison, Contender network, Contender simple) {
        boolean better = gain(comparison.metric(), network, simple) > 0;
        boolean noise = within(simple.score().value(), network.score());
        if (better && !noise) {
            return Optional.empty();
        }
        boolean worse = !better && !noise;
        return Optional.of(new Finding(
                RULE,
                worse ? Severity.WARNING : Severity.INFO,
                Status.CONFIRMED,
                "network on " + comparison.split(),
                seen(comparison.metric(), network, simple),
                worse
                        ? "A simpler model does better, so the data hold more than the network has found."
                        : "A simpler model does as well, within the noise of " + comparison.examples()
                                + " examples: so far the network adds nothing.",
                "both were scored on the same split",
                worse
                        ? "Look for a bug or for too little training first; then tune."
                        : "Ask whether the simpler model is enough; a larger split would tell them apart."));
    }

    /** How much less error the network has; negative or NaN where it is not better. */
    private static double gain(Metric metric, Contender network, Contender other) {
        return metric.error(other.score().value())
                - metric.error(network.score().value());
    }

    private static boolean within(double value, Interval interval) {
        return value >= interval.low() && value <= interval.high();
    }

    private static String seen(Metric metric, Contender network, Contender other) {
        return metric + " " + score(network.score(), metric) + " for the network, " + score(other.score(), metric)
                + " for " + other.name();
    }

    private static String score(Interval interval, Metric metric) {
        return metric.isShare()
                ? String.format(
                        Locale.ROOT,
                        "%.1f %% (%.1f to %.1f)",
                        100 * interval.value(),
                        100 * interval.low(),
                        100 * interval.high())
                : String.format(Locale.ROOT, "%.4g (%.4g to %.4g)", interval.value(), interval.low(), interval.high());
    }
}
