package dev.plumbline.debug.cause.flow;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Normalizer;
import dev.plumbline.data.Tensor;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.debug.cause.UsableEdits;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Run;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The network answers the same whatever it is given. */
final class InputIgnored implements Cause {
    private static final Rule RULE = new Rule(
            "input-ignored",
            Stage.OVERFIT,
            "The network's answer does not depend on its input",
            "RULES: with inputs zeroed the loss is as good (Karpathy's recipe, TheDeepChecker)");
    private static final int EXAMPLES = 16;
    /** Noise rests at one number in evaluation, whatever it is added to. */
    private static final String DRAWN = "plumbline.Random";
    /** Against the size of the values: what float32 loses in a sum. */
    private static final double SAME = 1e-6;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    /** Where the last difference between examples is lost. */
    private record Loss(Node node, boolean trained) {
        /**
         * Whether another rule has the cause: units that died, weights that start or end as nothing against their bias.
         */
        boolean isConsequence() {
            return trained || Set.of("Relu", "Gemm", "MatMul", "Conv", "Add").contains(node.operator());
        }
    }

    private static Optional<Loss> find(Setup setup) {
        Lab lab = setup.observed().lab();
        int examples = Math.min(EXAMPLES, setup.dataset().train().size());
        if (lab == null || examples < 2) {
            return Optional.empty();
        }
        Run training = setup.observed().training();
        Optional<Loss> fresh = find(setup, lab, Map.of()).map(node -> new Loss(node, false));
        return fresh.isPresent() || training == null
                ? fresh
                : find(setup, lab, training.parameters()).map(node -> new Loss(node, true));
    }

    private static Optional<Node> find(Setup setup, Lab lab, Map<String, Tensor> parameters) {
        int examples = Math.min(EXAMPLES, setup.dataset().train().size());
        try {
            Dataset seen =
                    Normalizer.fit(setup.dataset(), setup.experiment().data()).apply(setup.dataset());
            List<Tensor> inputs = seen.train().first(examples).inputs();
            Map<String, Tensor> values = lab.values(setup.experiment(), parameters, inputs);
            return lost(setup.network(), values, examples);
        } catch (IllegalStateException e) {
            // a node that fails is told elsewhere, by its own rule
            return Optional.empty();
        }
    }

    /** The first node behind which all is the same, if the output is. */
    private static Optional<Node> lost(Network network, Map<String, Tensor> values, int examples) {
        Tensor output = values.get(network.output());
        if (output == null || !isSame(output, examples)) {
            return Optional.empty();
        }
        for (Node node : network.nodes()) {
            Tensor value = values.get(node.output());
            boolean differs = node.inputs().stream()
                    .anyMatch(in -> network.inputs().containsKey(in)
                            || network.maker(in).isPresent() && differs(values.get(in), examples));
            if (differs
                    && value != null
                    && isSame(value, examples)
                    && !node.operator().equals(DRAWN)) {
                return Optional.of(node);
            }
        }
        return Optional.empty();
    }

    private static boolean differs(@Nullable Tensor value, int examples) {
        return value != null && value.length() == examples && !isSame(value, examples);
    }

    /** Whether every example's row is that of the first; not so where a value is no number. */
    private static boolean isSame(Tensor value, int examples) {
        if (!(value instanceof FloatTensor floats) || value.shape().rank() == 0 || value.length() != examples) {
            return false;
        }
        float[] all = floats.values();
        int width = value.rowElements();
        double size = 0;
        double off = 0;
        for (int i = 0; i < all.length; i++) {
            if (!Float.isFinite(all[i])) {
                return false;
            }
            size = Math.max(size, Math.abs(all[i]));
            off = Math.max(off, Math.abs(all[i] - all[i % width]));
        }
        return off <= SAME * size;
    }

    @Override
    public List<Finding> look(Setup setup) {
        return find(setup).stream().map(loss -> finding(setup, loss)).toList();
    }

    private static Finding finding(Setup setup, Loss loss) {
        String subject =
                "layer " + loss.node().layer() + ", node " + loss.node().name();
        String seen = "from here (" + loss.node().operator() + ") on, " + EXAMPLES
                + " different examples have the same values"
                + (loss.trained() ? " after training" : " before training");
        String why = "A network that says the same of everything can at best know how often each answer is right.";
        String remedy =
                "Look at what this node does with its input: zeros that it is multiplied by, an axis that is averaged"
                        + " away, units that all give 0.";
        return loss.isConsequence()
                ? Symptom.hint(RULE, subject, seen, why, remedy)
                : Symptom.of(setup, RULE, subject, seen, why, remedy);
    }

    @Override
    public List<String> edits(Setup setup) {
        return find(setup)
                .filter(loss -> !loss.isConsequence() && loss.node().inputs().size() <= 2)
                .map(loss -> UsableEdits.of(setup, "remove-node=" + loss.node().name()))
                .orElse(List.of());
    }
}
