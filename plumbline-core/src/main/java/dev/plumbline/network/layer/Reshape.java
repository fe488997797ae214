package dev.plumbline.network.layer;

import dev.plumbline.experiment.Settings;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.NetworkBuilder;
import java.util.List;

/** Other sizes for an example: {@code reshape: {shape: [1, 8, 8]}}, without the batch. */
final class Reshape implements LayerType {
    @Override
    public String name() {
        return "reshape";
    }

    @Override
    public String title() {
        return "Reshape";
    }

    @Override
    public String build(String input, Settings settings, NetworkBuilder network) {
        settings.knowsOnly("shape");
        List<Integer> shape = settings.integers("shape", 1);
        long[] target = new long[shape.size() + 1];
        for (int i = 0; i < shape.size(); i++) {
            target[i + 1] = shape.get(i);
        }
        return network.node("Reshape", Attributes.none(), input, network.constant("shape", target));
    }
}
