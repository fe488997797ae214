package dev.plumbline.formats.keras;

import dev.plumbline.UnusableInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** ONNX has the channels of an image second; Keras has them last unless told otherwise. */
final class ChannelOrder {
    private ChannelOrder() {}

    /** Applies what expects the channels second, and brings the result back to the layer's own order. */
    static String around(LayerScope layer, String x, int spatial, UnaryOperator<String> operation) {
        if (layer.rank(x) != spatial + 2) {
            throw new UnusableInputException(
                    layer.config().subject(),
                    "an input with " + (spatial + 2) + " axes (batch, " + spatial + " spatial, channels)",
                    layer.rank(x) + " axes: " + layer.shape(x),
                    "Reshape the input, or use the layer for that many axes.");
        }
        if (layer.config().channelsFirst()) {
            return operation.apply(x);
        }
        return toLast(layer, operation.apply(toFirst(layer, x)));
    }

    /** The last axis second. */
    static String toFirst(LayerScope layer, String x) {
        int rank = layer.rank(x);
        List<Integer> order = new ArrayList<>(List.of(0, rank - 1));
        IntStream.range(1, rank - 1).forEach(order::add);
        return layer.transpose(x, order);
    }

    /** The second axis last. */
    static String toLast(LayerScope layer, String x) {
        int rank = layer.rank(x);
        List<Integer> order = new ArrayList<>(List.of(0));
        IntStream.range(2, rank).forEach(order::add);
        order.add(1);
        return layer.transpose(x, order);
    }

    /** The axis of the channels. */
    static int axis(LayerScope layer, String x) {
        return layer.config().channelsFirst() ? 1 : layer.rank(x) - 1;
    }

    /** The first of the spatial axes. */
    static int firstSpatial(LayerScope layer) {
        return layer.config().channelsFirst() ? 2 : 1;
    }
}
