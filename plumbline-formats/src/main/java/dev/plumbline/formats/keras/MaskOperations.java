package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import java.util.List;
import java.util.Objects;

/**
 * The operations by which Keras 3 computes masks. It writes them into a model's graph beside the layers, and gives the
 * mask to the layer that reads it.
 */
final class MaskOperations {
    private MaskOperations() {}

    static void rows(KerasOperations table) {
        table.row("NotEqual", (layer, call) -> one(layer.node("Not", equal(layer, call))));
        table.row("Equal", (layer, call) -> one(equal(layer, call)));
        table.row("LogicalOr", (layer, call) -> one(binary(layer, call, "Or")));
        table.row("LogicalAnd", (layer, call) -> one(binary(layer, call, "And")));
        table.row("LogicalNot", (layer, call) -> one(layer.node("Not", truth(layer, operand(layer, call, 0, "x")))));
        table.row("Any", (layer, call) -> one(reduced(layer, call, "ReduceMax")));
        table.row("All", (layer, call) -> one(reduced(layer, call, "ReduceMin")));
        table.row("ZerosLike", (layer, call) -> one(like(layer, call, false)));
        table.row("OnesLike", (layer, call) -> one(like(layer, call, true)));
        table.row("ConvertToTensor", (layer, call) -> one(operand(layer, call, 0, "x")));
    }

    private static List<KerasTensor> one(String value) {
        return List.of(KerasTensor.of(value));
    }

    private static String equal(LayerScope layer, Call call) {
        return layer.node("Equal", operand(layer, call, 0, "x1"), operand(layer, call, 1, "x2"));
    }

    private static String binary(LayerScope layer, Call call, String operator) {
        return layer.node(
                operator, truth(layer, operand(layer, call, 0, "x1")), truth(layer, operand(layer, call, 1, "x2")));
    }

    /** A value of the graph, or a number of the element type that the other operand has. */
    private static String operand(LayerScope layer, Call call, int place, String name) {
        Argument argument = call.argument(place, name);
        if (argument instanceof Argument.Literal literal && literal.json().isNumber()) {
            DType type = call.positional().stream()
                    .flatMap(Argument::tensors)
                    .findFirst()
                    .map(tensor -> layer.type(tensor.value()).dtype())
                    .orElse(DType.FLOAT32);
            double number = literal.json().doubleValue();
            return type.isFloat()
                    ? layer.constant(new FloatTensor(new float[] {(float) number}, Shape.of()), type)
                    : layer.constant(new LongTensor(new long[] {(long) number}, Shape.of()), type);
        }
        return call.tensor(place, name)
                .orElseThrow(() -> layer.config().unsupported("an operand " + name, "none"))
                .value();
    }

    private static String truth(LayerScope layer, String value) {
        return layer.cast(value, DType.BOOL);
    }

    private static String reduced(LayerScope layer, Call call, String operator) {
        JsonNode axis = setting(layer, call, "axis");
        boolean keep = setting(layer, call, "keepdims").asBoolean(false);
        String numbers = layer.cast(truth(layer, operand(layer, call, 0, "x")), DType.INT64);
        Attributes attributes = Attributes.none().with("keepdims", keep ? 1 : 0);
        String made = axis.isNumber()
                ? layer.node(operator, attributes, numbers, layer.integers(axis.intValue()))
                : layer.node(operator, attributes, numbers);
        return truth(layer, made);
    }

    private static JsonNode setting(LayerScope layer, Call call, String name) {
        return Objects.requireNonNull(
                call.literal(-1, name).orElse(layer.config().get(name)));
    }

    /** All false or all true, in the shape of a value, whatever it holds. */
    private static String like(LayerScope layer, Call call, boolean ones) {
        String value = operand(layer, call, 0, "x");
        String same = layer.node("Equal", value, value);
        String both = layer.node(ones ? "Or" : "And", same, layer.node("Not", same));
        String type = setting(layer, call, "dtype").asText("");
        return type.equals("bool") ? both : layer.cast(both, layer.type(value).dtype());
    }
}
