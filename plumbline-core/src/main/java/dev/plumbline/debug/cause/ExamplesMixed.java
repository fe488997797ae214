package dev.plumbline.debug.cause;

import dev.plumbline.data.Shape;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the network says of one example depends on the others of its batch, in evaluation mode. */
final class ExamplesMixed implements Cause {
    private static final Rule RULE = new Rule(
            "examples-mixed",
            Stage.OVERFIT,
            "Examples of a batch are mixed",
            "Karpathy's recipe: gradient of example i with respect to input j; D3: a wrong reshape, transpose or batch axis");
    /** Edits worth asking about; a network full of transposes has more. */
    private static final int MOST_TRIED = 12;
    /** Edits worth training with. */
    private static final int MOST = 4;

    private record Seen(List<Finding> findings, List<String> edits) {}

    private final Asked<Seen> asked = new Asked<>(ExamplesMixed::seen);

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    /** Where the symbols show that no example can reach another, the network need not be asked. */
    private static boolean isPossible(Setup setup) {
        return setup.network().nodes().stream().anyMatch(n -> movesBatch(setup, n));
    }

    /** A node whose value has the batch elsewhere than first, or that works along it. */
    private static boolean movesBatch(Setup setup, Node node) {
        Shape shape = Axes.shape(setup, node.output());
        boolean moved = shape.batchedAxes() > 0 && shape.get(0) != Shape.BATCH || shape.batchedAxes() > 1;
        return moved || Axes.overBatch(setup, node);
    }

    @Override
    public List<Finding> look(Setup setup) {
        return isPossible(setup) ? asked.of(setup).findings() : List.of();
    }

    @Override
    public List<String> edits(Setup setup) {
        return isPossible(setup) ? asked.of(setup).edits() : List.of();
    }

    private static Seen seen(Setup setup) {
        List<Finding> findings = findings(setup);
        return new Seen(findings, findings.isEmpty() ? List.of() : mending(setup));
    }

    /** Those after which examples are seen to be apart. */
    private static List<String> mending(Setup setup) {
        return candidates(setup).stream()
                .filter(edit ->
                        Fitting.edited(setup, edit).filter(s -> !mixes(s)).isPresent())
                .limit(MOST)
                .toList();
    }

    private static boolean mixes(Setup setup) {
        String output = setup.network().output();
        return isPossible(setup)
                && Perturbation.of(setup)
                        .filter(p -> p.mixes(output, Axes.shape(setup, output)))
                        .isPresent();
    }

    private static List<Finding> findings(Setup setup) {
        Optional<Perturbation> perturbation = Perturbation.of(setup);
        String output = setup.network().output();
        if (perturbation.filter(p -> p.mixes(output, Axes.shape(setup, output))).isEmpty()) {
            return List.of();
        }
        Perturbation seen = perturbation.get();
        String place = seen.first(setup)
                .map(n -> Ending.subject(n) + " (" + n.operator() + ")")
                .orElse("the network");
        return List.of(new Finding(
                RULE,
                Severity.ERROR,
                Status.CONFIRMED,
                place,
                String.format(
                        Locale.ROOT,
                        "with the first of %d examples replaced, the output of the others changes by up to %.2g of its largest"
                                + " value",
                        seen.batch(),
                        seen.change(output, Axes.shape(setup, output))),
                "An answer must be that of its own example: what it learns from the others of a batch it does not have when it"
                        + " is used.",
                "both batches were run through the network in evaluation mode",
                "Look at that node: an axis, a reshape or a transpose that takes the batch for something else."));
    }

    private static List<String> candidates(Setup setup) {
        List<String> edits = new ArrayList<>();
        List<Node> movers = new ArrayList<>();
        for (Node node : setup.network().nodes()) {
            boolean isMover = node.operator().matches("Transpose|Reshape");
            if (Axes.overBatch(setup, node)) {
                edits.add("set-axis=" + node.name() + ":-1");
                if (Axes.shape(setup, node.inputs().get(0)).rank() > 2) {
                    edits.add("set-axis=" + node.name() + ":1");
                }
                if (!Ending.of(setup).activations().contains(node)) {
                    edits.add("remove-node=" + node.name());
                }
            } else if (isMover) {
                movers.add(node);
            } else if (movesBatch(setup, node) && node.inputs().size() > 1) {
                edits.add("align-batch=" + node.name());
            }
        }
        for (int i = 0; i < movers.size() && edits.size() < MOST_TRIED; i++) {
            String one = "remove-node=" + movers.get(i).name();
            boolean isBatch = movesBatch(setup, movers.get(i));
            if (isBatch) {
                edits.add(one);
                for (int k = i + 1; k < Math.min(movers.size(), i + 3); k++) {
                    edits.add(one + " remove-node=" + movers.get(k).name());
                }
            }
        }
        return edits;
    }
}
