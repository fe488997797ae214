package dev.plumbline.intervention;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.experiment.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * {@code activation=relu}: hidden layers whose activation saturates (sigmoid, hard sigmoid, tanh) get another. The
 * output's activation and the gates inside an LSTM stay.
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
    private static final List<String> SATURATING = List.of("Sigmoid", "HardSigmoid", "Tanh");

    /** @param activation as layers spell it: {@code relu} */
    public static Intervention of(String activation) {
        if (!WORDS.contains(activation)) {
            throw Value.wrong(new ReplaceActivation(), "one of " + String.join(", ", WORDS), activation);
        }
        return new Intervention(
                "activation=" + activation,
                "Replace saturating hidden activations by " + activation + ".",
                activation.equals("tanh") ? Set.of() : Set.of("saturating-activations"),
                "Gradients flow through layers that had stopped passing them.",
                experiment -> apply(activation, experiment));
    }

    private static Experiment apply(String activation, Experiment experiment) {
        return new SourceEdit() {
            @Override
            public Map<String, Object> settings(String architecture, Settings all) {
                return LayerList.saturates(all) ? Map.of("activation", activation) : Map.of();
            }

            @Override
            public List<LayerSpec> layers(List<LayerSpec> layers) {
                int output = new LayerList(layers).output();
                List<LayerSpec> changed = new ArrayList<>();
                for (LayerSpec layer : layers) {
                    boolean replaces = changed.size() < output && LayerList.saturates(layer.settings());
                    changed.add(replaces ? LayerList.with(layer, "activation", activation) : layer);
                }
                return changed;
            }

            @Override
            public List<ModelEdit> graph() {
                String to = Objects.requireNonNull(OPERATORS.get(activation));
                return SATURATING.stream()
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
