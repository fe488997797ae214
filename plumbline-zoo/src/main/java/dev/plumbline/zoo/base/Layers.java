package dev.plumbline.zoo.base;

import dev.plumbline.zoo.folder.Tree;
import java.util.List;
import java.util.Map;

/** Layers as the experiment file has them. */
final class Layers {
    private Layers() {}

    static Map<String, Object> dense(int units, String activation) {
        return layer("dense", "units", units, "activation", activation);
    }

    static Map<String, Object> dense(int units) {
        return layer("dense", "units", units);
    }

    static Map<String, Object> conv(int filters, int kernel, String activation) {
        return layer("conv2d", "filters", filters, "kernel-size", kernel, "padding", "same", "activation", activation);
    }

    static Map<String, Object> layer(String type, Object... settings) {
        return Tree.map(type, Tree.map(settings));
    }

    static Map<String, Object> of(List<Map<String, Object>> layers) {
        return Tree.map("layers", layers);
    }
}
