package dev.plumbline.debug;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Task;
import dev.plumbline.network.ValueType;
import java.util.Objects;

/** Whether the network gives as many numbers for an example as the task and the loss need. */
public final class OutputWidth {
    private OutputWidth() {}

    /** @throws UnusableInputException naming the output layer, the width expected and the one found */
    public static void check(Setup setup, Schema schema) {
        ValueType output =
                Objects.requireNonNull(setup.types().get(setup.network().output()));
        Shape shape = output.shape();
        String layer = setup.outputNode().map(n -> "layer " + n.layer()).orElse("the network's output");
        if (shape.rank() != 2 || shape.get(0) != Shape.BATCH) {
            throw new UnusableInputException(
                    layer,
                    "an output of 2 axes (batch, outputs)",
                    shape.toString(),
                    "Add a flatten before the last dense layer.");
        }
        Loss loss = setup.experiment().training().loss().loss();
        boolean oneUnit = setup.experiment().task() == Task.CLASSIFICATION && loss.isBinary() && schema.outputs() == 2;
        int width = shape.get(1);
        if (width == schema.outputs() && !(oneUnit && width != 1) || oneUnit && width == 1) {
            return;
        }
        if (oneUnit) {
            throw new UnusableInputException(
                    layer,
                    "1 unit, as " + loss + " takes for two classes",
                    units(width),
                    "Give the output layer 1 unit, or use the loss cross-entropy with 2.");
        }
        String wanted = setup.experiment().task() == Task.REGRESSION
                ? units(schema.outputs()) + ", one for each target"
                : units(schema.outputs()) + ", one for each class of `" + schema.target() + "`";
        throw new UnusableInputException(
                layer, wanted, units(width), "Give the output layer " + units(schema.outputs()) + ".");
    }

    private static String units(int count) {
        return count == 1 ? "1 unit" : count + " units";
    }
}
