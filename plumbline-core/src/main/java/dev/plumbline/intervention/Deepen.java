package dev.plumbline.intervention;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.experiment.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code deeper=1}: adds so many hidden dense layers in front of the output, like the last hidden one. */
public final class Deepen implements InterventionKind {
    /** The lecture's first network has one hidden layer; this many units are Plumbline's default for it. */
    private static final int UNITS = 128;

    /** @param more layers to add, at least 1 */
    public static Intervention of(int more) {
        return new Intervention(
                "deeper=" + more,
                "Add " + more + (more == 1 ? " hidden layer." : " hidden layers."),
                Set.of("capacity-too-small"),
                "A deeper network fits the training data better: the avoidable bias falls. It takes longer.",
                new Layers(more)::apply);
    }

    private record Layers(int more) implements SourceEdit {
        @Override
        public Map<String, Object> settings(String architecture, Settings all) {
            if (!all.has("hidden")) {
                throw SourceEdit.missing(architecture, "hidden", "Use `wider=2`, or write its layers out.");
            }
            List<Integer> hidden = new ArrayList<>(all.integers("hidden", 1));
            int units = hidden.isEmpty() ? UNITS : hidden.get(hidden.size() - 1);
            for (int i = 0; i < more; i++) {
                hidden.add(units);
            }
            return Map.of("hidden", hidden);
        }

        @Override
        public List<LayerSpec> layers(List<LayerSpec> layers) {
            LayerList list = new LayerList(layers);
            int output = list.output();
            if (!layers.get(output).type().equals("dense")) {
                throw new UnusableInputException(
                        "model.layers",
                        "a dense output layer",
                        layers.get(output).type(),
                        "Add the hidden layer by hand.");
            }
            Map<String, Object> settings = new LinkedHashMap<>(Map.of("units", UNITS, "activation", "relu"));
            for (int i = 0; i < output; i++) {
                if (list.isHidden(i, "dense")) {
                    Settings last = layers.get(i).settings();
                    settings.put("units", last.integer("units", 1));
                    settings.put("activation", last.text("activation").orElse("relu"));
                }
            }
            List<LayerSpec> changed = new ArrayList<>(layers.subList(0, output));
            for (int i = 0; i < more; i++) {
                changed.add(list.added("dense", settings, changed));
            }
            changed.addAll(layers.subList(output, layers.size()));
            return changed;
        }

        @Override
        public List<ModelEdit> graph() {
            return List.of(new ModelEdit.AddLayers(more));
        }
    }

    @Override
    public String word() {
        return "deeper";
    }

    @Override
    public String usage() {
        return "deeper=1";
    }

    @Override
    public Intervention parse(String value) {
        int more = Value.whole(this, 1, value);
        if (more > 100) {
            throw Value.wrong(this, "at most 100 layers more", value);
        }
        return of(more);
    }
}
