package dev.plumbline.zoo.fault;

import dev.plumbline.zoo.folder.Tree;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Other activations in the layers that the experiment file lists. */
final class Activations {
    private Activations() {}

    /** One activation for another, wherever it stands. */
    static Plant replaced(String old, String with) {
        return folder -> {
            List<Map<String, Object>> layers = folder.tree().layers();
            boolean changed = false;
            for (int i = 0; i < layers.size(); i++) {
                String type = layers.get(i).keySet().iterator().next();
                if (layers.get(i).get(type) instanceof Map<?, ?> settings && old.equals(settings.get("activation"))) {
                    Map<String, Object> copy = new LinkedHashMap<>();
                    settings.forEach((key, value) -> copy.put(String.valueOf(key), value));
                    copy.put("activation", with);
                    layers.set(i, Tree.map(type, copy));
                    changed = true;
                }
            }
            return changed ? Optional.of(Outputs.layered(folder, layers)) : Optional.empty();
        };
    }
}
