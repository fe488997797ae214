package dev.plumbline.formats.keras;

import java.util.HashMap;
import java.util.Map;

/** Functions of TensorFlow that tf.keras wrote into a graph as layers of their own (TFOpLambda), by Keras 3's names. */
final class TensorFlowOperations {
    private static final Map<String, String> NAMES = names();

    private TensorFlowOperations() {}

    static void rows(KerasLayers table) {
        table.row("TFOpLambda", (layer, call) -> {
            String function = layer.config().text("function", "").replace("compat.v1.", "");
            String name = NAMES.getOrDefault(function, "");
            return KerasOperations.standard()
                    .get(name)
                    .orElseThrow(() -> layer.config()
                            .unsupported("a function of TensorFlow that Plumbline knows", "tf." + function))
                    .call(layer, call);
        });
        table.row(
                "SlicingOpLambda",
                (layer, call) ->
                        KerasOperations.standard().get("GetItem").orElseThrow().call(layer, call));
    }

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        Map.of(
                        "add",
                        "Add",
                        "subtract",
                        "Subtract",
                        "multiply",
                        "Multiply",
                        "divide",
                        "Divide",
                        "truediv",
                        "Divide",
                        "pow",
                        "Power",
                        "maximum",
                        "Maximum",
                        "minimum",
                        "Minimum",
                        "negative",
                        "Negative",
                        "abs",
                        "Abs")
                .forEach((function, name) -> names.put("math." + function, name));
        Map.of(
                        "add",
                        "Add",
                        "sub",
                        "Subtract",
                        "mul",
                        "Multiply",
                        "truediv",
                        "Divide",
                        "pow",
                        "Power",
                        "neg",
                        "Negative")
                .forEach((function, name) -> names.put("__operators__." + function, name));
        Map.of(
                        "exp",
                        "Exp",
                        "log",
                        "Log",
                        "sqrt",
                        "Sqrt",
                        "rsqrt",
                        "Rsqrt",
                        "square",
                        "Square",
                        "reduce_mean",
                        "Mean",
                        "reduce_sum",
                        "Sum",
                        "reduce_max",
                        "Max",
                        "reduce_min",
                        "Min")
                .forEach((function, name) -> names.put("math." + function, name));
        Map.of("sin", "Sin", "cos", "Cos", "sigmoid", "Sigmoid", "tanh", "Tanh", "softplus", "Softplus")
                .forEach((function, name) -> names.put("math." + function, name));
        Map.of(
                        "relu",
                        "Relu",
                        "relu6",
                        "Relu6",
                        "softmax",
                        "Softmax",
                        "log_softmax",
                        "LogSoftmax",
                        "gelu",
                        "Gelu",
                        "silu",
                        "Silu",
                        "elu",
                        "Elu",
                        "sigmoid",
                        "Sigmoid",
                        "tanh",
                        "Tanh")
                .forEach((function, name) -> names.put("nn." + function, name));
        Map.of(
                        "reshape",
                        "Reshape",
                        "transpose",
                        "Transpose",
                        "expand_dims",
                        "ExpandDims",
                        "squeeze",
                        "Squeeze",
                        "concat",
                        "Concatenate",
                        "stack",
                        "Stack",
                        "linalg.matmul",
                        "Matmul",
                        "cast",
                        "Cast",
                        "clip_by_value",
                        "Clip",
                        "identity",
                        "Identity")
                .forEach(names::put);
        return Map.copyOf(names);
    }
}
