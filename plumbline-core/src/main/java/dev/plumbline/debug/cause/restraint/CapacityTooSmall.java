package dev.plumbline.debug.cause.restraint;

import dev.plumbline.data.SplitName;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.debug.cause.UsableEdits;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Run;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The network, or one layer of it, has too little room for what it has to tell apart. */
final class CapacityTooSmall implements Cause {
    private static final Rule RULE = new Rule(
            "capacity-too-small",
            Stage.OVERFIT,
            "The network is too small",
            "the lecture's I1: avoidable bias -> a larger network; Google's tuning playbook");
    /** Error on train, as a share, from which a network may well be too small. */
    private static final double HIGH_ERROR = 0.1;

    private static final int WIDTH = 32;
    /** A network of more numbers is made no larger to test it. */
    private static final long LARGE = 300_000;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    @Override
    public boolean compensates() {
        return true;
    }

    @Override
    public List<Finding> look(Setup setup) {
        List<Bottleneck> narrow = Bottleneck.of(setup);
        Run run = setup.observed().training();
        double error = run == null ? Double.NaN : error(run, setup.experiment().task());
        if (run != null && error < HIGH_ERROR) {
            return List.of();
        }
        if (!narrow.isEmpty()) {
            Bottleneck worst = narrow.get(0);
            return List.of(Symptom.of(
                    setup,
                    RULE,
                    "layer " + worst.layer(),
                    worst.text() + (run == null ? "" : String.format(Locale.ROOT, "; error on train %.3g", error)),
                    "All that the outputs are told apart by has to pass through it.",
                    "Make it wider: `min-width=" + WIDTH + "`."));
        }
        long size = setup.network().trainableElements();
        boolean isSmall = size < setup.dataset().train().size();
        return run == null || !isSmall
                ? List.of()
                : List.of(Symptom.hint(
                        RULE,
                        "model",
                        String.format(
                                Locale.ROOT,
                                "%d numbers to train on %d examples; error on train %.3g",
                                size,
                                setup.dataset().train().size(),
                                error),
                        "A network that cannot fit its training data is too small, or badly trained.",
                        "Make it wider (`wider=4`) or deeper (`deeper=1`)."));
    }

    /** Share of wrong examples, or of the targets' variance that is left. */
    private static double error(Run run, Task task) {
        Metric metric = task == Task.REGRESSION ? Metric.R2 : Metric.ACCURACY;
        return run.predictions(SplitName.TRAIN).map(p -> 1 - p.score(metric)).orElse(Double.NaN);
    }

    @Override
    public List<String> edits(Setup setup) {
        if (setup.network().trainableElements() > LARGE) {
            return UsableEdits.of(setup, "min-width=" + WIDTH);
        }
        return UsableEdits.of(setup, "min-width=" + WIDTH, "wider=4", "wider=16", "deeper=1");
    }
}
