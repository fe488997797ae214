package dev.plumbline.debug.cause;

import dev.plumbline.data.Shape;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Loss;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A softmax, reduction or search runs over the batch, or a softmax over positions where classes are meant. */
final class WrongAxis implements Cause {
    private static final Rule RULE = new Rule(
            "wrong-axis",
            Stage.OVERFIT,
            "A node works along the wrong axis",
            "D3, D5: sum, mean or softmax over the wrong axis");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    private static List<Node> culprits(Setup setup) {
        List<Node> found = new ArrayList<>(setup.network().nodes().stream()
                .filter(n -> Axes.overBatch(setup, n) && !isOfAll(setup, n))
                .toList());
        Ending.of(setup)
                .activation()
                .filter(n -> n.operator().matches("Softmax|LogSoftmax") && !isOverLast(setup, n))
                .filter(n -> !found.contains(n))
                .ifPresent(found::add);
        return found;
    }

    /** A statistic over everything, as a loss or a penalty inside the graph has it, is no mistaken axis. */
    private static boolean isOfAll(Setup setup, Node node) {
        return Axes.shape(setup, node.output()).rank() == 0;
    }

    /** A transpose behind it may bring the axis to the end. */
    private static boolean isOverLast(Setup setup, Node softmax) {
        int rank = Axes.shape(setup, softmax.output()).rank();
        boolean turned =
                Ending.of(setup).views().stream().anyMatch(n -> n.operator().equals("Transpose"));
        return turned || Axes.along(setup, softmax).contains(rank - 1);
    }

    @Override
    public List<Finding> look(Setup setup) {
        return culprits(setup).stream()
                .map(node -> Finding.suspected(
                        RULE,
                        Ending.subject(node),
                        node.operator() + " along axis " + Axes.along(setup, node) + " of "
                                + Axes.shape(setup, node.inputs().get(0)),
                        Axes.overBatch(setup, node)
                                ? "That axis runs over the batch: what is said of one example depends on the others."
                                : "The loss wants one distribution over the classes, which are the last axis.",
                        "Let it work along the axis of classes or features, -1 as a rule."))
                .toList();
    }

    @Override
    public List<String> edits(Setup setup) {
        List<Node> culprits = culprits(setup);
        List<String> edits = new ArrayList<>();
        for (Node node : culprits) {
            Shape shape = Axes.shape(setup, node.inputs().get(0));
            edits.add("set-axis=" + node.name() + ":-1");
            if (shape.rank() > 2) {
                edits.add("set-axis=" + node.name() + ":1");
            }
            // a loss that takes probabilities has no minimum without them
            boolean needed = Ending.of(setup).activations().contains(node)
                    && Answer.loss(setup).takes() != Loss.Takes.LOGITS;
            if (!needed) {
                edits.add("remove-node=" + node.name());
            }
        }
        return Fitting.of(setup, edits);
    }
}
