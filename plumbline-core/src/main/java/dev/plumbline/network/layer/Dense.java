package dev.plumbline.network.layer;

import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Settings;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.NetworkBuilder;

/** Fully connected: {@code dense: {units: 128, activation: relu}}. Takes {@code (N, features)}. */
final class Dense implements LayerType {
    @Override
    public String name() {
        return "dense";
    }

    @Override
    public String title() {
        return "Dense";
    }

    @Override
    public String build(String input, Settings settings, NetworkBuilder network) {
        settings.knowsOnly("units", "activation", "use-bias", "initializer", "bias-initializer");
        int units = settings.integer("units", 1);
        int features =
                network.shape(input).rank() == 0 ? 1 : network.shape(input).get(-1);
        if (network.shape(input).rank() > 2) {
            return Activations.add(overLast(input, features, units, settings, network), settings, network);
        }
        String weight =
                network.weight("weight", Shape.of(units, features), Activations.initializer(settings), features, units);
        Attributes transposed = Attributes.none().with("transB", 1);
        String sum = settings.flag("use-bias", true)
                ? network.node(
                        "Gemm",
                        transposed,
                        input,
                        weight,
                        network.bias("bias", units, Activations.biasInitializer(settings)))
                : network.node("Gemm", transposed, input, weight);
        return Activations.add(sum, settings, network);
    }

    /** Position by position, as Keras's Dense does; whether that is meant is for the diagnosis to find. */
    private static String overLast(String input, int features, int units, Settings settings, NetworkBuilder network) {
        String weight =
                network.weight("weight", Shape.of(features, units), Activations.initializer(settings), features, units);
        String product = network.node("MatMul", Attributes.none(), input, weight);
        return settings.flag("use-bias", true)
                ? network.node(
                        "Add",
                        Attributes.none(),
                        product,
                        network.bias("bias", units, Activations.biasInitializer(settings)))
                : product;
    }
}
