package dev.plumbline.formats.keras;

import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.Metric;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code model.compile} was given, as training settings.
 *
 * @param training what the file says; null for the rest
 * @param metric what the model is scored by; null where the file does not say
 * @param notes what could not be carried over, a sentence each
 */
record CompileSettings(TrainingDraft training, @Nullable Metric metric, List<String> notes) {
    CompileSettings {
        notes = List.copyOf(notes);
    }

    static CompileSettings of(KerasFile file) {
        return new CompileSettings(TrainingDraft.empty(), null, List.of());
    }

    ImportedModel model(String format, Network network, List<String> otherNotes) {
        List<String> all = new ArrayList<>(otherNotes);
        all.addAll(notes);
        return new ImportedModel(format, network, training, metric, all);
    }
}
