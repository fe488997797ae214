package dev.plumbline.formats.keras;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Metric;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.ImportedTargets;
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
 * @param first the output that is the network's own: the first that has a loss
 * @param targets what is said of the targets
 * @param notes what is not taken over, a sentence each
 */
record CompileSettings(
        TrainingDraft training,
        @Nullable Metric metric,
        OutputChoice first,
        ImportedTargets targets,
        List<String> notes) {
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
            return new CompileSettings(
                    TrainingDraft.empty(), null, OutputChoice.first(outputs), ImportedTargets.NONE, List.of());
        }
        List<String> notes = new ArrayList<>();
        List<OutputChoice> trained = OutputChoice.trained(compiled.path("loss"), outputs);
        OutputChoice choice = trained.isEmpty() ? OutputChoice.first(outputs) : trained.get(0);
        if (choice.index() > 0) {
            notes.add("The output " + choice.name() + " is looked at first: those before it have no loss in the file.");
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
        boolean isOneOfSeveral = choice.index() > 0 || !others.isEmpty();
        ImportedTargets targets = new ImportedTargets(
                isOneOfSeveral ? choice.name() : null,
                loss == null ? null : CompiledLoss.ignoredClass(choice.of(compiled.path("loss"))),
                ignored);
        return new CompileSettings(draft, metric, choice, targets, notes);
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
        return new ImportedModel(format, ordered(network), draft, metric, targets, all);
    }

    /** The network with the output that is trained first of all. */
    private Network ordered(Network network) {
        if (first.index() == 0 || first.index() >= network.outputs().size()) {
            return network;
        }
        List<String> outputs = new ArrayList<>(network.outputs());
        outputs.add(0, outputs.remove(first.index()));
        return network.withOutputs(outputs);
    }

    /** What a stateful model is fed: in another order every row would go on from another sequence's states. */
    private static TrainingDraft inOrder(int batch) {
        return new TrainingDraft(null, null, null, batch, null, null, null, false, null);
    }
}
