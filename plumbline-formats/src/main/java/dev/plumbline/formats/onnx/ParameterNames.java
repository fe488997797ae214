package dev.plumbline.formats.onnx;

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
import java.util.regex.Pattern;

/**
 * Calls learned parameters that exporters numbered ({@code val_91}, {@code onnx::MatMul_123}) after their layer:
 * {@code enc.linear2.weight}.
 */
final class ParameterNames {
    private static final Pattern NUMBERED =
            Pattern.compile("val_\\d+|onnx::\\w+|_?\\d+|.*Transpose\\w*|.*_output_\\d+");

    private ParameterNames() {}

    static Network given(Network network) {
        Set<String> taken = new HashSet<>(network.inputs().keySet());
        network.parameters().forEach(p -> taken.add(p.name()));
        network.nodes().forEach(n -> taken.addAll(n.outputs()));
        Map<String, Node> readers = new HashMap<>();
        network.nodes().forEach(n -> n.inputs().forEach(i -> readers.putIfAbsent(i, n)));
        Map<String, String> names = new HashMap<>();
        List<Parameter> parameters = new ArrayList<>();
        for (Parameter parameter : network.parameters()) {
            Node reader = readers.get(parameter.name());
            String wanted = reader == null
                    ? parameter.name()
                    : reader.layer() + (parameter.role() == Role.BIAS ? ".bias" : ".weight");
            boolean renamed = parameter.trainable()
                    && NUMBERED.matcher(parameter.name()).matches()
                    && !network.outputs().contains(parameter.name())
                    && taken.add(wanted);
            names.put(parameter.name(), renamed ? wanted : parameter.name());
            parameters.add(
                    renamed
                            ? new Parameter(
                                    wanted,
                                    parameter.type(),
                                    parameter.role(),
                                    parameter.initializer(),
                                    parameter.values(),
                                    parameter.fanIn(),
                                    parameter.fanOut(),
                                    true)
                            : parameter);
        }
        return new Network(
                network.inputs(),
                network.nodes().stream()
                        .map(n -> n.withInputs(n.inputs().stream()
                                .map(i -> names.getOrDefault(i, i))
                                .toList()))
                        .toList(),
                parameters,
                network.outputs(),
                network.layers(),
                network.penalties(),
                network.constraints());
    }
}
