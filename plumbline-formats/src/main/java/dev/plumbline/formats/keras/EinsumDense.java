package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code activation(einsum(x, kernel) + b)}: letters of the kernel's axes that the input has are of its sizes, the
 * others of the output shape's; the bias has the axes named by {@code bias_axes}.
 */
final class EinsumDense {
    private EinsumDense() {}

    static String call(LayerScope layer, String input) {
        LayerConfig config = layer.config();
        String x = layer.floats(input);
        String equation = config.text("equation", "").replace(" ", "");
        String[] parts = equation.split(",|->");
        if (parts.length != 3) {
            throw config.wrong("equation", "an equation such as ab,bc->ac", equation);
        }
        Map<Character, Integer> sizes = new HashMap<>();
        place(sizes, parts[0], layer.shape(x).sizes());
        outputSizes(config, sizes, parts[2]);
        String kernel = layer.weight("kernel", shape(config, sizes, parts[1]), Layout.SAME);
        String y = layer.node("Einsum", Attributes.none().with("equation", equation), x, kernel);
        if (config.has("bias_axes")) {
            y = layer.node("Add", y, bias(layer, sizes, parts[2].replace("...", "")));
        }
        return Activations.of(layer, "activation", y);
    }

    /** Letters before an ellipsis count from the front, those after it from the end. */
    private static void place(Map<Character, Integer> sizes, String letters, List<Integer> shape) {
        int dots = letters.indexOf("...");
        String before = dots < 0 ? letters : letters.substring(0, dots);
        String after = dots < 0 ? "" : letters.substring(dots + 3);
        for (int i = 0; i < before.length() && i < shape.size(); i++) {
            sizes.putIfAbsent(before.charAt(i), shape.get(i));
        }
        for (int i = 0; i < after.length() && i < shape.size(); i++) {
            sizes.putIfAbsent(after.charAt(after.length() - 1 - i), shape.get(shape.size() - 1 - i));
        }
    }

    private static void outputSizes(LayerConfig config, Map<Character, Integer> sizes, String letters) {
        String plain = letters.replace("...", "");
        com.fasterxml.jackson.databind.JsonNode json = config.get("output_shape");
        List<Integer> given = new ArrayList<>();
        if (json.isArray()) {
            json.forEach(size -> given.add(size.isIntegralNumber() ? size.asInt() : Shape.UNKNOWN));
        } else {
            given.add(config.size("output_shape"));
        }
        // the shape leaves the batch away, and what an ellipsis stands for may be in it
        for (int i = 0; i < given.size() && i < plain.length(); i++) {
            int size = given.get(given.size() - 1 - i);
            if (size > 0) {
                sizes.putIfAbsent(plain.charAt(plain.length() - 1 - i), size);
            }
        }
    }

    private static Shape shape(LayerConfig config, Map<Character, Integer> sizes, String letters) {
        List<Integer> all = new ArrayList<>();
        for (char letter : letters.toCharArray()) {
            Integer size = sizes.get(letter);
            if (size == null || size < 1) {
                throw config.wrong("equation", "a fixed size for the axis " + letter, "none");
            }
            all.add(size);
        }
        return new Shape(all);
    }

    private static String bias(LayerScope layer, Map<Character, Integer> sizes, String output) {
        String axes = layer.config().text("bias_axes", "");
        int first = axes.chars().map(output::indexOf).min().orElse(0);
        List<Integer> all = new ArrayList<>();
        for (char letter : output.substring(Math.max(0, first)).toCharArray()) {
            all.add(
                    axes.indexOf(letter) < 0
                            ? 1
                            : shape(layer.config(), sizes, String.valueOf(letter))
                                    .get(0));
        }
        return layer.variable(VariableSpec.bias("bias", new Shape(all)));
    }
}
