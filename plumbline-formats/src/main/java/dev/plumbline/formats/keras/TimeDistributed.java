package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.data.Shape;
import java.util.ArrayList;
import java.util.List;

/** A layer applied to every step by itself: steps are merged with the batch, and parted again afterwards. */
final class TimeDistributed {
    private TimeDistributed() {}

    static List<KerasTensor> call(LayerScope layer, Call call) {
        KerasTensor input = layer.only(call);
        Shape shape = layer.shape(input.value());
        if (shape.rank() < 3) {
            throw layer.config().unsupported("an input (N, steps, ...)", "an input of shape " + shape);
        }
        int steps = layer.size(input.value(), 1);
        String merged = layer.reshape(input.value(), with(List.of(-1), shape, 2));
        JsonNode json = layer.config().get("layer");
        List<KerasTensor> made = layer.inner("layer", json).call(Call.of(KerasTensor.of(merged)));
        List<KerasTensor> outputs = new ArrayList<>();
        for (KerasTensor tensor : made) {
            List<Integer> parted = with(List.of(-1, steps), layer.shape(tensor.value()), 1);
            outputs.add(new KerasTensor(layer.reshape(tensor.value(), parted), RecurrentLayers.mask(call)));
        }
        return outputs;
    }

    private static List<Integer> with(List<Integer> front, Shape shape, int from) {
        List<Integer> sizes = new ArrayList<>(front);
        sizes.addAll(shape.sizes().subList(from, shape.rank()));
        return sizes;
    }
}
