package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.data.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * The linear maps of an attention layer, whose kernels Keras keeps with heads as an axis of their own. Here they are
 * matrices, {@code (inputs, heads x size)}.
 */
final class HeadProjection {
    private final LayerScope layer;
    private final Expressions e;
    private final String prefix;

    /** @param prefix what Keras puts before the names of the maps */
    HeadProjection(LayerScope layer, String prefix) {
        this.layer = layer;
        this.e = new Expressions(layer);
        this.prefix = prefix;
    }

    /** {@code (N, ..., inputs)} to {@code (N, ..., heads, size)}. */
    String toHeads(String name, String x, int heads, int size) {
        int inputs = layer.size(x, -1);
        String made = map(name, x, Shape.of(inputs, heads, size), inputs, Shape.of(heads, size));
        List<Integer> sizes = open(layer.shape(made));
        sizes.set(sizes.size() - 1, heads);
        sizes.add(size);
        return layer.reshape(made, sizes);
    }

    /** {@code (N, ..., heads, size)} to {@code (N, ..., outputs)}. */
    String fromHeads(String name, String x, List<Integer> outputs) {
        Shape shape = layer.shape(x);
        int heads = shape.get(-2);
        int size = shape.get(-1);
        List<Integer> sizes = open(shape);
        sizes.remove(sizes.size() - 1);
        sizes.set(sizes.size() - 1, heads * size);
        List<Integer> kernel = new ArrayList<>(List.of(heads, size));
        kernel.addAll(outputs);
        String made = map(name, layer.reshape(x, sizes), new Shape(kernel), heads * size, new Shape(outputs));
        if (outputs.size() == 1) {
            return made;
        }
        List<Integer> wide = open(layer.shape(made));
        wide.remove(wide.size() - 1);
        wide.addAll(outputs);
        return layer.reshape(made, wide);
    }

    private String map(String name, String x, Shape kernel, int inputs, Shape bias) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("class_name", "EinsumDense");
        json.set("config", layer.config().json());
        LayerScope dense = layer.child(prefix + name, json);
        int width = Math.toIntExact(bias.elements());
        String weight = dense.weight("kernel", kernel, Layout.reshaped(Shape.of(inputs, width)));
        String made = e.node("MatMul", x, weight);
        return layer.config().flag("use_bias", true)
                ? e.node(
                        "Add",
                        made,
                        dense.variable(VariableSpec.bias("bias", bias).in(Layout.reshaped(Shape.of(width)))))
                : made;
    }

    /** Sizes for a Reshape: what grows with the batch is left open. */
    static List<Integer> open(Shape shape) {
        List<Integer> sizes = new ArrayList<>();
        shape.sizes().forEach(size -> sizes.add(Shape.isBatched(size) ? -1 : size));
        return sizes;
    }
}
