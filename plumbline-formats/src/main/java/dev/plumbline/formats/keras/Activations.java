package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.plumbline.UnusableInputException;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.experiment.Spelling;
import dev.plumbline.network.Attributes;
import java.util.List;
import java.util.Set;

/** {@code keras.activations}, by name, as a serialized function, or as a layer. */
final class Activations {
    private static final Set<String> NAMES = Set.of(
            "linear",
            "relu",
            "relu6",
            "leaky_relu",
            "softmax",
            "celu",
            "elu",
            "selu",
            "softplus",
            "softsign",
            "squareplus",
            "soft_shrink",
            "sparse_plus",
            "silu",
            "swish",
            "gelu",
            "glu",
            "tanh",
            "tanh_shrink",
            "threshold",
            "sigmoid",
            "sparse_sigmoid",
            "exponential",
            "hard_sigmoid",
            "hard_silu",
            "hard_swish",
            "hard_tanh",
            "hard_shrink",
            "mish",
            "log_softmax",
            "log_sigmoid",
            "sparsemax");

    private Activations() {}

    /** The activation of a setting applied to a value; as it is where there is none. */
    static String of(LayerScope layer, String key, String value) {
        if (!layer.config().has(key)) {
            return value;
        }
        JsonNode json = layer.config().get(key);
        if (json.isTextual()) {
            return named(layer, json.asText(), value, key);
        }
        String type = json.path("class_name").asText();
        if (type.equals("function") && json.path("config").isTextual()) {
            return named(layer, json.path("config").asText(), value, key);
        }
        if (type.startsWith("__lambda__") || type.equals("function")) {
            throw new UnusableInputException(
                    layer.config().subject() + ", `" + key + "`",
                    "an activation of keras.activations",
                    "Python code, which is never executed",
                    "Use a named activation and save the model again.");
        }
        // a layer as activation: LeakyReLU(0.1)
        return LayerInstance.inner(layer.child(key, json), json)
                .call(Call.of(KerasTensor.of(value)))
                .get(0)
                .value();
    }

    /** An activation with its default settings. */
    static String named(LayerScope layer, String name, String value, String key) {
        LayerConfig none = new LayerConfig(layer.config().subject(), JsonNodeFactory.instance.objectNode());
        if (!NAMES.contains(name)) {
            throw layer.config()
                    .wrong(
                            key,
                            "an activation of keras.activations (the nearest is " + Spelling.nearest(name, NAMES) + ")",
                            name.length() > 60 ? name.substring(0, 60) + "..." : name);
        }
        return apply(layer, name, none, value);
    }

    /** An activation with settings under the names that the functions of {@code keras.activations} give them. */
    static String apply(LayerScope layer, String name, LayerConfig settings, String given) {
        String x = layer.floats(given);
        Attributes none = Attributes.none();
        return switch (name) {
            case "linear" -> given;
            case "relu" -> relu(layer, settings, x);
            case "relu6" -> clip(layer, x, 0, 6);
            case "leaky_relu" -> layer.node("LeakyRelu", none.with("alpha", settings.number("negative_slope", 0.2)), x);
            case "softmax" -> layer.node("Softmax", none.with("axis", settings.integer("axis", -1)), x);
            case "log_softmax" -> layer.node("LogSoftmax", none.with("axis", settings.integer("axis", -1)), x);
            case "celu" -> layer.node("Celu", none.with("alpha", settings.number("alpha", 1)), x);
            case "elu" -> layer.node("Elu", none.with("alpha", settings.number("alpha", 1)), x);
            case "selu" -> layer.node("Selu", x);
            case "softplus" -> layer.node("Softplus", x);
            case "softsign" -> layer.node("Softsign", x);
            case "tanh" -> layer.node("Tanh", x);
            case "sigmoid" -> layer.node("Sigmoid", x);
            case "exponential" -> layer.node("Exp", x);
            case "silu", "swish" -> layer.node("Mul", x, layer.node("Sigmoid", x));
            case "gelu" ->
                layer.node("Gelu", none.with("approximate", settings.flag("approximate", false) ? "tanh" : "none"), x);
            case "mish" -> layer.node("Mish", x);
            case "hard_silu", "hard_swish" -> layer.node("HardSwish", x);
            case "hard_sigmoid" -> hardSigmoid(layer, x);
            case "hard_tanh" -> clip(layer, x, -1, 1);
            case "hard_shrink" ->
                layer.node(
                        "Shrink",
                        none.with("lambd", settings.number("threshold", 0.5)).with("bias", 0.0),
                        x);
            case "soft_shrink" -> {
                double threshold = settings.number("threshold", 0.5);
                yield layer.node("Shrink", none.with("lambd", threshold).with("bias", threshold), x);
            }
            case "tanh_shrink" -> layer.node("Sub", x, layer.node("Tanh", x));
            case "squareplus" -> {
                String square = layer.node("Add", layer.node("Mul", x, x), layer.number(settings.number("b", 4)));
                yield layer.node("Mul", layer.node("Add", x, layer.node("Sqrt", square)), layer.number(0.5));
            }
            case "sparse_plus" -> sparsePlus(layer, x);
            case "sparse_sigmoid" ->
                clip(layer, layer.node("Mul", layer.node("Add", x, layer.number(1)), layer.number(0.5)), 0, 1);
            case "log_sigmoid" -> layer.node("Neg", layer.node("Softplus", layer.node("Neg", x)));
            case "glu" -> {
                List<String> halves = layer.nodes(
                        "Split", none.with("axis", settings.integer("axis", -1)).with("num_outputs", 2), 2, x);
                yield layer.node("Mul", halves.get(0), layer.node("Sigmoid", halves.get(1)));
            }
            case "threshold" -> {
                String above = layer.node("Greater", x, layer.number(settings.number("threshold", 0)));
                yield layer.node("Where", above, x, layer.number(settings.number("default_value", 0)));
            }
            case "sparsemax" -> sparsemax(layer, x, settings.integer("axis", -1));
            default -> throw settings.wrong("activation", "an activation of keras.activations", name);
        };
    }

