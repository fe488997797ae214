package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs any of Keras's recurrent layers over a sequence, whatever its cells. */
final class RecurrentRun {
    private static final Set<String> CELLS = Set.of("LSTMCell", "GRUCell", "SimpleRNNCell");

    private RecurrentRun() {}

    /** @param layer an LSTM, GRU, SimpleRNN, RNN or ConvLSTM */
    static Recurrence run(LayerScope layer, Passage passage) {
        if (!CarriedStates.wanted(layer)) {
            return once(layer, passage);
        }
        CarriedStates carried = CarriedStates.of(layer, passage.x());
        List<String> initial = passage.initial().isEmpty() ? carried.before(passage.x()) : passage.initial();
        return carried.left(
                once(layer, passage.with(initial, passage.sequence()).withStates()));
    }

    private static Recurrence once(LayerScope layer, Passage passage) {
        String type = layer.className();
        if (type.startsWith("ConvLSTM")) {
            LayerScope cell = layer.child("cell", ofLayer(layer, type + "Cell"));
            return new ConvolvedRun(cell).run(passage);
        }
        if (!type.equals("RNN")) {
            return single(layer.child("cell", ofLayer(layer, type + "Cell")), passage);
        }
        JsonNode given = layer.config().get("cell");
        LayerScope cell = layer.child("cell", given);
        return cell.className().equals("StackedRNNCells") ? stacked(cell, passage) : single(cell, passage);
    }

    /** How many states a layer has. */
    static int states(LayerScope layer) {
        return switch (layer.className()) {
            case "GRU", "SimpleRNN" -> 1;
            case "RNN" -> statesOf(layer.config().get("cell"));
            default -> 2;
        };
    }

    private static int statesOf(JsonNode cell) {
        int states = 0;
        for (JsonNode inner : cell.path("config").path("cells")) {
            states += statesOf(inner);
        }
        return states > 0
                ? states
                : CellKind.of(cell.path("class_name").asText()).states();
    }

    private static JsonNode ofLayer(LayerScope layer, String className) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("class_name", className);
        json.set("config", layer.config().json());
        return json;
    }

    private static Recurrence single(LayerScope cell, Passage passage) {
        if (!CELLS.contains(cell.className())) {
            throw cell.config().unsupported("an LSTM, GRU or SimpleRNN cell", "the cell " + cell.className());
        }
        CellKind kind = CellKind.of(cell.className());
        return Fused.fits(cell, kind)
                ? new Fused(cell, kind).run(passage)
                : new WrittenOut(cell, new GatedCell(cell, kind)).run(passage);
    }

    /** Cells on top of each other are layers on top of each other. */
    private static Recurrence stacked(LayerScope stack, Passage passage) {
        Expressions e = new Expressions(stack);
        @Nullable String mask = passage.mask();
        boolean turned = passage.backwards();
        Passage forwards = passage.forwards()
                .over(
                        turned ? e.reverse(passage.x(), 1) : passage.x(),
                        mask == null || !turned ? mask : e.reverse(mask, 1));
        List<JsonNode> cells = new ArrayList<>();
        stack.config().get("cells").forEach(cells::add);
        LayerPlaces places = new LayerPlaces();
        List<String> states = new ArrayList<>();
        int first = 0;
        Recurrence made = null;
        for (int i = 0; i < cells.size(); i++) {
            LayerScope cell = stack.child("cells/" + places.next(cells.get(i)), cells.get(i));
            int count = statesOf(cells.get(i));
            List<String> initial =
                    passage.initial().isEmpty() ? List.of() : passage.initial().subList(first, first + count);
            first += count;
            boolean isTop = i == cells.size() - 1;
            made = single(cell, forwards.with(initial, !isTop || passage.sequence()));
            forwards = forwards.over(made.sequence(), forwards.mask());
            states.addAll(made.states());
        }
        if (made == null) {
            throw stack.config().unsupported("cells", "none");
        }
        String sequence = passage.sequence() && passage.flipped() ? e.reverse(made.sequence(), 1) : made.sequence();
        return new Recurrence(sequence, made.last(), states);
    }
}
