package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recurrent layer forwards and one backwards, their outputs merged. */
final class Bidirectional {
    private Bidirectional() {}

    static List<KerasTensor> call(LayerScope layer, Call call) {
        LayerConfig config = layer.config();
        JsonNode forwardJson = config.get("layer");
        JsonNode backwardJson = config.has("backward_layer") ? config.get("backward_layer") : turned(forwardJson);
        LayerScope forward = layer.child("forward_layer", forwardJson);
        LayerScope backward = layer.child("backward_layer", backwardJson);
        String x = RecurrentLayers.sequence(layer, call);
        @Nullable String mask = RecurrentLayers.mask(call);
        int states = RecurrentRun.states(forward);
        List<String> initial = RecurrentLayers.initial(layer, call, states + RecurrentRun.states(backward));
        int half = initial.isEmpty() ? 0 : states;
        Recurrence there = RecurrentRun.run(forward, passage(forward, x, mask, initial.subList(0, half), false));
        Recurrence back =
                RecurrentRun.run(backward, passage(backward, x, mask, initial.subList(half, initial.size()), true));
        boolean sequences = forward.config().flag("return_sequences", false);
        String first = sequences ? there.sequence() : there.last();
        String second = sequences ? back.sequence() : back.last();
        @Nullable String itsMask = sequences ? mask : null;
        List<KerasTensor> outputs = new ArrayList<>();
        for (String merged : merged(layer, first, second)) {
            outputs.add(new KerasTensor(merged, itsMask));
        }
        if (forward.config().flag("return_state", false)) {
            there.states().forEach(s -> outputs.add(KerasTensor.of(s)));
            back.states().forEach(s -> outputs.add(KerasTensor.of(s)));
        }
        return outputs;
    }

    private static Passage passage(
            LayerScope half, String x, @Nullable String mask, List<String> initial, boolean flipped) {
        LayerConfig config = half.config();
        return new Passage(
                x,
                mask,
                initial,
                config.flag("go_backwards", false),
                flipped,
                // Keras 2 sets it so for every layer it wraps that gives sequences, and does not say it in the file
                half.model().isKeras2()
                        ? config.flag("return_sequences", false)
                        : config.flag("zero_output_for_mask", false),
                config.flag("return_sequences", false),
                config.flag("return_state", false));
    }

    /** Where the file does not say, the backward layer is the forward one from the other end. */
    private static JsonNode turned(JsonNode forward) {
        ObjectNode json = forward.deepCopy();
        if (json.path("config") instanceof ObjectNode config) {
            config.put("go_backwards", !config.path("go_backwards").asBoolean(false));
        }
        return json;
    }

    private static List<String> merged(LayerScope layer, String first, String second) {
        Expressions e = new Expressions(layer);
        LayerConfig config = layer.config();
        boolean separate =
                config.json().has("merge_mode") && config.get("merge_mode").isNull();
        if (separate) {
            return List.of(first, second);
        }
        String mode = config.text("merge_mode", "concat");
        return List.of(
                switch (mode) {
                    case "concat" -> e.node("Concat", Attributes.none().with("axis", -1), first, second);
                    case "sum" -> e.node("Add", first, second);
                    case "mul" -> e.node("Mul", first, second);
                    case "ave" -> e.node("Mul", e.node("Add", first, second), e.number(0.5));
                    default -> throw config.wrong("merge_mode", "concat, sum, mul, ave or null", mode);
                });
    }
}
