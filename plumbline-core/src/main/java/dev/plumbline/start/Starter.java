package dev.plumbline.start;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Draft.TrainingDraft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.ModelPlan;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.network.ImportedModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fills what a person left out with the lecture's defaults (S1 to S5), and says why with the value seen. What the
 * person set is kept as it is and gets no decision, whether or not it is wise: that is for the checks.
 *
 * <pre>{@code
 * Draft draft = ExperimentFile.read(path);
 * Proposal proposal = new Starter().propose(draft, source.load(draft.data(), draft.task()));
 * }</pre>
 */
public final class Starter {
    /**
     * A complete experiment.
     *
     * @param dataset what {@code draft.data()} describes, as it was read: not normalized
     * @throws UnusableInputException if nothing can be learned from the data (no examples, one class only) or the draft
     *     cannot run on them (a batch larger than train, a metric of another task)
     */
    public Proposal propose(Draft draft, Dataset dataset) {
        return propose(draft, dataset, null);
    }

    /**
     * The draft as its data are to be read: a model file's inputs by their names, where the person named none.
     *
     * @param imported what the draft's model file holds; null where it has none
     */
    public Draft naming(Draft draft, @Nullable ImportedModel imported) {
        return imported == null ? draft : CarriedSettings.naming(draft, imported);
    }

    /**
     * A complete experiment around a model that another program wrote. Its own training settings serve where the person
     * set none.
     *
     * @param imported what the draft's model file holds; null where it has none
     */
    public Proposal propose(Draft draft, Dataset dataset, @Nullable ImportedModel imported) {
        requireSomethingToLearn(dataset);
        List<Decision> decisions = CarriedSettings.notes(imported);
        if (draft.task() == null) {
            decisions.add(task(dataset));
        } else if (imported != null && CarriedSettings.isTagger(imported)) {
            decisions.add(new Decision(
                    "task", dataset.task().label(), "the model file compares classes at every position", "S1"));
        }
        Integer ignored = draft.data().ignoreClass();
        if (imported != null
                && ignored != null
                && ignored.equals(imported.targets().ignoreClass())) {
            decisions.add(new Decision(
                    "data.ignore-class",
                    ignored.toString(),
                    "what the loss of the " + imported.format() + " file says",
                    "D2"));
        }
        ModelPlan model = new ModelChoice(dataset, decisions).choose(draft.model());
        OutputLayer output = OutputLayer.of(model, imported);
        DataPlan data = new DataChoice(dataset, decisions, imported != null).choose(draft, output);
        TrainingDraft settings =
                imported == null ? draft.training() : CarriedSettings.merge(draft.training(), imported, decisions);
        TrainingPlan training = new TrainingChoice(dataset, decisions).choose(settings, data, output);
        Goal goal = new GoalChoice(dataset, decisions).choose(draft, imported == null ? null : imported.metric());
        return new Proposal(new Experiment(draft.name(), dataset.task(), data, model, training, goal), decisions);
    }

    private static Decision task(Dataset dataset) {
        int outputs = dataset.schema().outputs();
        String seen = "the target " + dataset.schema().target() + " holds ";
        return new Decision(
                "task",
                dataset.task().label(),
                seen
                        + switch (dataset.task()) {
                            case CLASSIFICATION -> outputs + " classes";
                            case TAGGING -> outputs + " classes, one at each position";
                            case MULTILABEL -> outputs + " labels, several of which may be set";
                            case REGRESSION ->
                                outputs == 1 ? "numbers that vary continuously" : outputs + " numbers an example";
                        },
                "S1");
    }

    private static void requireSomethingToLearn(Dataset dataset) {
        for (Map.Entry<SplitName, Split> split : dataset.splits().entrySet()) {
            if (split.getValue().size() == 0) {
                throw new UnusableInputException(
                        "data, split " + split.getKey(),
                        "at least one example",
                        "none",
                        "Give it a file with examples, or leave it out.");
            }
        }
        boolean isOneOfMany = dataset.task() == Task.CLASSIFICATION || dataset.task() == Task.TAGGING;
        if (isOneOfMany && dataset.train().targets() instanceof LongTensor classes) {
            long[] seen = Arrays.stream(classes.values())
                    .filter(k -> k != Schema.NO_CLASS)
                    .distinct()
                    .toArray();
            if (seen.length < 2) {
                throw new UnusableInputException(
                        "target " + dataset.schema().target(),
                        "at least two classes in the train split",
                        "one class only, " + className(dataset, seen[0]) + ", in all "
                                + dataset.train().size() + " examples",
                        "Add examples of another class, or name the right column with `data.target`.");
            }
        }
    }

    private static String className(Dataset dataset, long number) {
        List<String> names = dataset.schema().classNames();
        return number < names.size() ? "\"" + names.get((int) number) + "\"" : String.valueOf(number);
    }
}
