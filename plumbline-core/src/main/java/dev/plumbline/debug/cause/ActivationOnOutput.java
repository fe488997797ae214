package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Loss;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A nonlinearity cuts off values that the targets, or logits, need (D5: a ReLU on the output). */
final class ActivationOnOutput implements Cause {
    private static final Rule RULE = new Rule(
            "activation-on-output",
            Stage.OVERFIT,
            "The output's activation cuts off values that it must reach",
            "D5: error plateaus -> a ReLU on the output; AutoTrainer, DeepDiagnosis, NeuraLint");
    private static final Set<String> SQUASHING =
            Set.of("Relu", "LeakyRelu", "Elu", "Selu", "Gelu", "Tanh", "Sigmoid", "HardSigmoid", "Softplus", "Softmax");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY, Trend.GOES_UP);
    }

    private static Optional<Node> culprit(Setup setup) {
        Loss.Takes takes = setup.experiment().training().loss().loss().takes();
        return setup.outputNode()
                .filter(n -> SQUASHING.contains(n.operator()))
                // softmax or sigmoid before logits is a rule of its own
                .filter(n -> takes == Loss.Takes.VALUES
                        || (takes == Loss.Takes.LOGITS && !n.operator().matches("Softmax|Sigmoid")));
    }

    @Override
    public List<Finding> look(Setup setup) {
        return culprit(setup).stream()
                .map(node -> Finding.suspected(
                        RULE,
                        "layer " + node.layer() + ", node " + node.name(),
                        node.operator() + " on the output, under the loss "
                                + setup.experiment().training().loss().loss(),
                        "Outputs outside the activation's range cannot be said, and where it is flat no gradient flows.",
                        "Make the output layer linear."))
                .toList();
    }

    @Override
    public List<String> edits(Setup setup) {
        return culprit(setup).map(node -> List.of("remove-node=" + node.name())).orElse(List.of());
    }
}
