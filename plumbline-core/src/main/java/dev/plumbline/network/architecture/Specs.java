package dev.plumbline.network.architecture;

import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.Settings;
import java.util.Map;

/** Layers, written short. */
final class Specs {
    private Specs() {}

    static LayerSpec layer(String type, Map<String, ?> settings) {
        return new LayerSpec(type, Settings.of(type, settings));
    }

    static LayerSpec layer(String type) {
        return layer(type, Map.of());
    }

    static LayerSpec output(int units) {
        return layer("dense", Map.of("name", "output", "units", units));
    }
}
