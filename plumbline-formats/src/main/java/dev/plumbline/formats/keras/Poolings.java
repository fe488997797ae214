package dev.plumbline.formats.keras;

import dev.plumbline.data.DType;
import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Pooling layers: by windows, over all places, and to a given number of places. */
final class Poolings {
    private Poolings() {}

    static void rows(KerasLayers table) {
        for (int axes = 1; axes <= 3; axes++) {
            int spatial = axes;
            String d = axes + "D";
            for (String name : List.of("MaxPooling" + d, "MaxPool" + d)) {
                table.map(name, (layer, x) -> windows(layer, x, "MaxPool", spatial));
            }
            for (String name : List.of("AveragePooling" + d, "AvgPool" + d)) {
                table.map(name, (layer, x) -> windows(layer, x, "AveragePool", spatial));
            }
            for (String name : List.of("GlobalMaxPooling" + d, "GlobalMaxPool" + d)) {
                table.row(
                        name,
                        (layer, call) -> List.of(KerasTensor.of(
                                all(layer, layer.floats(layer.only(call).value()), "ReduceMax", spatial))));
            }
            for (String name : List.of("GlobalAveragePooling" + d, "GlobalAvgPool" + d)) {
                table.row(name, (layer, call) -> List.of(KerasTensor.of(mean(layer, layer.only(call), spatial))));
            }
            table.map("AdaptiveMaxPooling" + d, (layer, x) -> adaptive(layer, x, "MaxPool", "ReduceMax", spatial));
            table.map(
                    "AdaptiveAveragePooling" + d,
                    (layer, x) -> adaptive(layer, x, "AveragePool", "ReduceMean", spatial));
        }
    }

    private static String windows(LayerScope layer, String input, String operator, int spatial) {
        LayerConfig config = layer.config();
        List<Integer> size = config.positive("pool_size", spatial, 2);
        List<Integer> strides = config.has("strides") ? config.positive("strides", spatial, 1) : size;
        Attributes window = Attributes.none()
                .with("kernel_shape", size)
                .with("strides", strides)
                .with("auto_pad", config.text("padding", "valid").equals("same") ? "SAME_UPPER" : "VALID");
        return ChannelOrder.around(layer, layer.floats(input), spatial, x -> layer.node(operator, window, x));
    }

    private static String all(LayerScope layer, String x, String operator, int spatial) {
        int first = ChannelOrder.firstSpatial(layer);
        long[] axes = IntStream.range(first, first + spatial).asLongStream().toArray();
        boolean keep = layer.config().flag("keepdims", false);
        return layer.node(operator, Attributes.none().with("keepdims", keep ? 1 : 0), x, layer.integers(axes));
    }

    /** The mean over the places, of a sequence with a mask only over those that count. */
    private static String mean(LayerScope layer, KerasTensor input, int spatial) {
        String x = layer.floats(input.value());
        if (input.mask() == null || spatial != 1) {
            return all(layer, x, "ReduceMean", spatial);
        }
        int steps = ChannelOrder.firstSpatial(layer);
        String mask = layer.cast(input.mask(), DType.FLOAT32);
        String weights = layer.node("Unsqueeze", mask, layer.integers(steps == 1 ? 2 : 1));
        String sum = all(layer, layer.node("Mul", x, weights), "ReduceSum", 1);
        return layer.node("Div", sum, all(layer, weights, "ReduceSum", 1));
    }

    /** Windows from {@code floor(i in / out)} to {@code ceil((i + 1) in / out)}, axis after axis. */
    private static String adaptive(LayerScope layer, String input, String pool, String reduce, int spatial) {
        List<Integer> wanted = layer.config().positive("output_size", spatial, 1);
        return ChannelOrder.around(layer, layer.floats(input), spatial, first -> {
            String x = first;
            List<Integer> sizes = new ArrayList<>();
            for (int i = 0; i < spatial; i++) {
                sizes.add(layer.size(x, i + 2));
            }
            if (IntStream.range(0, spatial).allMatch(i -> sizes.get(i) % wanted.get(i) == 0)) {
                List<Integer> kernel = IntStream.range(0, spatial)
                        .mapToObj(i -> sizes.get(i) / wanted.get(i))
                        .toList();
                return layer.node(
                        pool, Attributes.none().with("kernel_shape", kernel).with("strides", kernel), x);
            }
            for (int i = 0; i < spatial; i++) {
                x = pieces(layer, x, i + 2, sizes.get(i), wanted.get(i), reduce);
            }
            return x;
        });
    }

    private static String pieces(LayerScope layer, String x, int axis, int size, int wanted, String reduce) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            long start = (long) i * size / wanted;
            long end = ((i + 1L) * size + wanted - 1) / wanted;
            String part = layer.node("Slice", x, layer.integers(start), layer.integers(end), layer.integers(axis));
            parts.add(layer.node(reduce, Attributes.none().with("keepdims", 1), part, layer.integers(axis)));
        }
        return layer.node("Concat", Attributes.none().with("axis", axis), parts.toArray(String[]::new));
    }
}
