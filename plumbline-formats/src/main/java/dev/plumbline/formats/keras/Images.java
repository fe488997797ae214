package dev.plumbline.formats.keras;

import dev.plumbline.data.DType;
import dev.plumbline.data.LongTensor;
import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.List;

/** Images of other sizes, as {@code keras.ops.image} makes them. */
final class Images {
    private Images() {}

    /** An image (N, C, spatial ...) of the given spatial sizes. */
    static String resized(LayerScope layer, String x, List<Integer> sizes, String interpolation) {
        Attributes attributes = Attributes.none().with("coordinate_transformation_mode", "half_pixel");
        attributes = switch (interpolation) {
            case "nearest" -> attributes.with("mode", "nearest").with("nearest_mode", "round_prefer_ceil");
            case "bilinear" -> attributes.with("mode", "linear");
            case "bicubic" -> attributes.with("mode", "cubic").with("cubic_coeff_a", -0.5);
            default -> throw layer.config().wrong("interpolation", "nearest, bilinear or bicubic", interpolation);
        };
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            all.add((long) sizes.get(i));
        }
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            axes.add(i + 2);
        }
        long[] values = all.stream().mapToLong(Long::longValue).toArray();
        String target = layer.constant(LongTensor.of(values, values.length), DType.INT64);
        return layer.node("Resize", attributes.with("axes", axes), x, "", "", target);
    }
}
