package dev.plumbline.formats.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Layer;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Simplify;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a network of what was assembled: outputs under the file's names, layers, and roles of parameters. */
final class Finish {
    private Finish() {}

    /** @param values what the graph's outputs stand for, in order */
    static Network network(Assembly assembly, GraphProto graph, List<String> values, Operators operators) {
        List<String> outputs = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String name = graph.getOutput(i).getName();
            if (!values.get(i).equals(name)) {
                // an input, a constant or another output handed on under a name of its own
                name = assembly.free(name);
                assembly.add(
                        new Node(name, "Identity", List.of(values.get(i)), List.of(name), Attributes.none(), "output"));
            }
            outputs.add(name);
        }
        Map<String, Layer> layers = new LinkedHashMap<>();
        for (Node node : assembly.nodes()) {
            layers.putIfAbsent(node.layer(), new Layer(node.layer(), node.operator()));
        }
        Network written = new Network(
                assembly.inputs(), assembly.nodes(), assembly.parameters(), outputs, List.copyOf(layers.values()));
        Network apart = SharedConstants.apart(Roles.assigned(written));
        Network simple = Simplify.simplify(apart, operators);
        return LayerKinds.named(ParameterNames.given(Draws.given(Roles.assigned(simple))));
    }
}
