package dev.plumbline.formats.keras;

import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.network.Attributes;
import java.util.List;

/**
 * Images shifted, turned or zoomed in training, another way for each image, by a grid of sampling places (Jaderberg et
 * al., 2015). What lies outside is filled by reflection, by the edge, or by zero.
 */
final class RandomMotions {
    private static final List<Integer> EACH_IMAGE = List.of(0);

    private RandomMotions() {}

    static String translation(LayerScope layer, String input) {
        return moved(layer, input, x -> {
            List<Double> down = AugmentationLayers.range(layer.config(), "height_factor");
            List<Double> right = AugmentationLayers.range(layer.config(), "width_factor");
            String one = ones(layer, x);
            String none = layer.node("Sub", one, one);
            // a shift of the picture by a share of it moves the sampling places by twice the share the other way
            String dx = Randomness.uniform(layer, x, EACH_IMAGE, -2 * right.get(1), -2 * right.get(0), 0);
            String dy = Randomness.uniform(layer, x, EACH_IMAGE, -2 * down.get(1), -2 * down.get(0), 0);
            return List.of(one, none, dx, none, one, dy);
        });
    }

    static String rotation(LayerScope layer, String input) {
        return moved(layer, input, x -> {
            List<Double> turns = AugmentationLayers.range(layer.config(), "factor");
            double whole = 2 * Math.PI;
            String angle = Randomness.uniform(layer, x, EACH_IMAGE, turns.get(0) * whole, turns.get(1) * whole, 0);
            String cos = layer.node("Cos", angle);
            String sin = layer.node("Sin", angle);
            int first = ChannelOrder.firstSpatial(layer);
            double ratio = (double) layer.size(input, first) / layer.size(input, first + 1);
            String none = layer.node("Sub", sin, sin);
            String across = layer.node("Mul", sin, layer.number(-ratio));
            String along = layer.node("Mul", sin, layer.number(1 / ratio));
            return List.of(cos, across, none, along, cos, none);
        });
    }

    static String zoom(LayerScope layer, String input) {
        return moved(layer, input, x -> {
            List<Double> tall = AugmentationLayers.range(layer.config(), "height_factor");
            String height = Randomness.uniform(layer, x, EACH_IMAGE, 1 + tall.get(0), 1 + tall.get(1), 1);
            String width = height;
            if (layer.config().has("width_factor")) {
                List<Double> broad = AugmentationLayers.range(layer.config(), "width_factor");
                width = Randomness.uniform(layer, x, EACH_IMAGE, 1 + broad.get(0), 1 + broad.get(1), 1);
            }
            String none = layer.node("Sub", height, height);
            return List.of(width, none, none, none, height, none);
        });
    }

    /** The six numbers of the map from places in the result to places in the image. */
    private interface Matrix {
        List<String> of(String x);
    }

    private static String ones(LayerScope layer, String x) {
        return Randomness.uniform(layer, x, EACH_IMAGE, 1, 1, 1);
    }

    private static String moved(LayerScope layer, String input, Matrix matrix) {
        return ChannelOrder.around(layer, layer.floats(input), 2, x -> {
            List<String> numbers = matrix.of(x).stream()
                    .map(number -> layer.reshape(number, List.of(-1, 1)))
                    .toList();
            String row = layer.node("Concat", Attributes.none().with("axis", 1), numbers.toArray(String[]::new));
            String theta = layer.reshape(row, List.of(-1, 2, 3));
            String grid = layer.node(
                    "Add",
                    layer.reshape(
                            layer.node(
                                    "MatMul",
                                    places(layer, x),
                                    layer.node("Transpose", Attributes.none().with("perm", List.of(0, 2, 1)), theta)),
                            List.of(-1, layer.size(x, 2), layer.size(x, 3), 2)),
                    layer.number(0));
            Attributes sampling = Attributes.none()
                    .with(
                            "mode",
                            layer.config().text("interpolation", "bilinear").equals("nearest") ? "nearest" : "linear")
                    .with("align_corners", 0)
                    .with("padding_mode", padding(layer));
            return Randomness.inTraining(layer, layer.node("GridSample", sampling, x, grid), x);
        });
    }

    private static String padding(LayerScope layer) {
        String mode = layer.config().text("fill_mode", "reflect");
        return switch (mode) {
            case "reflect" -> "reflection";
            case "nearest" -> "border";
            case "constant" -> "zeros";
            default -> {
                layer.model()
                        .note("Layer " + layer.name() + " fills by reflection in training, where its file says " + mode
                                + ".");
                yield "reflection";
            }
        };
    }

    /** The middle of each pixel in the result, from -1 to 1, and a one: (1, height * width, 3). */
    private static String places(LayerScope layer, String x) {
        int height = layer.size(x, 2);
        int width = layer.size(x, 3);
        float[] values = new float[Math.multiplyExact(Math.multiplyExact(height, width), 3)];
        for (int row = 0, i = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                values[i++] = (2 * column + 1f) / width - 1;
                values[i++] = (2 * row + 1f) / height - 1;
                values[i++] = 1;
            }
        }
        return layer.constant(FloatTensor.of(values, 1, height * width, 3), DType.FLOAT32);
    }
}
