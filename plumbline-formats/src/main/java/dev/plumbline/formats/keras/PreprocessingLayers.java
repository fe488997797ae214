package dev.plumbline.formats.keras;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Layers that prepare numbers: scaling, standardizing, categories as vectors, numbers as classes. */
final class PreprocessingLayers {
    private static final double EPSILON = 1e-7;

    private PreprocessingLayers() {}

    static void rows(KerasLayers table) {
        table.map("Rescaling", (layer, x) -> {
            String scaled = layer.node("Mul", layer.floats(x), values(layer, "scale", 1));
            return layer.node("Add", scaled, values(layer, "offset", 0));
        });
        table.map("Normalization", PreprocessingLayers::standardized);
        table.map("CategoryEncoding", PreprocessingLayers::categories);
        table.map("Discretization", PreprocessingLayers::buckets);
        for (String name : List.of(
                "StringLookup", "TextVectorization", "Hashing", "HashedCrossing", "IntegerLookup", "FeatureSpace")) {
            table.row(name, (layer, call) -> {
                throw new UnusableInputException(
                        layer.config().subject(),
                        "a layer that computes with numbers",
                        name + ", which looks words or keys up in a table",
                        "Look them up before training and start the model with the numbers.");
            });
        }
    }

    private static String values(LayerScope layer, String key, double byDefault) {
        List<Double> given = layer.config().numbers(key).orElse(List.of(byDefault));
        float[] all = new float[given.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = given.get(i).floatValue();
        }
        return all.length == 1 ? layer.number(all[0]) : layer.constant(FloatTensor.of(all, all.length), DType.FLOAT32);
    }

    private static String standardized(LayerScope layer, String input) {
        String x = layer.floats(input);
        int rank = layer.rank(x);
        List<Integer> axes = layer.config().has("axis")
                ? layer.config().integers("axis").stream()
                        .map(a -> a < 0 ? a + rank : a)
                        .sorted()
                        .toList()
                : List.of();
        List<Integer> wide = new ArrayList<>(Collections.nCopies(rank, 1));
        List<Integer> sizes = new ArrayList<>();
        for (int axis : axes) {
            sizes.add(layer.size(x, axis));
            wide.set(axis, layer.size(x, axis));
        }
        String mean;
        String variance;
        if (layer.config().has("mean")) {
            mean = values(layer, "mean", 0);
            variance = values(layer, "variance", 1);
        } else {
            Shape shape = new Shape(sizes);
            mean = layer.reshape(layer.statistic("mean", shape, Initializer.ZEROS), wide);
            variance = layer.reshape(layer.statistic("variance", shape, Initializer.ONES), wide);
            layer.statistic("count", Shape.of(), Initializer.ZEROS);
        }
        if (layer.config().has("mean") && sizes.size() > 0 && layer.rank(mean) == 1) {
            mean = layer.reshape(mean, wide);
            variance = layer.reshape(variance, wide);
        }
        String deviation = layer.node("Max", layer.node("Sqrt", variance), layer.number(EPSILON));
        return layer.config().flag("invert", false)
                ? layer.node("Add", layer.node("Mul", x, deviation), mean)
                : layer.node("Div", layer.node("Sub", x, mean), deviation);
    }

    private static String categories(LayerScope layer, String input) {
        int tokens = layer.config().size("num_tokens");
        String mode = layer.config().text("output_mode", "multi_hot");
        String index = layer.cast(input, DType.INT64);
        if (mode.equals("one_hot")
                && layer.rank(index) > 1
                && layer.shape(index).get(-1) == 1) {
            index = layer.node("Squeeze", index, layer.integers(-1));
        }
        String places = layer.constant(FloatTensor.of(new float[] {0, 1}, 2), DType.FLOAT32);
        String vectors = layer.node("OneHot", Attributes.none().with("axis", -1), index, layer.integer(tokens), places);
        if (layer.rank(index) == 1 || mode.equals("one_hot")) {
            return vectors;
        }
        String operator = switch (mode) {
            case "multi_hot" -> "ReduceMax";
            case "count" -> "ReduceSum";
            default -> throw layer.config().wrong("output_mode", "one_hot, multi_hot or count", mode);
        };
        return layer.node(operator, Attributes.none().with("keepdims", 0), vectors, layer.integers(-2));
    }

    /** How many boundaries a number has reached. */
    private static String buckets(LayerScope layer, String input) {
        String mode = layer.config().text("output_mode", "int");
        if (!mode.equals("int") || !layer.config().has("bin_boundaries")) {
            throw layer.config()
                    .unsupported("Discretization into whole numbers with given boundaries", "output_mode " + mode);
        }
        String x = layer.node("Unsqueeze", layer.floats(input), layer.integers(-1));
        String reached = layer.node("GreaterOrEqual", x, values(layer, "bin_boundaries", 0));
        return layer.node(
                "ReduceSum",
                Attributes.none().with("keepdims", 0),
                layer.cast(reached, DType.INT64),
                layer.integers(-1));
    }
}
