package dev.plumbline.formats.keras;

import dev.plumbline.UnusableInputException;
import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Layers that make one value of several. */
final class Merges {
    private Merges() {}

    static void rows(KerasLayers table) {
        table.merge("Add", (layer, inputs) -> folded(layer, "Add", inputs));
        table.merge("Multiply", (layer, inputs) -> folded(layer, "Mul", inputs));
        table.merge("Maximum", (layer, inputs) -> folded(layer, "Max", inputs));
        table.merge("Minimum", (layer, inputs) -> folded(layer, "Min", inputs));
        table.merge("Subtract", (layer, inputs) -> {
            if (inputs.size() != 2) {
                throw count(layer, inputs.size());
            }
            return folded(layer, "Sub", inputs);
        });
        table.merge(
                "Average",
                (layer, inputs) -> layer.node("Div", folded(layer, "Add", inputs), layer.number(inputs.size())));
        table.merge("Concatenate", Merges::concatenate);
        table.merge("Dot", Merges::dot);
    }

    private static UnusableInputException count(LayerScope layer, int found) {
        return new UnusableInputException(
                layer.config().subject(), "2 inputs", found + " inputs", "Call the layer with two values.");
    }

    /** Inputs of fewer axes get axes of size 1 behind the batch. */
    private static String folded(LayerScope layer, String operator, List<String> inputs) {
        int rank = inputs.stream().mapToInt(layer::rank).max().orElseThrow(() -> count(layer, 0));
        String result = "";
        for (String input : inputs) {
            String x = input;
            if (layer.rank(x) < rank) {
                x = layer.node(
                        "Unsqueeze",
                        x,
                        layer.integers(IntStream.rangeClosed(1, rank - layer.rank(x))
                                .asLongStream()
                                .toArray()));
            }
            result = result.isEmpty() ? x : layer.node(operator, result, x);
        }
        return result;
    }

    private static String concatenate(LayerScope layer, List<String> inputs) {
        if (inputs.isEmpty()) {
            throw count(layer, 0);
        }
        int axis = layer.config().integer("axis", -1);
        boolean mixed =
                inputs.stream().map(layer::type).map(t -> t.dtype()).distinct().count() > 1;
        List<String> same = mixed ? inputs.stream().map(layer::floats).toList() : inputs;
        return layer.node("Concat", Attributes.none().with("axis", axis), same.toArray(String[]::new));
    }

    /** The product summed over one axis of each, example by example. */
    private static String dot(LayerScope layer, List<String> inputs) {
        if (inputs.size() != 2) {
            throw count(layer, inputs.size());
        }
        List<Integer> axes = layer.config().sizes("axes", 2, -1);
        String left = contracted(layer, inputs.get(0), axes.get(0), false);
        String right = contracted(layer, inputs.get(1), axes.get(1), true);
        String product = layer.node("MatMul", left, right);
        List<Integer> sizes = new ArrayList<>(List.of(0));
        for (int i = 0; i < 2; i++) {
            int rank = layer.rank(inputs.get(i));
            int axis = axes.get(i) < 0 ? axes.get(i) + rank : axes.get(i);
            for (int other = 1; other < rank; other++) {
                if (other != axis) {
                    sizes.add(layer.size(inputs.get(i), other));
                }
            }
        }
        if (sizes.size() == 1) {
            sizes.add(1);
        }
        return layer.reshape(product, sizes);
    }

    /** {@code (N, others, summed)}, or {@code (N, summed, others)} for the right side. */
    private static String contracted(LayerScope layer, String input, int given, boolean right) {
        String x = layer.floats(input);
        int rank = layer.rank(x);
        int axis = given < 0 ? given + rank : given;
        if (axis < 1 || axis >= rank) {
            throw layer.config().wrong("axes", "an axis from 1 to " + (rank - 1), String.valueOf(given));
        }
        int summed = layer.size(x, axis);
        if (layer.config().flag("normalize", false)) {
            x = Normalizations.unit(layer, x, List.of(axis), 1e-12);
        }
        List<Integer> order = new ArrayList<>(List.of(0));
        IntStream.range(1, rank).filter(a -> a != axis).forEach(order::add);
        order.add(right ? 1 : rank - 1, axis);
        String moved = layer.transpose(x, order);
        return layer.reshape(moved, right ? List.of(0, summed, -1) : List.of(0, -1, summed));
    }
}
