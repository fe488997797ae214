package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attention over positions: of several heads, and the two of one head. */
final class AttentionLayers {
    private AttentionLayers() {}

    static void rows(KerasLayers table) {
        table.row("MultiHeadAttention", MultiHeadAttention::call);
        table.row("GroupQueryAttention", GroupQueryAttention::call);
        table.row("GroupedQueryAttention", GroupQueryAttention::call);
        table.row("Attention", (layer, call) -> oneHead(layer, call, false));
        table.row("AdditiveAttention", (layer, call) -> oneHead(layer, call, true));
    }

    /** Whether a setting of the call is true. */
    static boolean asks(Call call, String name) {
        return call.literal(-1, name).map(JsonNode::asBoolean).orElse(false);
    }

    /** An output, and the scores behind it where the call asks for them. */
    static List<KerasTensor> outputs(Call call, String output, @Nullable String mask, String scores) {
        List<KerasTensor> all = new ArrayList<>(List.of(new KerasTensor(output, mask)));
        if (asks(call, "return_attention_scores")) {
            all.add(KerasTensor.of(scores));
        }
        return all;
    }

    private static List<KerasTensor> oneHead(LayerScope layer, Call call, boolean additive) {
        List<KerasTensor> inputs = call.inputs();
        if (inputs.size() < 2 || inputs.size() > 3) {
            throw layer.config().unsupported("query, value and perhaps key", inputs.size() + " inputs");
        }
        Expressions e = new Expressions(layer);
        String query = inputs.get(0).value();
        String value = inputs.get(1).value();
        String key = inputs.get(inputs.size() - 1).value();
        List<@Nullable String> masks = new ArrayList<>();
        inputs.forEach(input -> masks.add(input.mask()));
        if (call.argument(-1, "mask") instanceof Argument.Many given) {
            masks.clear();
            given.parts()
                    .forEach(part -> masks.add(
                            part.tensors().map(KerasTensor::value).findFirst().orElse(null)));
        }
        String scores = additive ? summed(layer, e, query, key, true) : scored(layer, e, query, key);
        AttentionMask allowed = new AttentionMask(layer).keys(masks.get(1));
        if (asks(call, "use_causal_mask") || layer.config().flag("causal", false)) {
            allowed.causal(layer.size(query, -2), layer.size(key, -2));
        }
        String mask = allowed.all();
        if (mask != null) {
            scores = e.where(mask, scores, e.node("Sub", scores, e.number(1e9)));
        }
        String weights = e.softmax(scores, -1);
        double dropout = layer.config().number("dropout", 0);
        String output = e.node("MatMul", e.dropout(weights, dropout), value);
        @Nullable String counts = masks.get(0);
        if (counts != null) {
            output = e.where(e.unsqueeze(counts, -1), output, e.number(0));
        }
        return outputs(call, output, counts, weights);
    }

    private static String scored(LayerScope layer, Expressions e, String query, String key) {
        LayerConfig config = layer.config();
        return switch (config.text("score_mode", "dot")) {
            case "concat" -> summed(layer, e, query, key, false);
            case "dot" -> {
                int rank = layer.rank(key);
                List<Integer> order = new ArrayList<>();
                for (int i = 0; i < rank; i++) {
                    order.add(i < rank - 2 ? i : 2 * rank - 3 - i);
                }
                String scores = e.node("MatMul", query, layer.transpose(key, order));
                yield config.flag("use_scale", false) ? e.node("Mul", scores, scalar(layer, "scale")) : scores;
            }
            default -> throw config.wrong("score_mode", "dot or concat", config.text("score_mode", ""));
        };
    }

    /** The sum of a hyperbolic tangent of both (Bahdanau et al., 2015), weighed by feature or as a whole. */
    private static String summed(LayerScope layer, Expressions e, String query, String key, boolean additive) {
        String both = e.node("Add", e.unsqueeze(query, -2), e.unsqueeze(key, -3));
        boolean scaled = layer.config().flag("use_scale", additive);
        if (additive) {
            String terms = e.node("Tanh", both);
            int size = layer.size(query, -1);
            if (scaled) {
                terms = e.node("Mul", terms, layer.variable(spec("scale", Shape.of(size), Initializer.GLOROT)));
            }
            return last(e, terms);
        }
        String inner = scaled ? e.node("Mul", both, scalar(layer, "scale")) : both;
        return e.node("Mul", last(e, e.node("Tanh", inner)), scalar(layer, "concat_score_weight"));
    }

    private static String last(Expressions e, String terms) {
        return e.node("ReduceSum", Attributes.none().with("keepdims", 0), terms, e.whole(-1));
    }

    private static String scalar(LayerScope layer, String name) {
        return layer.variable(spec(name, Shape.of(), Initializer.ONES));
    }

    private static VariableSpec spec(String name, Shape shape, Initializer initializer) {
        return new VariableSpec(name, "", shape, Layout.SAME, Parameter.Role.WEIGHT, initializer, true);
    }
}
