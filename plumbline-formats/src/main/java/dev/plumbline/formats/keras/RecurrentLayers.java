package dev.plumbline.formats.keras;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Layers that go over a sequence step by step. */
final class RecurrentLayers {
    private RecurrentLayers() {}

    static void rows(KerasLayers table) {
        for (String name : List.of("LSTM", "GRU", "SimpleRNN", "RNN", "ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D")) {
            table.row(name, RecurrentLayers::recurrent);
        }
        table.row("Bidirectional", Bidirectional::call);
        table.row("TimeDistributed", TimeDistributed::call);
    }

    private static List<KerasTensor> recurrent(LayerScope layer, Call call) {
        LayerConfig config = layer.config();
        String x = sequence(layer, call);
        @Nullable String mask = mask(call);
        boolean sequences = config.flag("return_sequences", false);
        boolean states = config.flag("return_state", false);
        Passage passage = new Passage(
                x,
                mask,
                initial(layer, call, RecurrentRun.states(layer)),
                config.flag("go_backwards", false),
                false,
                config.flag("zero_output_for_mask", false),
                sequences,
                states);
        Recurrence made = RecurrentRun.run(layer, passage);
        List<KerasTensor> outputs = new ArrayList<>();
        outputs.add(sequences ? new KerasTensor(made.sequence(), mask) : KerasTensor.of(made.last()));
        if (states) {
            made.states().forEach(state -> outputs.add(KerasTensor.of(state)));
        }
        return outputs;
    }

    /** The sequence, {@code (N, steps, ...)}. */
    static String sequence(LayerScope layer, Call call) {
        List<KerasTensor> inputs = call.inputs();
        if (inputs.isEmpty() || layer.rank(inputs.get(0).value()) < 3) {
            throw layer.config()
                    .unsupported(
                            "a sequence (N, steps, features)",
                            inputs.isEmpty()
                                    ? "no input"
                                    : "an input of shape "
                                            + layer.shape(inputs.get(0).value()));
        }
        if (layer.config().flag("time_major", false)) {
            throw layer.config().wrong("time_major", "false", "true");
        }
        return layer.floats(inputs.get(0).value());
    }

    /** The mask that the call is given, or the one that comes with the input. */
    static @Nullable String mask(Call call) {
        return call.tensor(-1, "mask")
                .map(KerasTensor::value)
                .orElseGet(() -> call.inputs().get(0).mask());
    }

    /** States before the first step, as an argument or as inputs behind the sequence; empty for zeros. */
    static List<String> initial(LayerScope layer, Call call, int count) {
        Argument given = call.argument(1, "initial_state");
        List<String> named = given == null
                ? List.of()
                : given.tensors().map(KerasTensor::value).toList();
        // Keras 2 writes the states as inputs, and a null beside them as the argument
        List<String> states = named.isEmpty()
                ? call.inputs().stream().skip(1).map(KerasTensor::value).toList()
                : named;
        if (!states.isEmpty() && states.size() != count) {
            throw layer.config().unsupported(count + " initial states", states.size() + " initial states");
        }
        return states;
    }
}
