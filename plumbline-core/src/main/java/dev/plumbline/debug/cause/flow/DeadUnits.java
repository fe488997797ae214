package dev.plumbline.debug.cause.flow;

import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Initializers;
import dev.plumbline.debug.cause.LearningRates;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.debug.cause.UsableEdits;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** ReLUs that give 0 for almost every unit and example: no gradient passes them, so that they stay so. */
final class DeadUnits implements Cause {
    private static final Rule RULE = new Rule(
            "dead-units",
            Stage.OVERFIT,
            "Almost all units of a layer are dead",
            "dying ReLU (Lu et al., 2020); the share is stricter than AutoTrainer's 0.7, which healthy networks reach");
    /** Healthy ReLU layers give 0 for half to nine tenths. */
    private static final double DEAD = 0.98;

    private static final double NEARLY = 0.92;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    /** A ReLU with the share of zeros that it gave, and when. */
    private record Silent(NodeView node, double share, String when) {}

    @Override
    public List<Finding> look(Setup setup) {
        List<Silent> silent = new ArrayList<>();
        setup.observed()
                .first()
                .flatMap(s -> mostSilent(s, "at the first step"))
                .ifPresent(silent::add);
        OverfitResult overfit = setup.observed().overfit();
        last(overfit == null || overfit.overfits() ? null : overfit.run())
                .flatMap(s -> mostSilent(s, "after training on one batch"))
                .ifPresent(silent::add);
        last(setup.observed().training())
                .flatMap(s -> mostSilent(s, "after full training"))
                .ifPresent(silent::add);
        return silent.stream()
                .max(java.util.Comparator.comparingDouble(Silent::share))
                .filter(s -> s.share() >= NEARLY)
                .map(s -> List.of(finding(setup, s)))
                .orElse(List.of());
    }

    private static Optional<Snapshot> last(@Nullable Run run) {
        return Optional.ofNullable(run).flatMap(r -> r.trace().last());
    }

    private static Optional<Silent> mostSilent(Snapshot snapshot, String when) {
        return snapshot.nodes().stream()
                .filter(n -> n.operator().equals("Relu"))
                .map(n -> new Silent(n, n.value().zeroShare(), when))
                .max(java.util.Comparator.comparingDouble(Silent::share));
    }

    private static Finding finding(Setup setup, Silent silent) {
        String subject =
                "layer " + silent.node().layer() + ", node " + silent.node().node();
        String seen =
                String.format(Locale.ROOT, "%.1f %% of what it gives is 0 %s", 100 * silent.share(), silent.when());
        String why = "A ReLU that gives 0 passes no gradient: its units cannot come back by training.";
        String remedy =
                "Initialize by He with biases of 0 (`initialize=he`), lower the learning rate, or use `leaky-relu`.";
        return silent.share() >= DEAD
                ? Symptom.of(setup, RULE, subject, seen, why, remedy)
                : Symptom.hint(RULE, subject, seen, why, remedy);
    }

    @Override
    public List<String> edits(Setup setup) {
        if (setup.hidden("Relu").isEmpty()) {
            return List.of();
        }
        List<String> edits = new ArrayList<>(
                UsableEdits.of(setup, "initialize=" + Initializers.suited(setup), "activation=leaky-relu"));
        LearningRates.lower(setup).stream().limit(2).forEach(edits::add);
        return edits;
    }
}
