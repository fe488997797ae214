package dev.plumbline.zoo.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** A {@code config.json} of Keras 3, whose parts may be changed in place. */
record KerasConfig(ObjectNode tree) {
    boolean isSequential() {
        return tree.path("class_name").asText().equals("Sequential");
    }

    private ArrayNode layerList() {
        return (ArrayNode) tree.path("config").path("layers");
    }

    /** All layers, each with {@code class_name} and {@code config}. */
    List<ObjectNode> layers() {
        List<ObjectNode> layers = new ArrayList<>();
        layerList().forEach(layer -> layers.add((ObjectNode) layer));
        return layers;
    }

    static boolean is(JsonNode layer, String type) {
        return layer.path("class_name").asText().equals(type);
    }

    static ObjectNode config(JsonNode layer) {
        return (ObjectNode) layer.path("config");
    }

    /** Whether the layer has a kernel. */
    static boolean hasKernel(JsonNode layer) {
        return layer.path("config").has("kernel_initializer");
    }

    /** The last dense layer. */
    ObjectNode output() {
        List<ObjectNode> dense = new ArrayList<>(layers());
        dense.removeIf(layer -> !is(layer, "Dense"));
        return dense.get(dense.size() - 1);
    }

    ObjectNode optimizer() {
        return (ObjectNode) tree.path("compile_config").path("optimizer").path("config");
    }

    boolean hasOptimizer(String type) {
        return tree.path("compile_config")
                .path("optimizer")
                .path("class_name")
                .asText()
                .equals(type);
    }

    ObjectNode loss() {
        return (ObjectNode) tree.path("compile_config").path("loss");
    }

    boolean hasLoss(String type) {
        return loss().path("class_name").asText().equals(type);
    }

    /** Puts a layer without weights before a layer of a type, or at the front where that is empty; Sequential only. */
    boolean insert(String type, ObjectNode settings, String beforeType) {
        if (!isSequential()) {
            return false;
        }
        List<ObjectNode> layers = layers();
        int at = -1;
        for (int i = 1; i < layers.size() && at < 0; i++) {
            if (beforeType.isEmpty() || is(layers.get(i), beforeType)) {
                at = i;
            }
        }
        if (at < 0) {
            return false;
        }
        layers.add(at, layer(type, settings));
        replace(layers);
        return true;
    }

    /** Puts a layer at the end; Sequential only. */
    boolean append(String type, ObjectNode settings) {
        if (!isSequential()) {
            return false;
        }
        layerList().add(layer(type, settings));
        return true;
    }

    /** Removes the layers of a type; Sequential only. */
    boolean remove(String type) {
        List<ObjectNode> layers = layers();
        boolean removed = layers.removeIf(layer -> is(layer, type));
        replace(layers);
        return isSequential() && removed;
    }

    private void replace(List<ObjectNode> layers) {
        layerList().removeAll();
        layerList().addAll(Collections.unmodifiableList(layers));
    }

    private ObjectNode layer(String type, ObjectNode settings) {
        ObjectNode layer = tree.objectNode();
        layer.put("module", "keras.layers");
        layer.put("class_name", type);
        settings.put("name", "added_" + type.toLowerCase(java.util.Locale.ROOT));
        settings.put("trainable", true);
        settings.put("dtype", "float32");
        layer.set("config", Objects.requireNonNull(settings));
        layer.putNull("registered_name");
        return layer;
    }
}
