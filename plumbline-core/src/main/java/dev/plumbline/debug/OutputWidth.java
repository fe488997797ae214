package dev.plumbline.debug;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Task;
import dev.plumbline.network.ValueType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether the network gives as many numbers for an example as the task and the loss need. */
public final class OutputWidth {
    private OutputWidth() {}

    /** @throws UnusableInputException naming the output layer, the width expected and the one found */
    public static void check(Setup setup, Schema schema) {
        misfit(setup, schema).ifPresent(misfit -> {
            throw misfit;
        });
    }

    /**
     * What keeps the loss from being computed: the output layer, the width expected and the one found; empty where the
     * network can be trained. Units beyond the number of classes are no such fault: they are trained to say no.
     */
    public static Optional<UnusableInputException> misfit(Setup setup, Schema schema) {
        ValueType output =
                Objects.requireNonNull(setup.types().get(setup.network().output()));
        Shape shape = output.shape();
        String layer = setup.outputNode().map(n -> "layer " + n.layer()).orElse("the network's output");
        if (setup.experiment().task() == Task.TAGGING) {
            return ofPositions(layer, shape, schema);
        }
        if (shape.rank() != 2 || shape.get(0) != Shape.BATCH) {
            return Optional.of(new UnusableInputException(
                    layer,
                    "an output of 2 axes (batch, outputs)",
                    shape.toString(),
                    "Add a flatten before the last dense layer."));
        }
        Loss loss = setup.experiment().training().loss().loss();
        boolean classes = setup.experiment().task() == Task.CLASSIFICATION;
        boolean oneUnit = classes && schema.outputs() == 2 && (loss.isBinary() || loss.isOfAmounts());
        int width = shape.get(1);
        if (width == schema.outputs() || classes && width > schema.outputs() || oneUnit && width == 1) {
            return Optional.empty();
        }
        String wanted = setup.experiment().task() == Task.REGRESSION
                ? units(schema.outputs()) + ", one for each target"
                : units(schema.outputs()) + ", one for each class of `" + schema.target() + "`";
        return Optional.of(new UnusableInputException(
                layer, wanted, units(width), "Give the output layer " + units(schema.outputs()) + "."));
    }

    /** Classes along the last axis, or along the second as PyTorch has them; the other axes are the positions. */
    private static Optional<UnusableInputException> ofPositions(String layer, Shape shape, Schema schema) {
        List<Integer> sizes =
                shape.rank() == 0 ? List.of() : shape.withoutFirst().sizes();
        int rank = sizes.size();
        boolean last = rank > 1 && sizes.subList(0, rank - 1).equals(schema.positions());
        boolean second = rank > 1 && sizes.subList(1, rank).equals(schema.positions());
        int width = last ? sizes.get(rank - 1) : second ? sizes.get(0) : 1;
        boolean oneUnit = schema.outputs() == 2 && width == 1 && (last || second || sizes.equals(schema.positions()));
        if ((last || second) && width >= schema.outputs() || oneUnit) {
            return Optional.empty();
        }
        return Optional.of(new UnusableInputException(
                layer,
                "an output of the positions " + new Shape(schema.positions()) + " with " + units(schema.outputs())
                        + " each, one for each class of `" + schema.target() + "`",
                shape.toString(),
                "Let the last layer work position by position (TimeDistributed, a 1x1 convolution)."));
    }

    private static String units(int count) {
        return count == 1 ? "1 unit" : count + " units";
    }
}
