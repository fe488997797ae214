package dev.plumbline.formats.keras;

import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import java.util.List;

/** Layers that transform features: Dense, EinsumDense, Embedding. */
final class CoreLayers {
    private CoreLayers() {}

    static void rows(KerasLayers table) {
        table.map("Dense", Dense::call);
        table.map("EinsumDense", EinsumDense::call);
        table.row("Embedding", CoreLayers::embedding);
        table.map("Identity", (layer, x) -> x);
    }

    /** Rows of a table (input_dim, output_dim); with {@code mask_zero} the index 0 marks a step that does not count. */
    private static List<KerasTensor> embedding(LayerScope layer, Call call) {
        KerasTensor input = layer.only(call);
        Shape shape = Shape.of(layer.config().size("input_dim"), layer.config().size("output_dim"));
        String table = layer.variable(VariableSpec.weight("embeddings", shape, Layout.SAME)
                .drawn(new Initializer.UniformBetween(-0.05, 0.05)));
        String index = layer.cast(input.value(), DType.INT64);
        String rows = layer.node("Gather", Attributes.none().with("axis", 0), table, index);
        String mask = layer.config().flag("mask_zero", false)
                ? layer.node("Not", layer.node("Equal", index, layer.integer(0)))
                : null;
        return List.of(new KerasTensor(rows, mask));
    }
}
