package dev.plumbline.formats.onnx;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.Parameter.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes apart what an exporter joined: parameters of several layers that held the same numbers when the file was
 * written, zeros or ones, are stored once, yet each layer learns its own. Parameters of many different numbers that
 * several layers read are shared on purpose, and layers that share one of those share all.
 */
final class SharedConstants {
    private final Network network;
    private final Uses uses;
    private final Map<String, Parameter> parameters = new HashMap<>();
    private final List<Parameter> result = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, List<String>> inputs = new HashMap<>();

    private SharedConstants(Network network) {
        this.network = network;
        this.uses = new Uses(network);
        network.parameters().forEach(p -> parameters.put(p.name(), p));
        names.addAll(parameters.keySet());
        names.addAll(network.inputs().keySet());
        network.nodes().forEach(n -> names.addAll(n.outputs()));
    }

    static Network apart(Network network) {
        return new SharedConstants(network).apart();
    }

    private Network apart() {
        for (Parameter parameter : network.parameters()) {
            result.add(parameter);
            List<Uses.Use> readers = uses.of(parameter.name());
            if (readers.size() > 1 && parameter.role() != Role.CONSTANT && isUniform(parameter)) {
                split(parameter, readers);
            }
        }
        List<Node> nodes = new ArrayList<>();
        for (Node node : network.nodes()) {
            nodes.add(node.withInputs(inputs.getOrDefault(node.name(), node.inputs())));
        }
        return rebuilt(nodes);
    }

    private Network rebuilt(List<Node> nodes) {
        return new Network(
                network.inputs(),
                nodes,
                result,
                network.outputs(),
                network.layers(),
                network.penalties(),
                network.constraints());
    }

    private void split(Parameter parameter, List<Uses.Use> readers) {
        Map<String, String> owners = new HashMap<>();
        for (Uses.Use use : readers) {
            String owner = owner(use.node());
            String name = owners.get(owner);
            if (name == null) {
                name = owners.isEmpty() ? parameter.name() : copy(parameter, use);
                owners.put(owner, name);
            }
            List<String> changed = new ArrayList<>(
                    inputs.getOrDefault(use.node().name(), use.node().inputs()));
            changed.set(use.index(), name);
            inputs.put(use.node().name(), changed);
        }
    }

    private String copy(Parameter parameter, Uses.Use use) {
        boolean identity = use.node().operator().equals("Identity");
        String stem = identity ? use.node().output() + ".own" : use.node().layer() + "." + last(parameter.name());
        String name = stem;
        for (int i = 1; !names.add(name); i++) {
            name = stem + "_" + i;
        }
        result.add(new Parameter(
                name,
                parameter.type(),
                parameter.role(),
                parameter.initializer(),
                parameter.values(),
                parameter.fanIn(),
                parameter.fanOut(),
                parameter.trainable()));
        return name;
    }

    private static String last(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('/')) + 1);
    }

    /** A parameter of its own that tells whose node it is, or the node itself. */
    private String owner(Node node) {
        for (String input : node.inputs()) {
            Node maker = uses.maker(input);
            List<String> candidates = new ArrayList<>(List.of(input));
            if (maker != null && Set.of("MatMul", "Conv").contains(maker.operator())) {
                candidates.addAll(maker.inputs());
            }
            for (String candidate : candidates) {
                Parameter parameter = parameters.get(uses.origin(candidate));
                if (parameter != null && parameter.role() == Role.WEIGHT && !isUniform(parameter)) {
                    return parameter.name();
                }
            }
        }
        return "node " + node.name();
    }

    private static boolean isUniform(Parameter parameter) {
        return parameter.values() instanceof FloatTensor tensor && UniformTensors.is(tensor);
    }
}
