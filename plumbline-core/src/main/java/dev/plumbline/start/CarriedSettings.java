package dev.plumbline.start;

import dev.plumbline.data.Shape;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.Ema;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.TargetPlan;
import dev.plumbline.experiment.Task;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What a model file says of its own training, where the person left it open. */
final class CarriedSettings {
    private static final String ROW = "D2";

    private CarriedSettings() {}

    /** The draft with the names of the network's inputs, so that an archive's arrays of those names are read. */
    static Draft naming(Draft draft, ImportedModel model) {
        List<String> names = List.copyOf(model.network().inputs().keySet());
        Draft tagged = draft.task() == null && isTagger(model) ? draft.withTask(Task.TAGGING) : draft;
        Draft targeted = tagged.withData(targets(draft, model));
        return targeted.data().inputs().isEmpty() && names.size() > 1
                ? targeted.withData(targeted.data().withInputs(names))
                : targeted;
    }

    /** The data with targets for every output that has a loss, by the outputs' names where the person named none. */
    private static DataPlan targets(Draft draft, ImportedModel model) {
        DataPlan data = draft.data().ignoreClass() == null
                ? draft.data().withIgnoredClass(model.targets().ignoreClass())
                : draft.data();
        Map<String, LossPlan> others = draft.training().orElse(model.training()).otherLosses();
        String named = model.targets().name();
        if (!data.otherTargets().isEmpty()) {
            return data;
        }
        if (others == null || others.isEmpty()) {
            return data.target() == null && named != null ? data.withTargets(named, Map.of()) : data;
        }
        Network network = model.network();
        Map<String, ValueType> types = new ShapeInference(Operators.standard()).infer(network);
        Map<String, TargetPlan> targets = new LinkedHashMap<>();
        others.forEach((output, loss) -> targets.put(
                output,
                new TargetPlan(
                        output,
                        network.output(output)
                                .map(value -> task(
                                        loss.loss(),
                                        java.util.Objects.requireNonNull(types.get(value))
                                                .shape()))
                                .orElse(null),
                        model.targets().otherIgnoreClasses().get(output))));
        String own =
                named == null ? network.maker(network.output()).map(Node::layer).orElse(null) : named;
        return data.withTargets(data.target() == null ? own : data.target(), targets);
    }

    /** What the targets of a loss are; null where both classes and amounts could be. */
    private static @Nullable Task task(Loss loss, Shape output) {
        if (loss.comparesClasses()) {
            return output.rank() > 2 ? Task.TAGGING : Task.CLASSIFICATION;
        }
        return loss.isOfAmounts() ? Task.REGRESSION : null;
    }

    /** Whether its loss compares classes and its output has positions beside them. */
    static boolean isTagger(ImportedModel model) {
        LossPlan loss = model.training().loss();
        Shape output = java.util.Objects.requireNonNull(new ShapeInference(Operators.standard())
                        .infer(model.network())
                        .get(model.network().output()))
                .shape();
        return loss != null && loss.loss().comparesClasses() && output.rank() > 2;
    }

    /** The person's settings, and the file's where there are none; each one that is taken over is a decision. */
    static TrainingDraft merge(TrainingDraft own, ImportedModel model, List<Decision> decisions) {
        TrainingDraft carried = model.training();
        BiConsumer<String, String> say = (setting, value) -> decisions.add(
                new Decision("training." + setting, value, "what the " + model.format() + " file says", ROW));
        if (own.loss() == null && carried.loss() != null) {
            say.accept("loss", carried.loss().loss().label());
        }
        Map<String, LossPlan> others = carried.otherLosses();
        if (own.otherLosses() == null && others != null) {
            others.forEach((output, loss) -> say.accept(
                    "other-losses." + output, loss.loss().label() + ", times " + Figures.number(loss.scale())));
        }
        if (own.optimizer() == null && carried.optimizer() != null) {
            say.accept(
                    "optimizer",
                    carried.optimizer().name() + ", learning-rate "
                            + Figures.number(carried.optimizer().learningRate()));
        }
        if (own.schedule() == null && carried.schedule() != null) {
            say.accept("schedule", carried.schedule().name());
        }
        Integer accumulated = carried.gradientAccumulationSteps();
        if (own.gradientAccumulationSteps() == null && accumulated != null) {
            say.accept("gradient-accumulation-steps", accumulated.toString());
        }
        Ema ema = carried.ema();
        if (own.ema() == null && ema != null) {
            say.accept("ema", "momentum " + Figures.number(ema.momentum()));
        }
        return own.orElse(carried);
    }

    /** What reading the file changed, as decisions that a person sees. */
    static List<Decision> notes(@Nullable ImportedModel model) {
        List<Decision> decisions = new ArrayList<>();
        if (model != null) {
            model.notes().forEach(note -> decisions.add(new Decision("model", model.format(), note, ROW)));
        }
        return decisions;
    }
}
