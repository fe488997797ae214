package dev.plumbline.network;

import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model file of another program holds.
 *
 * @param format the kind of file, as people say it: {@code Keras 3}, {@code ONNX opset 17}
 * @param network with the file's weights, and its initializers where it tells them
 * @param training the settings that the file carries; what it does not say is null
 * @param metric what the file is scored by; null where it does not say, or where Plumbline has no such metric
 * @param targets what the file says of its targets
 * @param notes what reading did that a person should know, a sentence each
 */
public record ImportedModel(
        String format,
        Network network,
        TrainingDraft training,
        @Nullable Metric metric,
        ImportedTargets targets,
        List<String> notes) {
    /** Nothing said of targets. */
    public ImportedModel(
            String format, Network network, TrainingDraft training, @Nullable Metric metric, List<String> notes) {
        this(format, network, training, metric, ImportedTargets.NONE, notes);
    }

    public ImportedModel {
        notes = List.copyOf(notes);
    }
}
