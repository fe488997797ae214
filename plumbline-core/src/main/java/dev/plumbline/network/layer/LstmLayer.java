package dev.plumbline.network.layer;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Settings;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.Node;

/**
 * Long short-term memory over {@code (N, steps, features)}: {@code lstm: {units: 64, return-sequences: false}}. Gives
 * the last step's state {@code (N, units)}, or all steps' {@code (N, steps, units)}.
 */
final class LstmLayer implements LayerType {
    @Override
    public String name() {
        return "lstm";
    }

    @Override
    public String title() {
        return "LSTM";
    }

    @Override
    public String build(String input, Settings settings, NetworkBuilder network) {
        settings.knowsOnly("units", "return-sequences", "initializer", "bias-initializer");
        int units = settings.integer("units", 1);
        Shape sequence = network.shape(input);
        if (sequence.rank() != 3) {
            throw new UnusableInputException(
                    settings.place(),
                    "3 axes (batch, steps, features)",
                    sequence.rank() + " axes: " + sequence,
                    "Set `data.sample-shape: [steps, features]`.");
        }
        int features = sequence.get(2);
        // its nonlinearities are tanh and sigmoid, so Glorot by default (S3)
        Initializer initializer = Activations.initializer(settings);
        String weight = network.weight("weight", Shape.of(1, 4 * units, features), initializer, features, units);
        String recurrent = network.weight("recurrent", Shape.of(1, 4 * units, units), initializer, units, units);
        String bias = network.bias("bias", Shape.of(1, 8 * units), Activations.biasInitializer(settings));
        Attributes attributes = Attributes.none().with("hidden_size", units).with("layout", 1);
        Node lstm = network.node("LSTM", attributes, 3, input, weight, recurrent, bias);
        return settings.flag("return-sequences", false)
                ? network.node("Reshape", Attributes.none(), lstm.output(), network.constant("shape", 0, 0, units))
                : network.node(
                        "Flatten",
                        Attributes.none().with("axis", 1),
                        lstm.outputs().get(1));
    }
}
