package dev.plumbline.intervention;

import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.experiment.ModelPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Changes of the list of graph edits that an experiment's model carries. */
final class GraphEditPlan {
    private GraphEditPlan() {}

    /** With the edit at the end, once. */
    static Experiment with(ModelEdit edit, Experiment experiment) {
        return with(edit, edit::equals, experiment);
    }

    /** With the edit at the end, in place of those that it makes pointless. */
    static Experiment with(ModelEdit edit, Predicate<ModelEdit> replaced, Experiment experiment) {
        Experiment without = without(replaced, experiment);
        return without.withModel(without.model().with(edit));
    }

    static Experiment without(Predicate<ModelEdit> removed, Experiment experiment) {
        List<ModelEdit> kept = new ArrayList<>(experiment.model().edits());
        kept.removeIf(removed);
        return experiment.withModel(new ModelPlan(experiment.model().source(), kept));
    }
}
