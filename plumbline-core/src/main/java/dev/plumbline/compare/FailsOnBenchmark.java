package dev.plumbline.compare;

import dev.plumbline.compare.KnownResults.BenchmarkResult;
import dev.plumbline.experiment.Metric;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import java.util.List;

/** The network does not learn data that are known to be good either, so that its own data are not to blame. */
final class FailsOnBenchmark implements Check<KnownResults> {
    /** Of what a simple model gains over the constant answer, so much a network has to gain. */
    private static final double SHARE = 0.5;

    private static final Rule RULE = new Rule(
            "fails-on-benchmark",
            Stage.COMPARE,
            "The network does not learn a benchmark data set either",
            "D6: your model on a benchmark data set; a network passes that gains half of what the best simple model does");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(KnownResults known) {
        BenchmarkResult benchmark = known.benchmark();
        if (benchmark == null || passes(benchmark)) {
            return List.of();
        }
        Metric metric = benchmark.metric();
        return List.of(new Finding(
                RULE,
                Severity.WARNING,
                Status.CONFIRMED,
                "network on " + benchmark.name(),
                metric + " " + Scores.text(metric, benchmark.network().value()) + " on " + benchmark.examples()
                        + " held-out examples; " + benchmark.model() + " "
                        + Scores.text(metric, benchmark.simple()) + ", the constant answer "
                        + Scores.text(metric, benchmark.constant()),
                "These data are easy and clean, brought to the shape of yours: what keeps the network from learning lies"
                        + " in the network or its training, not in your data.",
                "it was trained on them by its own plan",
                "Leave the data alone for now. Look at one batch (`plumbline overfit`), at the loss, the output and the"
                        + " learning rate."));
    }

    /** Whether the network may have gained enough, within its interval. */
    static boolean passes(BenchmarkResult benchmark) {
        Metric metric = benchmark.metric();
        double needed = SHARE * metric.error(benchmark.simple()) + (1 - SHARE) * metric.error(benchmark.constant());
        double best = Math.min(
                metric.error(benchmark.network().low()),
                metric.error(benchmark.network().high()));
        return best <= needed;
    }
}
