package dev.plumbline.network.layer;

import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Settings;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Initializer;
import dev.plumbline.network.NetworkBuilder;

/**
 * A learned vector for each token number: {@code embedding: {vocabulary: 5000, units: 32}}. Takes int64 {@code (N,
 * steps)}, gives {@code (N, steps, units)}.
 */
final class Embedding implements LayerType {
    @Override
    public String name() {
        return "embedding";
    }

    @Override
    public String title() {
        return "Embedding";
    }

    @Override
    public String build(String input, Settings settings, NetworkBuilder network) {
        settings.knowsOnly("vocabulary", "units", "initializer");
        int vocabulary = settings.integer("vocabulary", 1);
        int units = settings.integer("units", 1);
        Initializer initializer = settings.text("initializer")
                .map(text -> Initializer.parse(text, settings.place() + ".initializer"))
                .orElse(new Initializer.Uniform(0.05));
        String table = network.weight("weight", Shape.of(vocabulary, units), initializer, vocabulary, units);
        return network.node("Gather", Attributes.none().with("axis", 0), table, input);
    }
}
