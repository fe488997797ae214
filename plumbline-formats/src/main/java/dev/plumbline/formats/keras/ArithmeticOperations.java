package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Arithmetic, elementary functions, reductions and changes of form among the operations of a Keras graph. */
final class ArithmeticOperations {
    private static final Map<String, String> BINARY = Map.of(
            "Add",
            "Add",
            "Subtract",
            "Sub",
            "Multiply",
            "Mul",
            "Divide",
            "Div",
            "TrueDivide",
            "Div",
            "Power",
            "Pow",
            "Maximum",
            "Max",
            "Minimum",
            "Min");
    private static final Map<String, String> UNARY = Map.of(
            "Negative",
            "Neg",
            "Absolute",
            "Abs",
            "Abs",
            "Abs",
            "Exp",
            "Exp",
            "Log",
            "Log",
            "Sqrt",
            "Sqrt",
            "Sin",
            "Sin",
            "Cos",
            "Cos",
            "Identity",
            "Identity");
    private static final Map<String, String> REDUCED = Map.of(
            "Mean", "ReduceMean", "Sum", "ReduceSum", "Max", "ReduceMax", "Min", "ReduceMin", "Prod", "ReduceProd");
    private static final Map<String, String> ACTIVATIONS = Map.of(
            "Relu",
            "relu",
            "Relu6",
            "relu6",
            "Sigmoid",
            "sigmoid",
            "Tanh",
            "tanh",
            "Softplus",
            "softplus",
            "Silu",
            "silu",
            "Elu",
            "elu",
            "Selu",
            "selu");
    private static final Map<String, String> COMPARED =
            Map.of("Greater", "Greater", "GreaterEqual", "GreaterOrEqual", "Less", "Less", "LessEqual", "LessOrEqual");

    private ArithmeticOperations() {}

    static void rows(KerasOperations table) {
        BINARY.forEach((name, operator) -> table.row(name, (layer, call) -> binary(layer, call, operator)));
        COMPARED.forEach((name, operator) -> table.row(name, (layer, call) -> binary(layer, call, operator)));
        UNARY.forEach((name, operator) -> table.row(name, (layer, call) -> one(layer.node(operator, x(layer, call)))));
        REDUCED.forEach((name, operator) -> table.row(name, (layer, call) -> reduced(layer, call, operator)));
        ACTIVATIONS.forEach((name, activation) -> table.row(
                name, (layer, call) -> one(Activations.apply(layer, activation, layer.config(), x(layer, call)))));
        for (String name : List.of("Softmax", "LogSoftmax")) {
            table.row(
                    name,
                    (layer, call) -> one(layer.node(
                            name,
                            Attributes.none()
                                    .with(
                                            "axis",
                                            setting(layer, call, 1, "axis").asInt(-1)),
                            x(layer, call))));
        }
        table.row("Gelu", (layer, call) -> {
            boolean approximate = setting(layer, call, 1, "approximate").asBoolean(true);
            return one(layer.node(
                    "Gelu", Attributes.none().with("approximate", approximate ? "tanh" : "none"), x(layer, call)));
        });
        table.row("Square", (layer, call) -> one(layer.node("Mul", x(layer, call), x(layer, call))));
        table.row("Rsqrt", (layer, call) -> one(layer.node("Reciprocal", layer.node("Sqrt", x(layer, call)))));
        table.row(
                "Matmul",
                (layer, call) -> one(
                        layer.node("MatMul", operand(layer, call, 0, "x1", "a"), operand(layer, call, 1, "x2", "b"))));
        table.row(
                "Where",
                (layer, call) -> one(layer.node(
                        "Where",
                        operand(layer, call, 0, "condition", "condition"),
                        operand(layer, call, 1, "x1", "x"),
                        operand(layer, call, 2, "x2", "y"))));
        table.row(
                "Clip",
                (layer, call) -> one(Activations.clip(
                        layer,
                        layer.floats(x(layer, call)),
                        setting(layer, call, 1, "x_min", "clip_value_min").asDouble(-Float.MAX_VALUE),
                        setting(layer, call, 2, "x_max", "clip_value_max").asDouble(Float.MAX_VALUE))));
        table.row("Cast", (layer, call) -> one(cast(layer, call)));
        table.row("Reshape", (layer, call) -> one(reshape(layer, call)));
        table.row("Transpose", (layer, call) -> one(transpose(layer, call)));
        table.row(
                "ExpandDims",
                (layer, call) -> one(layer.node(
                        "Unsqueeze", x(layer, call), layer.integers(wholes(setting(layer, call, 1, "axis"))))));
        table.row("Squeeze", (layer, call) -> {
            JsonNode axis = setting(layer, call, 1, "axis");
            return one(
                    axis.isNumber() || axis.isArray()
                            ? layer.node("Squeeze", x(layer, call), layer.integers(wholes(axis)))
                            : layer.node("Squeeze", x(layer, call)));
        });
        table.row(
                "Concatenate",
                (layer, call) -> one(layer.node(
                        "Concat",
                        Attributes.none()
                                .with("axis", setting(layer, call, 1, "axis").asInt(-1)),
                        call.inputs().stream().map(KerasTensor::value).toArray(String[]::new))));
        table.row("Stack", (layer, call) -> one(stack(layer, call)));
        table.row(
                "GetItem",
                (layer, call) -> one(Slices.of(layer, x(layer, call), setting(layer, call, 1, "key", "slice_spec"))));
    }

    static List<KerasTensor> one(String value) {
        return List.of(KerasTensor.of(value));
    }

