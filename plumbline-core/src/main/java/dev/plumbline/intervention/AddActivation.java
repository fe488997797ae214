package dev.plumbline.intervention;

import dev.plumbline.experiment.ModelEdit;
import java.util.Map;
import java.util.Set;

/** {@code add-activation=relu}: an activation behind every hidden layer that has none before the next weights. */
public final class AddActivation implements InterventionKind {
    private static final Map<String, String> OPERATORS = Map.of("relu", "Relu", "elu", "Elu", "tanh", "Tanh");

    /** @param activation as layers spell it: {@code relu} */
    public static Intervention of(String activation) {
        String operator = OPERATORS.get(activation);
        if (operator == null) {
            throw Value.wrong(new AddActivation(), "one of elu, relu, tanh", activation);
        }
        return new Intervention(
                "add-activation=" + activation,
                "Put " + activation + " behind every hidden layer without an activation.",
                Set.of("no-activation"),
                "The network can say what is not linear.",
                experiment -> GraphEditPlan.with(
                        new ModelEdit.AddActivation(operator),
                        edit -> edit instanceof ModelEdit.AddActivation,
                        experiment));
    }

    @Override
    public String word() {
        return "add-activation";
    }

    @Override
    public String usage() {
        return "add-activation=relu";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.word(this, value));
    }
}
