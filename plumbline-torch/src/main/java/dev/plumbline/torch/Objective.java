package dev.plumbline.torch;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.TargetSchema;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.experiment.Task;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.network.Network;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What training lowers: the loss of the network's output, and those of its other outputs where the plan has some.
 * Several are added, each times its scale, as Keras does; one alone is told without its scale.
 */
final class Objective {
    /** @param targets which of the data's targets it is compared with */
    private record Term(String output, LossText loss, double scale, int targets) {}

    private final List<Term> terms;
    private final int given;

    private Objective(List<Term> terms, int given) {
        this.terms = terms;
        this.given = given;
    }

    /**
     * The outputs that have a loss, the network's own first.
     *
     * @throws UnusableInputException if the plan names one that the network does not have
     */
    static List<String> outputs(Network network, TrainingPlan plan) {
        List<String> outputs = new ArrayList<>(List.of(network.output()));
        plan.otherLosses().keySet().forEach(name -> outputs.add(output(network, name)));
        return outputs;
    }

    private static String output(Network network, String name) {
        return network.output(name)
                .orElseThrow(() -> new UnusableInputException(
                        "training.other-losses",
                        "one of the network's outputs " + network.outputs(),
                        name,
                        "Name the output, or the layer that it comes from."));
    }

    /** @throws UnusableInputException if an output does not fit its targets */
    static Objective of(Network network, ForwardText forward, TrainingPlan plan, Task task, Schema schema) {
        List<Term> terms = new ArrayList<>();
        LossPlan first = plan.loss();
        ValueType targets = targets(task, schema.outputs(), schema.positions());
        terms.add(new Term(
                network.output(),
                LossText.of(first, forward.type(network.output()), targets, schema.ignores()),
                first.scale(),
                0));
        plan.otherLosses().forEach((name, loss) -> {
            String output = output(network, name);
            TargetSchema other = schema.otherTargets().stream()
                    .filter(t -> t.output().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UnusableInputException(
                            "data.other-targets",
                            "targets for the output " + name + ", since training.other-losses has a loss for it",
                            schema.otherTargets().stream()
                                    .map(TargetSchema::output)
                                    .toList()
                                    .toString(),
                            "Add `" + name + ": ARRAY`, or set `training.other-losses: {}`."));
            LossText text = LossText.of(
                    loss,
                    forward.type(output),
                    targets(other.task(), other.outputs(), other.positions()),
                    other.ignores());
            terms.add(new Term(
                    output, text, loss.scale(), 1 + schema.otherTargets().indexOf(other)));
        });
        return new Objective(terms, 1 + schema.otherTargets().size());
    }

    private static ValueType targets(Task task, int outputs, List<Integer> positions) {
        return switch (task) {
            case CLASSIFICATION -> new ValueType(DType.INT64, Shape.of(Shape.BATCH));
            case TAGGING -> new ValueType(DType.INT64, new Shape(positions).batched());
            case MULTILABEL, REGRESSION -> ValueType.floats(Shape.of(Shape.BATCH, outputs));
        };
    }

    /** How many outputs have a loss; the network's own is the first. */
    int size() {
        return terms.size();
    }

    /** The value that is compared. */
    String output(int term) {
        return terms.get(term).output();
    }

    /** The loss of an output. */
    LossText loss(int term) {
        return terms.get(term).loss();
    }

    /** Which of the data's targets an output is compared with; 0 are the network's own. */
    int targets(int term) {
        return terms.get(term).targets();
    }

    /** Classes that each of the data's targets may be of; 0 where they are none, or where nothing is compared. */
    int[] classCounts() {
        int[] counts = new int[given];
        terms.forEach(term -> counts[term.targets()] = term.loss().classCount());
        return counts;
    }

    /** How many targets the data have for each example, whether or not they are compared with anything. */
    int given() {
        return given;
    }

    /** Claims a place for all of the data's targets. @return their variables */
    List<String> claim(Arguments arguments) {
        return arguments.addAll(Arguments.OTHERS, "y", given);
    }

    /**
     * Writes what is lowered, penalties apart.
     *
     * @param all the variables of all values
     * @param targets the variables of the batch's targets
     * @return the variable that holds it, a scalar
     */
    String write(ProgramText text, Map<String, String> all, List<String> targets) {
        List<String> losses = new ArrayList<>();
        for (Term term : terms) {
            String loss = term.loss()
                    .write(text, Objects.requireNonNull(all.get(term.output())), targets.get(term.targets()));
            boolean alone = terms.size() == 1 || term.scale() == 1;
            losses.add(alone ? loss : text.let("torch.mul(" + loss + ", " + ProgramText.literal(term.scale()) + ")"));
        }
        String total = losses.get(0);
        for (String loss : losses.subList(1, losses.size())) {
            total = text.let("torch.add(" + total + ", " + loss + ")");
        }
        return total;
    }

    /** What the written loss is still to be multiplied by before it is lowered. */
    double scale() {
        return terms.size() == 1 ? terms.get(0).scale() : 1;
    }
}
