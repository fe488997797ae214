package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The sizes of a recurrent layer's states for one example, as Keras lays them out. */
final class StateShapes {
    private StateShapes() {}

    /** @param x the sequence, {@code (N, steps, ...)} */
    static List<List<Integer>> of(LayerScope layer, String x) {
        String type = layer.className();
        if (type.startsWith("ConvLSTM")) {
            return Collections.nCopies(2, image(layer, x));
        }
        return type.equals("RNN")
                ? ofCell(layer.config().get("cell"))
                : ofUnits(type, layer.config().json());
    }

    private static List<List<Integer>> ofCell(JsonNode cell) {
        JsonNode cells = cell.path("config").path("cells");
        if (cells.isMissingNode()) {
            return ofUnits(cell.path("class_name").asText(), cell.path("config"));
        }
        List<List<Integer>> all = new ArrayList<>();
        cells.forEach(inner -> all.addAll(ofCell(inner)));
        return all;
    }

    private static List<List<Integer>> ofUnits(String type, JsonNode config) {
        return Collections.nCopies(
                CellKind.of(type).states(), List.of(config.path("units").asInt()));
    }

    private static List<Integer> image(LayerScope layer, String x) {
        LayerConfig config = layer.config();
        int spatial = layer.rank(x) - 3;
        boolean first = config.channelsFirst();
        List<Integer> kernel = config.positive("kernel_size", spatial, 1);
        List<Integer> strides = config.positive("strides", spatial, 1);
        List<Integer> dilations = config.positive("dilation_rate", spatial, 1);
        boolean same = config.text("padding", "valid").equals("same");
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < spatial; i++) {
            int reach = same ? 1 : (kernel.get(i) - 1) * dilations.get(i) + 1;
            sizes.add((layer.size(x, i + (first ? 3 : 2)) - reach) / strides.get(i) + 1);
        }
        sizes.add(first ? 0 : spatial, config.size("filters"));
        return sizes;
    }
}
