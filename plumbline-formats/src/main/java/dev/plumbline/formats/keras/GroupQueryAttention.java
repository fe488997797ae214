package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import java.util.List;

/** Attention whose keys and values several heads share (Ainslie et al., 2023), as Keras has it. */
final class GroupQueryAttention {
    private GroupQueryAttention() {}

    static List<KerasTensor> call(LayerScope layer, Call call) {
        LayerConfig config = layer.config();
        KerasTensor query = MultiHeadAttention.required(layer, call, 0, "query");
        KerasTensor value = MultiHeadAttention.required(layer, call, 1, "value");
        KerasTensor key = call.tensor(2, "key").orElse(value);
        int size = config.size("head_dim");
        int heads = config.size("num_query_heads");
        int groups = config.size("num_key_value_heads");
        if (heads % groups != 0) {
            throw config.wrong("num_query_heads", "a multiple of " + groups, String.valueOf(heads));
        }
        if (config.flag("use_gate", false)) {
            throw config.wrong("use_gate", "false", "true");
        }
        HeadProjection projection = new HeadProjection(layer, "_");
        String q = projection.toHeads("query_dense", query.value(), heads, size);
        String k = projection.toHeads("key_dense", key.value(), groups, size);
        String v = projection.toHeads("value_dense", value.value(), groups, size);
        List<Integer> axes = List.of(1);
        List<String> made = new HeadAttention(layer, axes)
                .attend(
                        q,
                        repeated(layer, k, heads / groups),
                        repeated(layer, v, heads / groups),
                        MultiHeadAttention.mask(layer, call, query, value, key, axes),
                        1 / Math.sqrt(size),
                        config.number("dropout", 0));
        String output = projection.fromHeads("output_dense", made.get(0), List.of(layer.size(query.value(), -1)));
        return AttentionLayers.outputs(call, output, query.mask(), made.get(1));
    }

    /** {@code (N, steps, groups, size)} with each group as often as heads look at it. */
    private static String repeated(LayerScope layer, String x, int times) {
        if (times == 1) {
            return x;
        }
        Expressions e = new Expressions(layer);
        Shape shape = layer.shape(x);
        String wide = e.node("Expand", e.unsqueeze(x, 3), e.whole(1, 1, 1, times, 1));
        List<Integer> sizes = HeadProjection.open(shape);
        sizes.set(2, shape.get(2) * times);
        return layer.reshape(wide, sizes);
    }
}
