package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import java.util.List;

/**
 * {@code activation(x K + b)} over the last axis. The kernel stands as (units, inputs) where rows are multiplied, as
 * (inputs, units) where there are more axes; a layer that is called both ways keeps it as its first call wants it.
 */
final class Dense {
    private Dense() {}

    static String call(LayerScope layer, String input) {
        int units = layer.config().size("units");
        String x = layer.floats(input);
        boolean rows = layer.rank(x) == 2;
        String kernel =
                layer.weight("kernel", Shape.of(layer.size(x, -1), units), rows ? Layout.TRANSPOSED : Layout.SAME);
        boolean biased = layer.config().flag("use_bias", true);
        String bias = biased ? layer.bias("bias", Shape.of(units)) : "";
        boolean transposed = layer.layoutOf(kernel).equals(Layout.TRANSPOSED);
        String sum = rows
                ? rowwise(layer, x, kernel, transposed, bias)
                : overLast(layer, x, transposed ? layer.transpose(kernel, List.of(1, 0)) : kernel, bias);
        return Activations.of(layer, "activation", sum);
    }

    private static String rowwise(LayerScope layer, String x, String kernel, boolean transposed, String bias) {
        Attributes attributes = transposed ? Attributes.none().with("transB", 1) : Attributes.none();
        return bias.isEmpty()
                ? layer.node("Gemm", attributes, x, kernel)
                : layer.node("Gemm", attributes, x, kernel, bias);
    }

    private static String overLast(LayerScope layer, String x, String matrix, String bias) {
        String product = layer.node("MatMul", x, matrix);
        return bias.isEmpty() ? product : layer.node("Add", product, bias);
    }
}
