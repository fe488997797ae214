package dev.plumbline.debug;

import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.Snapshot;
import dev.plumbline.network.Layer;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sums a snapshot of nodes up to the layers that the author wrote. */
public final class LayerTable {
    private LayerTable() {}

    /**
     * One row for each layer that computes something, in order; a layer is shown by its last node that was looked at.
     */
    public static List<LayerRow> of(Network network, Snapshot snapshot) {
        Map<String, NodeView> views = new HashMap<>();
        snapshot.nodes().forEach(view -> views.put(view.node(), view));
        Map<String, String> owners = network.parameterLayers();
        List<LayerRow> rows = new ArrayList<>();
        for (Layer layer : network.layers()) {
            NodeView last = null;
            for (Node node : network.nodes()) {
                if (node.layer().equals(layer.name()) && views.containsKey(node.name())) {
                    last = views.get(node.name());
                }
            }
            if (last == null) {
                continue; // an edit has taken all its nodes
            }
            long held = 0;
            long trained = 0;
            for (Parameter parameter : network.parameters()) {
                if (layer.name().equals(owners.get(parameter.name())) && parameter.isCounted()) {
                    held += parameter.type().shape().elements();
                    trained += parameter.trainable() ? parameter.type().shape().elements() : 0;
                }
            }
            rows.add(new LayerRow(
                    layer.name(),
                    layer.type(),
                    last.shape(),
                    last.dtype(),
                    held,
                    trained,
                    last.value(),
                    last.gradient()));
        }
        return rows;
    }
}
