package dev.plumbline.debug.cause.restraint;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Batch norm's running statistics, by which evaluation normalizes, are not those of the batches. */
final class BatchNormStatistics implements Cause {
    private static final Rule RULE = new Rule(
            "batch-norm-statistics",
            Stage.OVERFIT,
            "Batch norm evaluates with other statistics than it trains with",
            "RULES: losses in train and evaluation mode differ by > 50 % (TheDeepChecker); Ioffe and Szegedy, 2015");
    /** Share of the initial 0 and 1 that may be left in the running statistics after training. */
    private static final double LEFT = 0.1;
    /** A share that is kept below this makes the running statistics those of the last few batches. */
    private static final double FORGETFUL = 0.45;
    /** Against variances of about 1. */
    private static final double LARGE_EPSILON = 0.05;

    private static final double USUAL_MOMENTUM = 0.9;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY, Trend.OSCILLATES);
    }

    private static List<Node> norms(Setup setup) {
        return setup.network().nodes().stream()
                .filter(n -> n.operator().equals("BatchNormalization"))
                .toList();
    }

    private static double momentum(Node norm) {
        return norm.attributes().number("momentum", 0.9);
    }

    private static double epsilon(Node norm) {
        return norm.attributes().number("epsilon", 1e-5);
    }

    /** What is left of the first statistics after all steps. */
    private static double left(Setup setup, Node norm) {
        long batch = setup.experiment().training().batchSize();
        long perEpoch = Math.max(1, (setup.dataset().train().size() + batch - 1) / batch);
        return Math.pow(
                momentum(norm),
                (double) perEpoch * setup.experiment().training().epochs());
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Finding> findings = new ArrayList<>();
        for (Node norm : norms(setup)) {
            List<String> seen = new ArrayList<>();
            if (left(setup, norm) > LEFT) {
                seen.add(String.format(
                        Locale.ROOT,
                        "momentum %s: after all steps %.0f %% of the running statistics are still the first ones",
                        momentum(norm),
                        100 * left(setup, norm)));
            } else if (momentum(norm) < FORGETFUL) {
                seen.add("momentum " + momentum(norm) + ": the running statistics are those of the last batch or two");
            }
            if (epsilon(norm) > LARGE_EPSILON) {
                seen.add("epsilon " + epsilon(norm) + ", usual 1e-5 to 1e-3");
            }
            if (!seen.isEmpty()) {
                findings.add(finding(setup, norm, String.join("; ", seen)));
            }
        }
        Optional<TrainingGap> gap = TrainingGap.of(setup);
        if (findings.isEmpty() && gap.isPresent() && !norms(setup).isEmpty()) {
            findings.add(finding(setup, norms(setup).get(0), gap.get().text()));
        }
        return findings;
    }

    private static Finding finding(Setup setup, Node norm, String seen) {
        return Symptom.of(
                setup,
                RULE,
                "layer " + norm.layer() + ", node " + norm.name(),
                seen,
                "Evaluation normalizes by numbers that the layers behind have never seen.",
                "Use a momentum of 0.9 to 0.99 (PyTorch's 0.1 to 0.01) and an epsilon of 1e-5 to 1e-3.");
    }

    @Override
    public List<String> edits(Setup setup) {
        List<String> edits = new ArrayList<>();
        List<Node> norms = norms(setup);
        if (norms.stream().anyMatch(n -> momentum(n) != USUAL_MOMENTUM)) {
            edits.add("batch-norm-momentum=" + USUAL_MOMENTUM);
        }
        if (norms.stream().anyMatch(n -> epsilon(n) > 1e-3)) {
            edits.add(
                    norms.stream().anyMatch(n -> epsilon(n) > LARGE_EPSILON) ? 0 : edits.size(),
                    "batch-norm-epsilon=0.001");
        }
        return edits;
    }
}
