package dev.plumbline.debug.cause;

import dev.plumbline.data.Shape;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import dev.plumbline.network.ValueType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A softmax over a single number, which is 1 whatever the number. */
final class SoftmaxOnOneUnit implements Cause {
    private static final Rule RULE = new Rule(
            "softmax-on-one-unit",
            Stage.OVERFIT,
            "Softmax over one unit always says 1",
            "RULES: softmax on one unit (UMLAUT, NeuraLint, AutoTrainer)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY, Trend.OSCILLATES);
    }

    private static Optional<Node> culprit(Setup setup) {
        return setup.network().nodes().stream()
                .filter(n -> n.operator().matches("Softmax|LogSoftmax"))
                .filter(n -> {
                    ValueType type = setup.types().get(n.output());
                    Shape shape = type == null ? Shape.of() : type.shape();
                    return shape.rank() > 0 && shape.get(n.attributes().integer("axis", -1)) == 1;
                })
                .findFirst();
    }

    @Override
    public List<Finding> look(Setup setup) {
        return culprit(setup).stream()
                .map(node -> Finding.suspected(
                        RULE,
                        Ending.subject(node),
                        node.operator() + " over an axis of size 1, of "
                                + setup.types().get(node.output()),
                        "A softmax divides by the sum; of a single number that is the number itself. The output is constant"
                                + " and no gradient flows back.",
                        "Use a sigmoid: a linear unit and the loss bce-with-logits; or a unit for each class."))
                .toList();
    }

    @Override
    public List<String> edits(Setup setup) {
        Optional<Node> node = culprit(setup);
        if (node.isEmpty()) {
            return List.of();
        }
        String removal = "remove-node=" + node.get().name();
        boolean atTheEnd = Ending.of(setup).activations().contains(node.get());
        boolean classes = setup.experiment().task() != Task.REGRESSION;
        if (!atTheEnd || !classes && Answer.loss(setup).isOfAmounts()) {
            return List.of(removal);
        }
        String loss = classes ? Loss.BCE_WITH_LOGITS.label() : Loss.MSE.label();
        return Answer.loss(setup).label().equals(loss)
                ? List.of(removal)
                : List.of(Ending.of(setup).linearWith(loss));
    }
}
