package dev.plumbline.start;

import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Task;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.operator.Operators;
import java.util.ArrayList;
import java.util.List;
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
        return tagged.data().inputs().isEmpty() && names.size() > 1
                ? tagged.withData(tagged.data().withInputs(names))
                : tagged;
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
        if (own.optimizer() == null && carried.optimizer() != null) {
            say.accept(
                    "optimizer",
                    carried.optimizer().name() + ", learning-rate "
                            + Figures.number(carried.optimizer().learningRate()));
        }
        if (own.schedule() == null && carried.schedule() != null) {
            say.accept("schedule", carried.schedule().name());
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
