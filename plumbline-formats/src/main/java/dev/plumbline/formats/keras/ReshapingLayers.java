package dev.plumbline.formats.keras;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Layers that change the form only: other sizes, another order, edges added or cut, values repeated. */
final class ReshapingLayers {
    private ReshapingLayers() {}

    static void rows(KerasLayers table) {
        table.map("Flatten", ReshapingLayers::flatten);
        table.map("Reshape", (layer, x) -> {
            List<Integer> sizes = new ArrayList<>(List.of(0));
            sizes.addAll(layer.config().integers("target_shape"));
            return layer.reshape(x, sizes);
        });
        table.map("Permute", (layer, x) -> {
            List<Integer> order = new ArrayList<>(List.of(0));
            order.addAll(layer.config().integers("dims"));
            return layer.transpose(x, order);
        });
        table.map(
                "RepeatVector",
                (layer, x) -> layer.node(
                        "Tile",
                        layer.node("Unsqueeze", x, layer.integers(1)),
                        layer.integers(1, layer.config().size("n"), 1)));
        for (int axes = 1; axes <= 3; axes++) {
            int spatial = axes;
            table.map("ZeroPadding" + axes + "D", (layer, x) -> pad(layer, x, spatial));
            table.map("Cropping" + axes + "D", (layer, x) -> crop(layer, x, spatial));
            table.map("UpSampling" + axes + "D", (layer, x) -> enlarge(layer, x, spatial));
        }
    }

    private static String flatten(LayerScope layer, String x) {
        int rank = layer.rank(x);
        if (rank == 1) {
            return layer.node("Unsqueeze", x, layer.integers(1));
        }
        String last = rank > 2 && layer.config().channelsFirst() ? ChannelOrder.toLast(layer, x) : x;
        return rank == 2 ? x : layer.reshape(last, List.of(0, -1));
    }

    /** Begin and end for each spatial axis, from the forms that Keras takes. */
    private static List<List<Integer>> edges(LayerConfig config, String key, int spatial) {
        List<Integer> given = config.integers(key);
        List<List<Integer>> edges = new ArrayList<>();
        for (int i = 0; i < spatial; i++) {
            edges.add(
                    given.size() == 2 * spatial
                            ? given.subList(2 * i, 2 * i + 2)
                            : given.size() == spatial
                                    ? Collections.nCopies(2, given.get(i))
                                    : Collections.nCopies(2, given.get(0)));
        }
        if (edges.stream().flatMap(List::stream).anyMatch(edge -> edge < 0)) {
            throw config.wrong(key, "numbers of at least 0", given.toString());
        }
        return edges;
    }

    private static String pad(LayerScope layer, String x, int spatial) {
        List<List<Integer>> edges = edges(layer.config(), "padding", spatial);
        int first = ChannelOrder.firstSpatial(layer);
        int rank = layer.rank(x);
        List<Integer> pads = new ArrayList<>(Collections.nCopies(2 * rank, 0));
        for (int i = 0; i < spatial; i++) {
            pads.set(first + i, edges.get(i).get(0));
            pads.set(rank + first + i, edges.get(i).get(1));
        }
        return layer.node("Pad", x, layer.integers(pads));
    }

    private static String crop(LayerScope layer, String x, int spatial) {
        List<List<Integer>> edges = edges(layer.config(), "cropping", spatial);
        int first = ChannelOrder.firstSpatial(layer);
        List<Integer> axes = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < spatial; i++) {
            int end = edges.get(i).get(1);
            axes.add(first + i);
            starts.add(edges.get(i).get(0));
            ends.add(end == 0 ? Integer.MAX_VALUE : -end);
        }
        return layer.node("Slice", x, layer.integers(starts), layer.integers(ends), layer.integers(axes));
    }

    private static String enlarge(LayerScope layer, String x, int spatial) {
        LayerConfig config = layer.config();
        List<Integer> factors = config.positive("size", spatial, 2);
        String interpolation = config.text("interpolation", "nearest");
        if (interpolation.equals("nearest")) {
            return repeated(layer, x, factors);
        }
        return ChannelOrder.around(layer, layer.floats(x), spatial, first -> {
            List<Integer> sizes = new ArrayList<>();
            for (int i = 0; i < spatial; i++) {
                sizes.add(Math.multiplyExact(layer.size(first, i + 2), factors.get(i)));
            }
            return Images.resized(layer, first, sizes, interpolation);
        });
    }

    /** Each value several times along each spatial axis. */
    private static String repeated(LayerScope layer, String input, List<Integer> factors) {
        String x = input;
        for (int i = 0; i < factors.size(); i++) {
            int factor = factors.get(i);
            int axis = ChannelOrder.firstSpatial(layer) + i;
            if (factor == 1) {
                continue;
            }
            List<Integer> times = new ArrayList<>(Collections.nCopies(layer.rank(x) + 1, 1));
            times.set(axis + 1, factor);
            List<Integer> sizes = new ArrayList<>();
            for (int a = 0; a < layer.rank(x); a++) {
                sizes.add(a == axis ? -1 : 0);
            }
            String each = layer.node("Unsqueeze", x, layer.integers(axis + 1));
            String tiled = layer.node("Tile", each, layer.integers(times));
            // a 0 keeps an axis by its place, which the new axis has moved for those behind it
            for (int a = axis + 1; a < sizes.size(); a++) {
                sizes.set(a, layer.size(x, a));
            }
            x = layer.reshape(tiled, sizes);
        }
        return x;
    }
}
