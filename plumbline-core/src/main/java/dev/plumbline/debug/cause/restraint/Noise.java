package dev.plumbline.debug.cause.restraint;

import dev.plumbline.debug.Setup;
import dev.plumbline.lab.Trace.NodeView;
import dev.plumbline.lab.Trace.Snapshot;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Node;
import java.util.List;
import java.util.Locale;

/**
 * How strong what a layer draws in training is: dropout of whole channels by its rate, Gaussian dropout likewise (its
 * deviation is the root of {@code rate / (1 - rate)}), Gaussian noise against the deviation of what it is added to.
 *
 * @param text what was seen
 */
record Noise(Strength strength, String text) {
    /** Against what is in use. */
    enum Strength {
        USUAL,
        /** It depends on what it is for. */
        UNKNOWN,
        STRONG
    }

    /** Dropout's usual limit (NeuraLint, UMLAUT). */
    private static final double STRONG_RATE = 0.5;
    /** Noise as large as what it is added to. */
    private static final double STRONG_RATIO = 0.7;

    static Noise of(Node node, Setup setup) {
        Attributes draw = node.attributes();
        double a = draw.number("a", 0);
        double b = draw.number("b", 1);
        return switch (draw.text("distribution", "uniform")) {
            case "bernoulli" -> dropped(1 - a, draw.number("rest", 0) == 1);
            case "normal" -> a == 0 ? added(b, deviation(node, setup)) : dropped(b * b / (1 + b * b), true);
            default ->
                new Noise(
                        b - a > 1 ? Strength.UNKNOWN : Strength.USUAL,
                        String.format(Locale.ROOT, "random numbers from %.3g to %.3g", a, b));
        };
    }

    private static Noise dropped(double rate, boolean isDropout) {
        Strength strength = rate <= STRONG_RATE ? Strength.USUAL : isDropout ? Strength.STRONG : Strength.UNKNOWN;
        return new Noise(strength, String.format(Locale.ROOT, "a rate of %.3g, usual up to %.3g", rate, STRONG_RATE));
    }

    private static Noise added(double deviation, double of) {
        return new Noise(
                deviation > STRONG_RATIO * of ? Strength.STRONG : Strength.USUAL,
                String.format(
                        Locale.ROOT,
                        "noise with a standard deviation of %.3g on values with one of %.3g",
                        deviation,
                        of));
    }

    /** Of what the noise is added to; 1, as of normalized values, where it was not looked at. */
    private static double deviation(Node node, Setup setup) {
        String value = node.inputs().get(0);
        List<NodeView> views = setup.observed().first().map(Snapshot::nodes).orElse(List.of());
        return setup.network()
                .maker(value)
                .flatMap(maker -> views.stream()
                        .filter(v -> v.node().equals(maker.name()))
                        .findFirst())
                .map(v -> v.value().deviation())
                .filter(d -> d > 0)
                .orElse(1.0);
    }
}
