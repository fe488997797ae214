package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Keras's {@code MultiHeadAttention} (Vaswani et al., 2017). */
final class MultiHeadAttention {
    private MultiHeadAttention() {}

    static List<KerasTensor> call(LayerScope layer, Call call) {
        LayerConfig config = layer.config();
        KerasTensor query = required(layer, call, 0, "query");
        KerasTensor value = required(layer, call, 1, "value");
        KerasTensor key = call.tensor(2, "key").orElse(value);
        int heads = config.size("num_heads");
        int size = config.size("key_dim");
        int valueSize = config.has("value_dim") ? config.size("value_dim") : size;
        List<Integer> axes = axes(layer, query.value());
        if (config.flag("use_gate", false)) {
            throw config.wrong("use_gate", "false", "true");
        }
        HeadProjection projection = new HeadProjection(layer, "");
        String q = projection.toHeads("query_dense", query.value(), heads, size);
        String k = projection.toHeads("key_dense", key.value(), heads, size);
        String v = projection.toHeads("value_dense", value.value(), heads, valueSize);
        String mask = mask(layer, call, query, value, key, axes);
        List<String> made =
                new HeadAttention(layer, axes).attend(q, k, v, mask, 1 / Math.sqrt(size), config.number("dropout", 0));
        List<Integer> outputs =
                config.has("output_shape") ? config.integers("output_shape") : List.of(layer.size(query.value(), -1));
        String output = projection.fromHeads("output_dense", made.get(0), outputs);
        return AttentionLayers.outputs(call, output, query.mask(), made.get(1));
    }

    static KerasTensor required(LayerScope layer, Call call, int place, String name) {
        return call.tensor(place, name).orElseThrow(() -> layer.config().unsupported("a call with " + name, "none"));
    }

    private static List<Integer> axes(LayerScope layer, String query) {
        int rank = layer.rank(query);
        if (!layer.config().has("attention_axes")) {
            return IntStream.range(1, rank - 1).boxed().toList();
        }
        return layer.config().integers("attention_axes").stream()
                .map(axis -> axis < 0 ? axis + rank : axis)
                .toList();
    }

    /** The masks that come with the inputs, the one that is given, and the settings of the call. */
    static @Nullable String mask(
            LayerScope layer, Call call, KerasTensor query, KerasTensor value, KerasTensor key, List<Integer> axes) {
        AttentionMask mask = new AttentionMask(layer)
                .queries(argument(call, "query_mask", query.mask()))
                .keys(argument(call, "value_mask", value.mask()))
                .given(call.tensor(-1, "attention_mask").map(KerasTensor::value).orElse(null));
        if (!key.equals(value)) {
            mask.keys(argument(call, "key_mask", key.mask()));
        }
        int queries = layer.shape(query.value()).get(1);
        int keys = layer.shape(value.value()).get(1);
        if (AttentionLayers.asks(call, "use_causal_mask")) {
            mask.causal(fixed(layer, query, queries), fixed(layer, value, keys));
        }
        if (layer.config().has("sliding_window")) {
            int width = layer.config().size("sliding_window");
            mask.window(fixed(layer, query, queries), fixed(layer, value, keys), width);
        }
        String all = mask.all();
        boolean plain = axes.equals(List.of(1)) && layer.rank(query.value()) == 3;
        if (all != null && !plain) {
            List<Integer> found = new ArrayList<>(axes);
            throw layer.config()
                    .unsupported(
                            "attention over axis 1 of (N, steps, features) where there is a mask", "axes " + found);
        }
        return all;
    }

    private static int fixed(LayerScope layer, KerasTensor tensor, int size) {
        return Shape.isBatched(size) || size == Shape.UNKNOWN ? layer.size(tensor.value(), 1) : size;
    }

    private static @Nullable String argument(Call call, String name, @Nullable String byDefault) {
        return call.tensor(-1, name).map(KerasTensor::value).orElse(byDefault);
    }
}
