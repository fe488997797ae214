package dev.plumbline.debug;

import dev.plumbline.lab.Run;
import java.util.List;

/** The network's first forward and backward step (D3). */
public record FirstStep(Run run, List<LayerRow> layers, MemoryEstimate memory) {
    public FirstStep {
        layers = List.copyOf(layers);
    }
}
