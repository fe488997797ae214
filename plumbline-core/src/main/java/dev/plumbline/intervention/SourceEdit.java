package dev.plumbline.intervention;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.LayerSpec;
import dev.plumbline.experiment.ModelEdit;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Settings;
import dev.plumbline.network.architecture.Architectures;
import java.util.List;
import java.util.Map;

/** An edit of the layers that a network is made of, for each of the ways in which a person can write them. */
interface SourceEdit {
    /**
     * For an architecture: the settings to change.
     *
     * @param all its settings, defaults written out; what is not among them the architecture does not have
     * @return empty where it already is so
     */
    Map<String, Object> settings(String architecture, Settings all);

    /** For layers one after the other: the changed list. Layers that the edit does not know must stay as they are. */
    List<LayerSpec> layers(List<LayerSpec> layers);

    /** For a network that comes from a file: the changes of its graph that mean the same. */
    List<ModelEdit> graph();

    /** The experiment with the changed layers. */
    default Experiment apply(Experiment experiment) {
        ModelPlan plan = experiment.model();
        if (plan.source() instanceof ModelPlan.Architecture architecture) {
            Settings settings = architecture.settings();
            Map<String, Object> changes = settings(
                    architecture.name(),
                    Architectures.standard().get(architecture.name()).filled(settings));
            for (Map.Entry<String, Object> change : changes.entrySet()) {
                settings = settings.with(change.getKey(), change.getValue());
            }
            return experiment.withModel(
                    new ModelPlan(new ModelPlan.Architecture(architecture.name(), settings), plan.edits()));
        }
        if (plan.source() instanceof ModelPlan.Layers written) {
            return experiment.withModel(new ModelPlan(new ModelPlan.Layers(layers(written.layers())), plan.edits()));
        }
        Experiment edited = experiment;
        for (ModelEdit edit : graph()) {
            edited = GraphEditPlan.with(edit, edited);
        }
        return edited;
    }

    /** The fault "this architecture has no such setting". */
    static UnusableInputException missing(String architecture, String setting, String remedy) {
        return new UnusableInputException(
                "architecture " + architecture, "the setting `" + setting + "`", "an architecture without it", remedy);
    }
}
