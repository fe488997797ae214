package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call of a layer.
 *
 * @param positional arguments in order
 * @param named arguments by name
 */
record Call(List<Argument> positional, Map<String, Argument> named) {
    Call {
        positional = List.copyOf(positional);
        named = Map.copyOf(named);
    }

    /** A call with a single value. */
    static Call of(KerasTensor input) {
        return new Call(List.of(new Argument.One(input)), Map.of());
    }

    /** An argument by its place or its name; null where it is neither way given. */
    @Nullable
    Argument argument(int place, String name) {
        return place >= 0 && place < positional.size() ? positional.get(place) : named.get(name);
    }

    /** A value of the graph by its place or name. */
    Optional<KerasTensor> tensor(int place, String name) {
        Argument argument = argument(place, name);
        return argument == null ? Optional.empty() : argument.tensors().findFirst();
    }

    /** A setting by its place or name. */
    Optional<JsonNode> literal(int place, String name) {
        return argument(place, name) instanceof Argument.Literal literal
                        && !literal.json().isNull()
                ? Optional.of(literal.json())
                : Optional.empty();
    }

    /** The values of the first argument: one for most layers, several for a layer that merges. */
    List<KerasTensor> inputs() {
        if (!positional.isEmpty()) {
            return positional.get(0).tensors().toList();
        }
        Argument named = this.named.get("inputs");
        return named == null
                ? this.named.values().stream().flatMap(Argument::tensors).toList()
                : named.tensors().toList();
    }
}
