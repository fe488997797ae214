package dev.plumbline.network.architecture;

import dev.plumbline.data.Schema;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Fully connected with one hidden layer of 128 units (S1): {@code {architecture: mlp, hidden: [128], activation: relu,
 * dropout: 0, batch-norm: false}}.
 */
final class Mlp implements Architecture {
    @Override
    public String name() {
        return "mlp";
    }

    @Override
    public Map<String, Object> defaults() {
        return Map.of("hidden", List.of(128), "activation", "relu", "dropout", 0.0, "batch-norm", false);
    }

    @Override
    public List<LayerSpec> layers(Schema schema, int outputs, Settings given) {
        given.knowsOnly(defaults().keySet().toArray(String[]::new));
        Settings settings = filled(given);
        List<Integer> hidden = settings.integers("hidden", 1);
        double dropout = settings.number("dropout", 0, 0.999, 0);
        List<LayerSpec> layers = new ArrayList<>();
        if (schema.inputs().get(0).shape().rank() > 1) {
            layers.add(Specs.layer("flatten"));
        }
        String activation = settings.text("activation").orElseThrow();
        for (int units : hidden) {
            layers.add(Specs.layer("dense", Map.of("units", units, "activation", activation)));
            if (settings.flag("batch-norm", false)) {
                layers.add(Specs.layer("batch-norm"));
            }
            if (dropout > 0) {
                layers.add(Specs.layer("dropout", Map.of("rate", dropout)));
            }
        }
        layers.add(Specs.output(outputs));
        return layers;
    }
}
