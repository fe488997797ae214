package dev.plumbline.intervention;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.experiment.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code dropout=0.5}: the dropout layers that there are get the rate; where there are none, one is put behind every
 * hidden dense layer, or in front of the output layer where no dense layer is hidden.
 */
public final class SetDropout implements InterventionKind {
    /** What belongs to the dense layer before it, so that dropout comes behind. */
    private static final Set<String> ATTACHED = Set.of("batch-norm", "activation");

    /** @param rate share of values that are zeroed in training, at least 0, below 1 */
    public static Intervention of(double rate) {
        String text = Value.text(rate);
        return new Intervention(
                "dropout=" + text,
                "Set dropout to " + text + ".",
                Set.of("dropout-too-strong"),
                "More dropout narrows the gap between train and validation; less lowers the training error.",
                experiment -> apply(rate, experiment));
    }

    private static Experiment apply(double rate, Experiment experiment) {
        Experiment kept = GraphEditPlan.without(new ModelEdit.RemoveOperator("Dropout")::equals, experiment);
        return new SourceEdit() {
            @Override
            public Map<String, Object> settings(String architecture, Settings all) {
                if (!all.has("dropout")) {
                    throw SourceEdit.missing(architecture, "dropout", "Write its layers out and add `dropout` there.");
                }
                return Map.of("dropout", rate);
            }

            @Override
            public List<LayerSpec> layers(List<LayerSpec> layers) {
                return new LayerList(layers).has("dropout") ? replaced(rate, layers) : inserted(rate, layers);
            }

            @Override
            public List<ModelEdit> graph() {
                return List.of(new ModelEdit.SetDropout(rate));
            }
        }.apply(kept);
    }

    private static List<LayerSpec> replaced(double rate, List<LayerSpec> layers) {
        return layers.stream()
                .map(layer -> layer.type().equals("dropout") ? LayerList.with(layer, "rate", rate) : layer)
                .toList();
    }

    private static List<LayerSpec> inserted(double rate, List<LayerSpec> layers) {
        LayerList list = new LayerList(layers);
        List<LayerSpec> changed = new ArrayList<>();
        boolean waiting = false;
        for (int i = 0; i < layers.size(); i++) {
            if (i == list.output() && !waiting && !containsDropout(changed)) {
                changed.add(list.added("dropout", Map.of("rate", rate), changed));
            }
            changed.add(layers.get(i));
            waiting |= list.isHidden(i, "dense");
            if (waiting && !list.isFollowedBy(i, ATTACHED)) {
                changed.add(list.added("dropout", Map.of("rate", rate), changed));
                waiting = false;
            }
        }
        return changed;
    }

    private static boolean containsDropout(List<LayerSpec> layers) {
        return new LayerList(layers).has("dropout");
    }

    @Override
    public String word() {
        return "dropout";
    }

    @Override
    public String usage() {
        return "dropout=0.5";
    }

    @Override
    public Intervention parse(String value) {
        return of(Value.below(this, 1, value));
    }
}
