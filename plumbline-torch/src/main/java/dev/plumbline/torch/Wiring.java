package dev.plumbline.torch;

import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network's inputs and parameters in the order in which every program of a run takes them.
 *
 * @param inputs names
 * @param trained parameters that the optimizer moves: trainable, and seen by the output or a penalty
 * @param fixed all others that a node reads
 */
record Wiring(List<String> inputs, List<Parameter> trained, List<Parameter> fixed) {
    /** The list of the trained ones in every program. */
    static final String TRAINED = "ps";

    static Wiring of(Network network) {
        Set<String> seen = seen(network);
        List<Parameter> trained = new ArrayList<>();
        List<Parameter> fixed = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            if (parameter.trainable() && parameter.isLearnable() && seen.contains(parameter.name())) {
                trained.add(parameter);
            } else {
                fixed.add(parameter);
            }
        }
        return new Wiring(List.copyOf(network.inputs().keySet()), trained, fixed);
    }

    /** The values that the output or a penalty depends on. */
    static Set<String> seen(Network network) {
        Set<String> seen = new HashSet<>(Set.of(network.output()));
        network.penalties().forEach(penalty -> seen.add(penalty.value()));
        for (int i = network.nodes().size() - 1; i >= 0; i--) {
            Node node = network.nodes().get(i);
            if (node.outputs().stream().anyMatch(seen::contains)) {
                seen.addAll(node.inputs());
            }
        }
        return seen;
    }

    /** All parameters, trained first. */
    List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(trained);
        all.addAll(fixed);
        return all;
    }

    /** Claims a place for each parameter. @return their variables by name */
    Map<String, String> claim(Arguments arguments) {
        Map<String, String> variables = new HashMap<>();
        List<String> moved = arguments.addAll(TRAINED, "p", trained.size());
        List<String> others = arguments.addAll(Arguments.OTHERS, "f", fixed.size());
        for (int i = 0; i < trained.size(); i++) {
            variables.put(trained.get(i).name(), moved.get(i));
        }
        for (int i = 0; i < fixed.size(); i++) {
            variables.put(fixed.get(i).name(), others.get(i));
        }
        return variables;
    }
}
