package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;

/** {@code activation(x K + b)} over the last axis. The kernel stands as (units, inputs). */
final class Dense {
    private Dense() {}

    static String call(LayerScope layer, String input) {
        int units = layer.config().size("units");
        String x = layer.floats(input);
        String kernel = layer.weight("kernel", Shape.of(layer.size(x, -1), units), Layout.TRANSPOSED);
        boolean biased = layer.config().flag("use_bias", true);
        String bias = biased ? layer.bias("bias", Shape.of(units)) : "";
        return Activations.of(layer, "activation", product(layer, x, kernel, bias));
    }

    /** The product of a value of any rank with a matrix (outputs, inputs), and a bias where it is not empty. */
    static String product(LayerScope layer, String x, String kernel, String bias) {
        if (layer.rank(x) == 2) {
            Attributes transposed = Attributes.none().with("transB", 1);
            return bias.isEmpty()
                    ? layer.node("Gemm", transposed, x, kernel)
                    : layer.node("Gemm", transposed, x, kernel, bias);
        }
        String matrix = layer.transpose(kernel, java.util.List.of(1, 0));
        String product = layer.node("MatMul", x, matrix);
        return bias.isEmpty() ? product : layer.node("Add", product, bias);
    }
}
