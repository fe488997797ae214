package dev.plumbline.intervention;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.experiment.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code batch-norm}: batch normalization behind every hidden dense and convolutional layer that has none. */
public final class AddBatchNorm implements InterventionKind {
    public static Intervention of() {
        return new Intervention(
                "batch-norm",
                "Put batch normalization behind the hidden layers.",
                Set.of("vanishing-gradient"),
                "Training gets faster and steadier, and the noise of the batches regularizes a little.",
                AddBatchNorm::apply);
    }

    private static Experiment apply(Experiment experiment) {
        Experiment kept = GraphEditPlan.without(new ModelEdit.RemoveOperator("BatchNormalization")::equals, experiment);
        return new SourceEdit() {
            @Override
            public Map<String, Object> settings(String architecture, Settings all) {
                if (!all.has("batch-norm")) {
                    throw SourceEdit.missing(
                            architecture, "batch-norm", "Write its layers out and add `batch-norm` there.");
                }
                return Map.of("batch-norm", true);
            }

            @Override
            public List<LayerSpec> layers(List<LayerSpec> layers) {
                LayerList list = new LayerList(layers);
                List<LayerSpec> changed = new ArrayList<>();
                for (int i = 0; i < layers.size(); i++) {
                    changed.add(layers.get(i));
                    boolean takesOne = list.isHidden(i, "dense") || list.isHidden(i, "conv2d");
                    if (takesOne && !isNormalized(layers, i)) {
                        changed.add(list.added("batch-norm", Map.of(), changed));
                    }
                }
                return changed;
            }

            @Override
            public List<ModelEdit> graph() {
                return List.of(new ModelEdit.AddBatchNorm());
            }
        }.apply(kept);
    }

    /** Directly behind, or behind the layer's separate activation. */
    private static boolean isNormalized(List<LayerSpec> layers, int index) {
        LayerList list = new LayerList(layers);
        return list.isFollowedBy(index, Set.of("batch-norm"))
                || (list.isFollowedBy(index, Set.of("activation"))
                        && list.isFollowedBy(index + 1, Set.of("batch-norm")));
    }

    @Override
    public String word() {
        return "batch-norm";
    }

    @Override
    public String usage() {
        return "batch-norm";
    }

    @Override
    public Intervention parse(String value) {
        Value.none(this, value);
        return of();
    }
}
