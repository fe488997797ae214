package dev.plumbline.formats.keras;

import dev.plumbline.data.Shape;
import dev.plumbline.network.Attributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The states of a layer that is {@code stateful}: those after one batch are those before the next, in training and in
 * use. Keras sets them to zero only when it builds or loads the model (or when a program calls {@code reset_states}),
 * and does not save them; no gradient flows through them.
 */
final class CarriedStates {
    private final LayerScope layer;
    private final List<String> parameters;

    private CarriedStates(LayerScope layer, List<String> parameters) {
        this.layer = layer;
        this.parameters = parameters;
    }

    static boolean wanted(LayerScope layer) {
        return layer.config().flag("stateful", false);
    }

    /** @param x the sequence, {@code (N, steps, ...)} */
    static CarriedStates of(LayerScope layer, String x) {
        int batch = layer.model().batch();
        if (batch == 0) {
            throw layer.config()
                    .unsupported(
                            "a model of a fixed batch size, since the layer is stateful", "inputs of any batch size");
        }
        List<String> parameters = new ArrayList<>();
        for (List<Integer> sizes : StateShapes.of(layer, x)) {
            parameters.add(layer.state(parameters.size(), new Shape(sizes).prepend(batch)));
        }
        layer.model()
                .note("Layer " + layer.name() + " is stateful: its states go on from batch to batch of " + batch
                        + " and from epoch to epoch; every evaluation begins with zeros. Unless training.shuffle says"
                        + " otherwise, examples stay in their order.");
        return new CarriedStates(layer, parameters);
    }

    /** The states with which this batch begins, {@code (N, ...)} each. */
    List<String> before(String x) {
        return parameters.stream()
                .map(state -> layer.node("plumbline.Carried", Attributes.none(), state, x))
                .toList();
    }

    /** What a batch made, whose states are left for the next. */
    Recurrence left(Recurrence made) {
        boolean hasSequence = !made.sequence().isEmpty();
        String sequence = made.sequence();
        String last = made.last();
        for (int i = 0; i < parameters.size(); i++) {
            String state = made.states().get(i);
            // on the way to whatever is read, so that nobody takes it for useless
            if (hasSequence) {
                sequence = layer.node("plumbline.Carry", Attributes.none(), sequence, parameters.get(i), state);
            } else {
                last = layer.node("plumbline.Carry", Attributes.none(), last, parameters.get(i), state);
            }
        }
        return new Recurrence(sequence, last, made.states());
    }
}
