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
 * @param trained parameters that the optimizer moves: trainable, and seen by an output that has a loss or by a penalty
 * @param fixed all others that a node reads
 */
record Wiring(List<String> inputs, List<Parameter> trained, List<Parameter> fixed) {
    /** The list of the trained ones in every program. */
    static final String TRAINED = "ps";

    /** Where only the network's own output has a loss. */
    static Wiring of(Network network) {
        return of(network, List.of(network.output()));
    }

    /** @param outputs those that have a loss */
    static Wiring of(Network network, List<String> outputs) {
        Set<String> seen = seen(network, outputs);
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

    /** The values that these outputs or a penalty depend on. */
    static Set<String> seen(Network network, List<String> outputs) {
        Set<String> seen = new HashSet<>(outputs);
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
