package dev.plumbline.formats.keras;

import dev.plumbline.network.Attributes;
import java.util.List;
import java.util.stream.IntStream;

/** Random numbers that a layer draws in training; in evaluation they rest at one number. */
final class Randomness {
    private static final String OPERATOR = "plumbline.Random";

    private Randomness() {}

    static String uniform(LayerScope layer, String like, List<Integer> axes, double low, double high, double rest) {
        return drawn(layer, like, axes, "uniform", low, high, rest);
    }

    static String normal(LayerScope layer, String like, double mean, double deviation) {
        return drawn(layer, like, all(layer, like), "normal", mean, deviation, mean);
    }

    /** A value with a probability, else 0; 1 at rest. */
    static String kept(LayerScope layer, String like, List<Integer> axes, double probability, double value) {
        return drawn(layer, like, axes, "bernoulli", probability, value, 1);
    }

    /** A truth with a probability in training, false at rest. */
    static String chance(LayerScope layer, String like, List<Integer> axes, double probability) {
        String drawn = drawn(layer, like, axes, "bernoulli", probability, 1, 0);
        return layer.node("Greater", drawn, layer.number(0.5));
    }

    /** One value in training, another in evaluation. */
    static String inTraining(LayerScope layer, String training, String evaluation) {
        String flag = drawn(layer, evaluation, List.of(), "uniform", 1, 1, 0);
        return layer.node("Where", layer.node("Greater", flag, layer.number(0.5)), training, evaluation);
    }

    static List<Integer> all(LayerScope layer, String like) {
        return IntStream.range(0, layer.rank(like)).boxed().toList();
    }

    private static String drawn(
            LayerScope layer, String like, List<Integer> axes, String distribution, double a, double b, double rest) {
        return layer.node(
                OPERATOR,
                Attributes.none()
                        .with("distribution", distribution)
                        .with("a", a)
                        .with("b", b)
                        .with("rest", rest)
                        .with("axes", axes),
                like);
    }
}
