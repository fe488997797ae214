package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Set;

/**
 * {@code remove-node=output/Softmax}: takes one node out of the graph; what read it reads its input. Whether the
 * network has such a node shows when it is built.
 */
public final class RemoveNode implements InterventionKind {
    /** @param node its name in the network: {@code output/Softmax} */
    public static Intervention of(String node) {
        return new Intervention(
                "remove-node=" + node,
                "Take the node " + node + " out of the network.",
                Set.of(
                        "softmax-before-cross-entropy",
                        "activation-on-output",
                        "activation-before-softmax",
                        "sigmoid-for-one-of-many",
                        "softmax-on-one-unit",
                        "logits-into-probability-loss",
                        "target-range",
                        "gradient-missing",
                        "input-ignored",
                        "wrong-axis",
                        "examples-mixed",
                        "integer-cast",
                        "redundant-activation"),
                "What follows gets the values as they were before it; a loss that takes logits gets logits.",
                experiment -> GraphEditPlan.with(new ModelEdit.RemoveNode(node), experiment));
    }

    @Override
    public String word() {
        return "remove-node";
    }

    @Override
    public String usage() {
        return "remove-node=output/Softmax";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.word(this, value));
    }
}
