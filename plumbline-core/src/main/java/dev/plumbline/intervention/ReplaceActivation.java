package dev.plumbline.intervention;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Settings;
import dev.plumbline.network.architecture.Architectures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code activation=relu}: hidden layers whose activation saturates (sigmoid, hard sigmoid, tanh, softmax) get another;
 * so do those with ReLU, whose units can die, where the other is one of its relatives ({@code leaky-relu}, {@code elu},
 * ...). The output's activation, the gates inside an LSTM and the softmax of attention stay.
 */
public final class ReplaceActivation implements InterventionKind {
    private static final List<String> WORDS = List.of("relu", "leaky-relu", "elu", "selu", "gelu", "softplus", "tanh");
    private static final Map<String, String> OPERATORS = Map.of(
            "relu", "Relu",
            "leaky-relu", "LeakyRelu",
            "elu", "Elu",
            "selu", "Selu",
            "gelu", "Gelu",
            "softplus", "Softplus",
            "tanh", "Tanh");
    private static final List<String> SATURATING = List.of("Sigmoid", "HardSigmoid", "Tanh", "Softmax");
    /** What a ReLU is replaced by where its units die: each lets a gradient through on both sides of 0. */
    private static final Set<String> ALIVE = Set.of("leaky-relu", "elu", "selu", "gelu", "softplus");

    /** @param activation as layers spell it: {@code relu} */
    public static Intervention of(String activation) {
        if (!WORDS.contains(activation)) {
            throw Value.wrong(new ReplaceActivation(), "one of " + String.join(", ", WORDS), activation);
        }
        return new Intervention(
                "activation=" + activation,
                "Replace saturating hidden activations by " + activation + ".",
                removes(activation),
                "Gradients flow through layers that had stopped passing them.",
                experiment -> apply(activation, experiment));
    }

    private static Set<String> removes(String activation) {
        if (activation.equals("tanh")) {
            return Set.of();
        }
        return ALIVE.contains(activation)
                ? Set.of("saturating-activations", "vanishing-gradient", "dead-units")
                : Set.of("saturating-activations", "vanishing-gradient");
    }

    private static boolean isReplaced(Settings settings, String activation) {
        String now = settings.text("activation").orElse("");
        return LayerList.saturates(settings) && !now.equals(activation)
                || ALIVE.contains(activation) && now.equals("relu");
    }

    /** Whether it is an architecture that has ReLUs and no setting for them. */
    private static boolean isFixed(Experiment experiment) {
        return experiment.model().source() instanceof ModelPlan.Architecture architecture
                && !Architectures.standard()
                        .get(architecture.name())
                        .filled(architecture.settings())
                        .has("activation");
    }

    private static Experiment apply(String activation, Experiment experiment) {
        if (ALIVE.contains(activation) && isFixed(experiment)) {
            String to = Objects.requireNonNull(OPERATORS.get(activation));
            return GraphEditPlan.with(new ModelEdit.ReplaceActivation("Relu", to), experiment);
        }
        return new SourceEdit() {
            @Override
            public Map<String, Object> settings(String architecture, Settings all) {
                return isReplaced(all, activation) ? Map.of("activation", activation) : Map.of();
            }

            @Override
            public List<LayerSpec> layers(List<LayerSpec> layers) {
                int output = new LayerList(layers).output();
                List<LayerSpec> changed = new ArrayList<>();
                for (LayerSpec layer : layers) {
                    boolean replaces = changed.size() < output && isReplaced(layer.settings(), activation);
                    changed.add(replaces ? LayerList.with(layer, "activation", activation) : layer);
                }
                return changed;
            }

            @Override
            public List<ModelEdit> graph() {
                String to = Objects.requireNonNull(OPERATORS.get(activation));
                return Stream.concat(
                                SATURATING.stream(), ALIVE.contains(activation) ? Stream.of("Relu") : Stream.empty())
                        .filter(from -> !from.equals(to))
                        .<ModelEdit>map(from -> new ModelEdit.ReplaceActivation(from, to))
                        .toList();
            }
        }.apply(experiment);
    }

    @Override
    public String word() {
        return "activation";
    }

    @Override
    public String usage() {
        return "activation=relu";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.word(this, value));
    }
}
