package dev.plumbline.formats.keras;

import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sums of products by their letters, rarer functions, and spreads among the operations of a Keras graph. */
final class FormulaOperations {
    private static final Map<String, String> UNARY = Map.of(
            "Sign",
            "Sign",
            "Floor",
            "Floor",
            "Ceil",
            "Ceil",
            "Erf",
            "Erf",
            "Reciprocal",
            "Reciprocal",
            "Softsign",
            "Softsign",
            "Tan",
            "Tan",
            "Arctan",
            "Atan");

    private FormulaOperations() {}

    static void rows(KerasOperations table) {
        UNARY.forEach((name, operator) -> table.row(name, (layer, call) -> {
            String x = layer.floats(ArithmeticOperations.x(layer, call));
            return ArithmeticOperations.one(layer.node(operator, x));
        }));
        table.row("Einsum", (layer, call) -> ArithmeticOperations.one(einsum(layer, call)));
        table.row("Log1p", (layer, call) -> {
            Expressions e = new Expressions(layer);
            String x = layer.floats(ArithmeticOperations.x(layer, call));
            return ArithmeticOperations.one(layer.node("Log", layer.node("Add", x, e.number(1))));
        });
        table.row("Expm1", (layer, call) -> {
            Expressions e = new Expressions(layer);
            String x = layer.floats(ArithmeticOperations.x(layer, call));
            return ArithmeticOperations.one(layer.node("Sub", layer.node("Exp", x), e.number(1)));
        });
        table.row("LeakyRelu", (layer, call) -> {
            double slope = ArithmeticOperations.setting(layer, call, 1, "negative_slope", "alpha")
                    .asDouble(0.2);
            return ArithmeticOperations.one(layer.node(
                    "LeakyRelu", Attributes.none().with("alpha", (float) slope), ArithmeticOperations.x(layer, call)));
        });
        table.row("Var", (layer, call) -> variance(layer, call));
        table.row(
                "Std",
                (layer, call) -> ArithmeticOperations.one(
                        layer.node("Sqrt", variance(layer, call).get(0).value())));
        table.row("Logsumexp", (layer, call) -> ArithmeticOperations.reduced(layer, call, "ReduceLogSumExp"));
        table.row("Swapaxes", (layer, call) -> ArithmeticOperations.one(swapped(layer, call)));
    }

    private static String einsum(LayerScope layer, Call call) {
        String letters = ArithmeticOperations.setting(layer, call, 0, "subscripts")
                .asText("")
                .replace(" ", "");
        if (letters.isEmpty()) {
            throw layer.config().wrong("subscripts", "subscripts such as ab,bc->ac", "none");
        }
        String[] operands = call.positional().stream()
                .flatMap(Argument::tensors)
                .map(KerasTensor::value)
                .map(layer::floats)
                .toArray(String[]::new);
        return layer.node("Einsum", Attributes.none().with("equation", letters), operands);
    }

    /** The mean square distance from the mean, as Keras has it. */
    private static List<KerasTensor> variance(LayerScope layer, Call call) {
        String x = layer.floats(ArithmeticOperations.x(layer, call));
        var axis = ArithmeticOperations.setting(layer, call, 1, "axis");
        boolean keep = ArithmeticOperations.setting(layer, call, 2, "keepdims").asBoolean(false);
        String[] axes = axis.isNumber() || axis.isArray()
                ? new String[] {layer.integers(ArithmeticOperations.wholes(axis))}
                : new String[0];
        String mean = mean(layer, x, axes, true);
        String away = layer.node("Sub", x, mean);
        return ArithmeticOperations.one(mean(layer, layer.node("Mul", away, away), axes, keep));
    }

    private static String mean(LayerScope layer, String x, String[] axes, boolean keep) {
        List<String> inputs = new ArrayList<>(List.of(x));
        Collections.addAll(inputs, axes);
        return layer.node(
                "ReduceMean", Attributes.none().with("keepdims", keep ? 1 : 0), inputs.toArray(String[]::new));
    }

    private static String swapped(LayerScope layer, Call call) {
        String x = ArithmeticOperations.x(layer, call);
        int rank = layer.rank(x);
        int one = ArithmeticOperations.setting(layer, call, 1, "axis1").asInt();
        int other = ArithmeticOperations.setting(layer, call, 2, "axis2").asInt();
        List<Integer> order = new ArrayList<>(IntStream.range(0, rank).boxed().toList());
        Collections.swap(order, Math.floorMod(one, rank), Math.floorMod(other, rank));
        return layer.transpose(x, order);
    }
}
