package dev.plumbline.network.layer;

import dev.plumbline.experiment.Settings;
import dev.plumbline.network.NetworkBuilder;
import java.util.List;

/** {@code max-pool2d} and {@code average-pool2d}: {@code {pool-size: 2}}; strides as the pool's size by default. */
record Pool2D(String name, String title, String operator) implements LayerType {
    @Override
    public String build(String input, Settings settings, NetworkBuilder network) {
        settings.knowsOnly("pool-size", "strides", "padding");
        List<Integer> size = Windows.pair(settings, "pool-size", 2);
        return network.node(operator, Windows.attributes(settings, size, size), input);
    }
}