    /** A setting of the call or of the operation. */
    static JsonNode setting(LayerScope layer, Call call, int place, String... names) {
        for (String name : names) {
            if (call.named().get(name) instanceof Argument.Literal literal) {
                return literal.json();
            }
            if (layer.config().has(name)) {
                return layer.config().get(name);
            }
        }
        return place < call.positional().size() && call.positional().get(place) instanceof Argument.Literal literal
                ? literal.json()
                : MissingNode.getInstance();
    }

    static String x(LayerScope layer, Call call) {
        return operand(
                layer, call, 0, "x", "x1", "input", "input_tensor", "tensor", "features", "logits", "t", "inputs");
    }

    /** A value of the graph, or numbers of the element type that the other operand has. */
    private static String operand(LayerScope layer, Call call, int place, String... names) {
        Argument argument = call.argument(place, names[0]);
        for (String name : names) {
            argument = argument == null ? call.named().get(name) : argument;
        }
        if (argument == null) {
            throw layer.config().unsupported("an operand " + names[0], "none");
        }
        if (argument instanceof Argument.Literal literal) {
            return numbers(layer, call, literal.json());
        }
        return argument.tensors()
                .findFirst()
                .orElseThrow(() -> layer.config().unsupported("an operand " + names[0], "an empty list"))
                .value();
    }

    private static String numbers(LayerScope layer, Call call, JsonNode json) {
        List<Double> all =
                new LayerConfig(layer.config().subject(), json).json().isNumber()
                        ? List.of(json.doubleValue())
                        : new LayerConfig(
                                        layer.config().subject(),
                                        com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                                                .objectNode()
                                                .set("constant", json))
                                .numbers("constant")
                                .orElseThrow(() ->
                                        layer.config().unsupported("a number or a value of the graph", "nothing"));
        DType type = call.positional().stream()
                .flatMap(Argument::tensors)
                .findFirst()
                .or(() -> call.named().values().stream()
                        .flatMap(Argument::tensors)
                        .findFirst())
                .map(tensor -> layer.type(tensor.value()).dtype())
                .orElse(DType.FLOAT32);
        Shape shape = json.isNumber() ? Shape.of() : Shape.of(all.size());
        if (type.isFloat() || type == DType.BOOL) {
            float[] values = new float[all.size()];
            IntStream.range(0, values.length)
                    .forEach(i -> values[i] = all.get(i).floatValue());
            return layer.constant(new FloatTensor(values, shape), DType.FLOAT32);
        }
        return layer.constant(
                new LongTensor(all.stream().mapToLong(Double::longValue).toArray(), shape), type);
    }

    private static List<KerasTensor> binary(LayerScope layer, Call call, String operator) {
        String left = operand(layer, call, 0, "x1", "x", "a");
        String right = operand(layer, call, 1, "x2", "y", "b");
        boolean mixed = layer.type(left).dtype() != layer.type(right).dtype();
        return one(
                mixed
                        ? layer.node(operator, layer.floats(left), layer.floats(right))
                        : layer.node(operator, left, right));
    }

    static List<KerasTensor> reduced(LayerScope layer, Call call, String operator) {
        JsonNode axis = setting(layer, call, 1, "axis");
        boolean keep = setting(layer, call, 2, "keepdims").asBoolean(false);
        Attributes attributes = Attributes.none().with("keepdims", keep ? 1 : 0);
        String x = layer.floats(x(layer, call));
        return one(
                axis.isNumber() || axis.isArray()
                        ? layer.node(operator, attributes, x, layer.integers(wholes(axis)))
                        : layer.node(operator, attributes, x));
    }

    static List<Integer> wholes(JsonNode json) {
        List<Integer> all = new ArrayList<>();
        if (json.isArray()) {
            json.forEach(item -> all.add(item.asInt()));
        } else {
            all.add(json.asInt());
        }
        return all;
    }

    private static String cast(LayerScope layer, Call call) {
        String name = setting(layer, call, 1, "dtype").asText();
        DType type = Arrays.stream(DType.values())
                .filter(d -> d.label().equals(name))
                .findFirst()
                .orElseThrow(() -> layer.config().wrong("dtype", "a number's type", name));
        return layer.cast(x(layer, call), type == DType.FLOAT64 || type == DType.FLOAT16 ? DType.FLOAT32 : type);
    }

    /** The first size is the batch's, whatever number stands there. */
    private static String reshape(LayerScope layer, Call call) {
        JsonNode sizes = setting(layer, call, 1, "newshape", "shape");
        String x = x(layer, call);
        if (!sizes.isArray()) {
            throw layer.config().unsupported("a shape of numbers", "a computed shape");
        }
        List<Integer> all = wholes(sizes);
        boolean batchFirst = Shape.isBatched(layer.shape(x).get(0)) && !all.isEmpty() && all.get(0) == -1;
        long rest = all.stream().skip(1).filter(s -> s > 0).mapToLong(s -> s).reduce(1, (a, b) -> a * b);
        if (batchFirst && rest == layer.shape(x).elements()) {
            all.set(0, 0);
        }
        return layer.reshape(x, all);
    }

    private static String transpose(LayerScope layer, Call call) {
        JsonNode axes = setting(layer, call, 1, "axes", "perm");
        String x = x(layer, call);
        List<Integer> order = axes.isArray()
                ? wholes(axes)
                : IntStream.range(0, layer.rank(x))
                        .boxed()
                        .sorted(Comparator.reverseOrder())
                        .toList();
        return layer.transpose(x, order);
    }

    private static String stack(LayerScope layer, Call call) {
        int axis = setting(layer, call, 1, "axis").asInt(0);
        String place = layer.integers(axis);
        String[] parts = call.inputs().stream()
                .map(input -> layer.node("Unsqueeze", input.value(), place))
                .toArray(String[]::new);
        return layer.node("Concat", Attributes.none().with("axis", axis), parts);
    }
}