    /** ReLU with a slope below a threshold and a greatest value, in the order of operations that Keras has. */
    private static String relu(LayerScope layer, LayerConfig settings, String x) {
        double slope = settings.number("negative_slope", settings.number("alpha", 0));
        double threshold = settings.number("threshold", settings.number("theta", 0));
        boolean capped = settings.has("max_value");
        if (slope == 0 && threshold == 0 && !capped) {
            return layer.node("Relu", x);
        }
        if (threshold == 0 && !capped) {
            return layer.node("LeakyRelu", Attributes.none().with("alpha", slope), x);
        }
        String positive = x;
        if (threshold != 0) {
            positive = layer.node("Where", layer.node("Greater", x, layer.number(threshold)), x, layer.number(0));
        } else if (!capped) {
            positive = layer.node("Relu", x);
        }
        if (capped) {
            positive = clip(layer, positive, 0, settings.number("max_value", 0));
        }
        if (slope == 0) {
            return positive;
        }
        String below = layer.node("Relu", layer.node("Sub", layer.number(threshold), x));
        return layer.node("Sub", positive, layer.node("Mul", below, layer.number(slope)));
    }

    static String clip(LayerScope layer, String x, double low, double high) {
        return layer.node("Clip", x, layer.number(low), layer.number(high));
    }

    /** Keras 3 has {@code relu6(x + 3) / 6}, Keras 2 had {@code 0.2 x + 0.5}, both cut off at 0 and 1. */
    private static String hardSigmoid(LayerScope layer, String x) {
        double slope = layer.model().isKeras2() ? 0.2 : 1.0 / 6;
        return layer.node("HardSigmoid", Attributes.none().with("alpha", slope).with("beta", 0.5), x);
    }

    private static String sparsePlus(LayerScope layer, String x) {
        String one = layer.number(1);
        String raised = layer.node("Relu", layer.node("Add", x, one));
        String square = layer.node("Mul", layer.node("Mul", raised, raised), layer.number(0.25));
        return layer.node("Where", layer.node("Less", x, one), square, x);
    }

    /**
     * After Martins and Astudillo, 2016, by sorting; as Keras has it, which adds the running sums of what is inside
     * where the paper adds the values.
     */
    private static String sparsemax(LayerScope layer, String x, int axis) {
        if (axis != -1 && axis != layer.rank(x) - 1) {
            throw layer.config().unsupported("sparsemax over the last axis", "axis " + axis);
        }
        int size = layer.size(x, -1);
        float[] ranks = new float[size];
        for (int i = 0; i < size; i++) {
            ranks[i] = i + 1;
        }
        String last = layer.integers(-1);
        String sorted = layer.nodes("TopK", Attributes.none().with("axis", -1), 2, x, layer.integers(size))
                .get(0);
        String sums = layer.node("CumSum", sorted, layer.integer(layer.rank(x) - 1));
        String reach = layer.node(
                "Add",
                layer.node(
                        "Mul", sorted, layer.constant(FloatTensor.of(ranks, size), dev.plumbline.data.DType.FLOAT32)),
                layer.number(1));
        String inside = layer.node("Greater", reach, sums);
        String count = layer.node("ReduceSum", layer.floats(inside), last);
        String total = layer.node("ReduceSum", layer.node("Where", inside, sums, layer.number(0)), last);
        String threshold = layer.node("Div", layer.node("Sub", total, layer.number(1)), count);
        return layer.node("Relu", layer.node("Sub", x, threshold));
    }
}
