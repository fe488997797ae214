package dev.plumbline.formats.keras;

import dev.plumbline.data.DType;
import dev.plumbline.network.Attributes;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Layers for images: cropping, resizing, and random changes that are made in training only, another for each image. */
final class AugmentationLayers {
    private static final List<Integer> EACH_IMAGE = List.of(0);

    private AugmentationLayers() {}

    static void rows(KerasLayers table) {
        table.map("CenterCrop", AugmentationLayers::centre);
        table.map("Resizing", AugmentationLayers::resize);
        table.map("RandomFlip", AugmentationLayers::flip);
        table.map("RandomBrightness", AugmentationLayers::brightness);
        table.map("RandomContrast", AugmentationLayers::contrast);
        table.map("RandomCrop", AugmentationLayers::crop);
        table.map("RandomTranslation", RandomMotions::translation);
        table.map("RandomRotation", RandomMotions::rotation);
        table.map("RandomZoom", RandomMotions::zoom);
    }

    private static String centre(LayerScope layer, String input) {
        String x = layer.floats(input);
        int first = ChannelOrder.firstSpatial(layer);
        int height = layer.config().size("height");
        int width = layer.config().size("width");
        int tall = layer.size(x, first);
        int broad = layer.size(x, first + 1);
        if (height > tall || width > broad) {
            throw layer.config()
                    .unsupported("images of at least " + height + " x " + width, "images of " + tall + " x " + broad);
        }
        int top = (tall - height) / 2;
        int left = (broad - width) / 2;
        return layer.node(
                "Slice",
                x,
                layer.integers(top, left),
                layer.integers(top + height, left + width),
                layer.integers(first, first + 1));
    }

    /**
     * In training a part at random, the same place for the whole batch. In evaluation, as for images that are too small
     * for it, the largest part of the wanted shape around the middle, resized.
     */
    private static String crop(LayerScope layer, String input) {
        String x = layer.floats(input);
        int first = ChannelOrder.firstSpatial(layer);
        int height = layer.config().size("height");
        int width = layer.config().size("width");
        int tall = layer.size(x, first);
        int broad = layer.size(x, first + 1);
        String window = middle(layer, x, first, Math.max(1, (int) Math.min(tall, (long) broad * height / width)));
        window = middle(layer, window, first + 1, Math.max(1, (int) Math.min(broad, (long) tall * width / height)));
        String whole = ChannelOrder.around(
                layer, window, 2, y -> Images.resized(layer, y, List.of(height, width), "bilinear"));
        return height > tall || width > broad
                ? whole
                : Randomness.inTraining(layer, part(layer, part(layer, x, first, height), first + 1, width), whole);
    }

    private static String middle(LayerScope layer, String x, int axis, int size) {
        int start = (layer.size(x, axis) - size) / 2;
        return layer.node("Slice", x, layer.integers(start), layer.integers(start + size), layer.integers(axis));
    }

    private static String part(LayerScope layer, String x, int axis, int wanted) {
        int size = layer.size(x, axis);
        int starts = size - wanted + 1;
        String drawn = Randomness.uniform(layer, x, List.of(), 0, starts, 0);
        // a draw at the very end of the range would start one too far
        String place = layer.node("Min", layer.node("Floor", drawn), layer.number(starts - 1));
        String start = layer.reshape(layer.cast(place, DType.INT64), List.of(1));
        String positions = layer.node(
                "Add", start, layer.integers(LongStream.range(0, wanted).toArray()));
        return layer.node("Gather", Attributes.none().with("axis", axis), x, positions);
    }

    private static String resize(LayerScope layer, String input) {
        LayerConfig config = layer.config();
        if (config.flag("crop_to_aspect_ratio", false)
                || config.flag("pad_to_aspect_ratio", false)
                || config.flag("antialias", false)) {
            throw config.unsupported("plain resizing", "a resizing that keeps the aspect ratio or antialiases");
        }
        List<Integer> sizes = List.of(config.size("height"), config.size("width"));
        String how = config.text("interpolation", "bilinear").toLowerCase(Locale.ROOT);
        return ChannelOrder.around(layer, layer.floats(input), 2, x -> Images.resized(layer, x, sizes, how));
    }

    private static String flip(LayerScope layer, String input) {
        String x = layer.floats(input);
        int first = ChannelOrder.firstSpatial(layer);
        String mode = layer.config().text("mode", "horizontal_and_vertical");
        String chance = Randomness.chance(layer, x, EACH_IMAGE, 0.5);
        String y = x;
        if (mode.contains("horizontal")) {
            y = layer.node("Where", chance, reversed(layer, y, first + 1), y);
        }
        return mode.contains("vertical") ? layer.node("Where", chance, reversed(layer, y, first), y) : y;
    }

    private static String reversed(LayerScope layer, String x, int axis) {
        return layer.node(
                "Slice",
                x,
                layer.integers(-1),
                layer.integers(Long.MIN_VALUE / 4),
                layer.integers(axis),
                layer.integers(-1));
    }

    /** Two numbers of a setting; one alone stands for itself and its negative. */
    static List<Double> range(LayerConfig config, String key) {
        List<Double> given = config.numbers(key).orElse(List.of(0.0, 0.0));
        return given.size() == 1 ? List.of(-given.get(0), given.get(0)) : given.subList(0, 2);
    }

    private static String clipped(LayerScope layer, String x) {
        List<Double> values = layer.config().numbers("value_range").orElse(List.of(0.0, 255.0));
        return Activations.clip(layer, x, values.get(0), values.get(1));
    }

    private static String brightness(LayerScope layer, String input) {
        String x = layer.floats(input);
        List<Double> factor = range(layer.config(), "factor");
        List<Double> values = layer.config().numbers("value_range").orElse(List.of(0.0, 255.0));
        double reach = values.get(1) - values.get(0);
        String delta = Randomness.uniform(layer, x, EACH_IMAGE, factor.get(0) * reach, factor.get(1) * reach, 0);
        return Randomness.inTraining(layer, clipped(layer, layer.node("Add", x, delta)), x);
    }

    /** Moves each channel of an image away from its mean or towards it. */
    private static String contrast(LayerScope layer, String input) {
        String x = layer.floats(input);
        List<Double> given = layer.config().numbers("factor").orElse(List.of(0.0));
        double lower = given.get(0);
        double upper = given.get(given.size() - 1);
        int first = ChannelOrder.firstSpatial(layer);
        String factor = Randomness.uniform(layer, x, EACH_IMAGE, 1 - lower, 1 + upper, 1);
        String mean = layer.node("ReduceMean", x, layer.integers(first, first + 1));
        String moved = layer.node("Add", layer.node("Mul", layer.node("Sub", x, mean), factor), mean);
        boolean ranged = layer.config().has("value_range");
        return Randomness.inTraining(layer, ranged ? clipped(layer, moved) : moved, x);
    }
}
