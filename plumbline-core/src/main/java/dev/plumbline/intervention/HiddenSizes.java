package dev.plumbline.intervention;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.experiment.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Changes the size of every hidden layer: units of dense and LSTM layers, filters of convolutions. */
record HiddenSizes(IntUnaryOperator change, ModelEdit graphEdit) implements SourceEdit {
    @Override
    public List<ModelEdit> graph() {
        return List.of(graphEdit);
    }

    @Override
    public Map<String, Object> settings(String architecture, Settings all) {
        Map<String, Object> changes = new LinkedHashMap<>();
        for (String key : List.of("filters", "hidden", "units")) {
            if (!all.has(key)) {
                continue;
            }
            List<Integer> sizes =
                    all.integers(key, 1).stream().map(change::applyAsInt).toList();
            if (!sizes.isEmpty()) {
                boolean isList = all.values().get(key) instanceof List;
                changes.put(key, isList ? sizes : sizes.get(0));
            }
        }
        if (changes.isEmpty()) {
            throw SourceEdit.missing(architecture, "hidden", "Use an architecture with hidden layers.");
        }
        return changes;
    }

    @Override
    public List<LayerSpec> layers(List<LayerSpec> layers) {
        LayerList list = new LayerList(layers);
        List<LayerSpec> changed = new ArrayList<>();
        boolean any = false;
        for (int i = 0; i < layers.size(); i++) {
            LayerSpec layer = layers.get(i);
            if (list.isHidden(i)) {
                String key = list.sizeKey(i);
                changed.add(LayerList.with(
                        layer, key, change.applyAsInt(layer.settings().integer(key, 1))));
                any = true;
            } else {
                changed.add(layer);
            }
        }
        if (!any) {
            throw new UnusableInputException(
                    "model.layers",
                    "a hidden layer (dense, lstm or conv2d)",
                    "only the output layer",
                    "Add a hidden layer first, as `deeper=1` does.");
        }
        return changed;
    }
}
