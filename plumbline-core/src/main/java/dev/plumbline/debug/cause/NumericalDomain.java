package dev.plumbline.debug.cause;

import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.Snapshot;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A logarithm, root, division, power or exponential reads numbers at or beyond the edge of its domain. */
final class NumericalDomain implements Cause {
    private static final Rule RULE = new Rule(
            "numerical-domain",
            Stage.OVERFIT,
            "A node reads numbers at the edge of its domain",
            "D1: numerical instability, inf/NaN from an exp, log or division; RULES: exp/log/div/sqrt domain");
    private static final double EDGE = 1e-7;
    /** Guards tried one by one before all together. */
    private static final int MOST = 4;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    /** What a node was seen to do in one step. */
    private record Sight(Node node, long step, String seen, boolean isOver) {}

    private static List<Snapshot> snapshots(Setup setup) {
        List<Snapshot> all = new ArrayList<>();
        Run first = setup.observed().firstStep();
        OverfitResult overfit = setup.observed().overfit();
        Run training = setup.observed().training();
        if (first != null) {
            all.addAll(first.trace().snapshots());
        }
        if (overfit != null) {
            all.addAll(overfit.run().trace().snapshots());
        }
        if (training != null) {
            all.addAll(training.trace().snapshots());
        }
        return all;
    }

    private static List<Sight> sights(Setup setup) {
        Map<String, Sight> worst = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        for (Node node : setup.network().nodes()) {
            Domain.of(setup, node).ifPresent(domain -> nodes.add(node));
        }
        if (nodes.isEmpty()) {
            return List.of();
        }
        for (Snapshot snapshot : snapshots(setup)) {
            Map<String, Statistics> values = new HashMap<>();
            for (NodeView view : snapshot.nodes()) {
                values.put(view.node(), view.value());
            }
            for (Node node : nodes) {
                sight(setup, node, values, snapshot.step())
                        .ifPresent(s -> worst.merge(node.name(), s, (a, b) -> a.isOver() || !b.isOver() ? a : b));
            }
        }
        return nodes.stream()
                .flatMap(n -> Optional.ofNullable(worst.get(n.name())).stream())
                .toList();
    }

    private static Optional<Sight> sight(Setup setup, Node node, Map<String, Statistics> values, long step) {
        Domain domain = Domain.of(setup, node).orElseThrow();
        Statistics own = values.get(node.name());
        Statistics read = setup.network()
                .maker(node.inputs().get(domain.operand()))
                .map(n -> values.get(n.name()))
                .orElse(null);
        boolean fresh = node.inputs().stream()
                .flatMap(in -> setup.network().maker(in).stream())
                .allMatch(n -> Optional.ofNullable(values.get(n.name()))
                        .map(Statistics::isFinite)
                        .orElse(true));
        if (own != null && !own.isFinite() && fresh) {
            String text = "its output holds " + own.nans() + " NaN and " + own.infinities() + " infinite values"
                    + (read == null ? "" : ", of numbers " + range(read));
            return Optional.of(new Sight(node, step, text, true));
        }
        if (read == null || !read.isFinite() || !domain.isNear(read.min(), read.max())) {
            return Optional.empty();
        }
        // a divisor may be negative, as long as it keeps away from 0
        boolean negative = domain.operand() == 1 && read.max() < -EDGE;
        boolean over = domain.isOutside(read.min(), read.max());
        return negative
                ? Optional.empty()
                : Optional.of(new Sight(node, step, "it reads numbers " + range(read), over));
    }

    private static String range(Statistics read) {
        return String.format(Locale.ROOT, "from %.3g to %.3g", read.min(), read.max());
    }

    @Override
    public List<Finding> look(Setup setup) {
        return sights(setup).stream()
                .map(sight -> Finding.suspected(
                                RULE,
                                Ending.subject(sight.node()),
                                sight.node().operator() + ", step " + sight.step() + ": " + sight.seen(),
                                "At the edge its slope is huge or infinite, and beyond it its value is NaN or infinite: one step"
                                        + " spoils every weight before it.",
                                "Keep its input inside: add a small number, clip, or use a form that is stable.")
                        .withSeverity(sight.isOver() ? Severity.WARNING : Severity.INFO))
                .toList();
    }

    @Override
    public List<String> edits(Setup setup) {
        List<String> guards =
                sights(setup).stream().map(s -> "guard=" + s.node().name()).toList();
        return guards.size() < 2 ? guards : with(guards, String.join(" ", guards));
    }

    private static List<String> with(List<String> guards, String all) {
        List<String> edits = new ArrayList<>(guards.subList(0, Math.min(guards.size(), MOST)));
        edits.add(all);
        return edits;
    }
}
