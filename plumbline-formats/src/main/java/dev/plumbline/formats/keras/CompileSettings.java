package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.network.IgnoredClasses;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Network;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What {@code model.compile} was given, as the file has it: {@code compile_config} of a {@code .keras} file,
 * {@code training_config} of an {@code .h5} file. A setting is taken over as its author chose it, however ill it suits
 * the network: whether it does is for the diagnosis to find.
 *
 * @param training loss, optimizer, schedule and clipping
 * @param metric the first that Plumbline has too
 * @param ignored the classes that the losses leave out
 * @param notes what is not taken over, a sentence each
 */
record CompileSettings(TrainingDraft training, @Nullable Metric metric, IgnoredClasses ignored, List<String> notes) {
    CompileSettings {
        notes = List.copyOf(notes);
    }

    /** The settings of a file; none where the model was never compiled. */
    static CompileSettings of(KerasFile file) {
        return read(file.compile(), OutputChoice.names(file.config()));
    }

    /** @param outputs the layers that the model's outputs come from, which losses of several outputs are named after */
    static CompileSettings read(@Nullable JsonNode compiled, List<String> outputs) {
        if (compiled == null || !compiled.isObject()) {
            return new CompileSettings(TrainingDraft.empty(), null, IgnoredClasses.NONE, List.of());
        }
        List<String> notes = new ArrayList<>();
        List<OutputChoice> trained = OutputChoice.trained(compiled.path("loss"), outputs);
        OutputChoice choice =
                trained.isEmpty() ? new OutputChoice(0, outputs.isEmpty() ? "" : outputs.get(0)) : trained.get(0);
        if (choice.index() > 0) {
            notes.add("The file's loss is that of output " + choice.name() + ", which is not the first.");
        }
        LossPlan loss = loss(choice, compiled, notes);
        Map<String, LossPlan> others = new LinkedHashMap<>();
        Map<String, Integer> ignored = new LinkedHashMap<>();
        for (OutputChoice other : trained.subList(Math.min(1, trained.size()), trained.size())) {
            LossPlan its = loss(other, compiled, notes);
            if (its != null) {
                others.put(other.name(), its);
                Integer none = CompiledLoss.ignoredClass(other.of(compiled.path("loss")));
                if (none != null) {
                    ignored.put(other.name(), none);
                }
            }
        }
        JsonNode given = compiled.has("optimizer") ? compiled.path("optimizer") : compiled.path("optimizer_config");
        CompiledOptimizer optimizer = CompiledOptimizer.read(given, notes);
        Metric metric = CompiledMetric.read(choice, compiled, notes);
        TrainingDraft draft = new TrainingDraft(
                loss,
                optimizer.optimizer(),
                optimizer.schedule(),
                null,
                null,
                optimizer.clipping(),
                null,
                null,
                null,
                others,
                optimizer.gradientAccumulationSteps(),
                optimizer.ema());
        Integer first = loss == null ? null : CompiledLoss.ignoredClass(choice.of(compiled.path("loss")));
        return new CompileSettings(draft, metric, new IgnoredClasses(first, ignored), notes);
    }

    private static @Nullable LossPlan loss(OutputChoice output, JsonNode compiled, List<String> notes) {
        LossPlan loss = CompiledLoss.read(output.of(compiled.path("loss")), notes);
        JsonNode weight = output.of(compiled.path("loss_weights"));
        return loss != null && weight.isNumber() ? loss.withScale(weight.doubleValue()) : loss;
    }

    /** The network with these settings. */
    ImportedModel model(String format, Network network, List<String> otherNotes) {
        List<String> all = new ArrayList<>(otherNotes);
        all.addAll(notes);
        TrainingDraft draft = network.statefulBatch().isPresent()
                ? training.orElse(inOrder(network.statefulBatch().getAsInt()))
                : training;
        return new ImportedModel(format, network, draft, metric, ignored, all);
    }

    /** What a stateful model is fed: in another order every row would go on from another sequence's states. */
    private static TrainingDraft inOrder(int batch) {
        return new TrainingDraft(null, null, null, batch, null, null, null, false, null);
    }
}
