package dev.plumbline.speed;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Layer;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.Parameter.Role;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** ResNet18 (He et al., 2016) made node by node, channels first. */
final class ResNet18 {
    private static final int CLASSES = 10;

    private final List<Node> nodes = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Layer> layers = new ArrayList<>();

    private ResNet18() {}

    /** For images of three channels. */
    static Network network(int size) {
        ResNet18 made = new ResNet18();
        String output = made.build();
        return new Network(
                Map.of("x", ValueType.floats(Shape.of(3, size, size).batched())),
                made.nodes,
                made.parameters,
                List.of(output),
                made.layers);
    }

    private String build() {
        String x = relu("stem", convolution("stem", "x", 3, 64, 7, 2));
        x = node(
                "pool",
                "MaxPool",
                Attributes.none()
                        .with("kernel_shape", List.of(3, 3))
                        .with("strides", List.of(2, 2))
                        .with("pads", List.of(1, 1, 1, 1)),
                x);
        int given = 64;
        for (int stage = 0; stage < 4; stage++) {
            int filters = 64 << stage;
            for (int k = 0; k < 2; k++) {
                x = block("layer" + stage + "." + k, x, given, filters, stage > 0 && k == 0 ? 2 : 1);
                given = filters;
            }
        }
        x = node("average", "GlobalAveragePool", Attributes.none(), x);
        x = node("flatten", "Flatten", Attributes.none(), x);
        parameter("fc/weight", Role.WEIGHT, given, CLASSES, given);
        parameters.add(held("fc/bias", Role.BIAS, CLASSES, 0));
        return node("fc", "Gemm", Attributes.none().with("transB", 1), x, "fc/weight", "fc/bias");
    }

    private String block(String name, String x, int given, int filters, int stride) {
        String y = relu(name + ".1", convolution(name + ".1", x, given, filters, 3, stride));
        y = convolution(name + ".2", y, filters, filters, 3, 1);
        String aside = stride == 1 && given == filters ? x : convolution(name + ".aside", x, given, filters, 1, stride);
        return relu(name, node(name + ".sum", "Add", Attributes.none(), y, aside));
    }

    private String convolution(String name, String x, int given, int filters, int size, int stride) {
        int pad = size / 2;
        parameter(name + "/weight", Role.WEIGHT, given * size * size, filters, given, size, size);
        String y = node(
                name + "/Conv",
                "Conv",
                Attributes.none()
                        .with("kernel_shape", List.of(size, size))
                        .with("strides", List.of(stride, stride))
                        .with("pads", List.of(pad, pad, pad, pad)),
                x,
                name + "/weight");
        parameters.add(held(name + "/scale", Role.WEIGHT, filters, 1));
        parameters.add(held(name + "/shift", Role.BIAS, filters, 0));
        parameters.add(held(name + "/mean", Role.STATISTIC, filters, 0));
        parameters.add(held(name + "/variance", Role.STATISTIC, filters, 1));
        return node(
                name + "/BatchNormalization",
                "BatchNormalization",
                Attributes.none().with("momentum", 0.9).with("epsilon", 1e-5),
                y,
                name + "/scale",
                name + "/shift",
                name + "/mean",
                name + "/variance");
    }

    private String relu(String name, String x) {
        return node(name + "/Relu", "Relu", Attributes.none(), x);
    }

    private String node(String name, String operator, Attributes attributes, String... inputs) {
        nodes.add(new Node(name, operator, List.of(inputs), List.of(name), attributes, name));
        layers.add(new Layer(name, operator));
        return name;
    }

    private void parameter(String name, Role role, int fanIn, int... sizes) {
        ValueType type = ValueType.floats(Shape.of(sizes));
        parameters.add(new Parameter(name, type, role, Initializer.parse("he", name), null, fanIn, sizes[0], true));
    }

    private static Parameter held(String name, Role role, int size, float value) {
        float[] values = new float[size];
        java.util.Arrays.fill(values, value);
        return new Parameter(
                name,
                ValueType.floats(Shape.of(size)),
                role,
                null,
                FloatTensor.of(values, size),
                1,
                1,
                role != Role.STATISTIC);
    }
}
