package dev.plumbline.network.architecture;

import dev.plumbline.data.DType;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.Schema;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One hidden LSTM layer, its last state to the output (S1); token numbers pass an embedding first:
 * {@code {architecture: lstm, units: 64, embedding: 32, dropout: 0}}.
 */
final class LstmNet implements Architecture {
    @Override
    public String name() {
        return "lstm";
    }

    @Override
    public Map<String, Object> defaults() {
        return Map.of("units", 64, "embedding", 32, "dropout", 0.0);
    }

    @Override
    public List<LayerSpec> layers(Schema schema, int outputs, Settings given) {
        given.knowsOnly(defaults().keySet().toArray(String[]::new));
        Settings settings = filled(given);
        InputSchema input = schema.inputs().get(0);
        List<LayerSpec> layers = new ArrayList<>();
        if (input.dtype() == DType.INT64) {
            layers.add(Specs.layer(
                    "embedding", Map.of("vocabulary", input.vocabulary(), "units", settings.integer("embedding", 1))));
        }
        layers.add(Specs.layer("lstm", Map.of("units", settings.integer("units", 1))));
        double dropout = settings.number("dropout", 0, 0.999, 0);
        if (dropout > 0) {
            layers.add(Specs.layer("dropout", Map.of("rate", dropout)));
        }
        layers.add(Specs.output(outputs));
        return layers;
    }
}
