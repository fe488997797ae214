package dev.plumbline.torch;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.LossPlan;
import dev.plumbline.network.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * Losses as TorchScript, each the mean over the batch and over positions. Where a loss compares numbers and the targets
 * are classes, they are compared with a 1 for the class and 0 for the others, as most people mean it.
 *
 * <p>Classes of positions {@code (N, steps)} or {@code (N, height, width)} go with an output whose classes are the last
 * axis (Keras) or, where only that fits, the second (PyTorch). One unit may leave its axis out.
 */
final class LossText {
    private final LossPlan plan;
    private final boolean classes;
    private final ValueType output;
    private final ValueType targets;
    private final int axis;
    private final int width;
    private final boolean ignores;

    private LossText(LossPlan plan, ValueType output, ValueType targets, int axis, boolean ignores) {
        this.plan = plan;
        this.classes = targets.dtype() == DType.INT64;
        this.output = output;
        this.targets = targets;
        this.axis = axis;
        this.ignores = ignores;
        Shape shape = output.shape();
        this.width = axis < 0 || shape.rank() < 2 ? 1 : shape.get(axis);
    }

    /**
     * The loss for an output and targets.
     *
     * @param targets with the axis over the batch
     * @param ignores whether targets may be of no class, {@link Schema#NO_CLASS}, over which no mean is taken
     * @throws UnusableInputException if the output's shape does not fit the targets
     */
    static LossText of(LossPlan plan, ValueType output, ValueType targets, boolean ignores) {
        Loss loss = plan.loss();
        boolean classes = targets.dtype() == DType.INT64;
        Shape shape = output.shape();
        int axis = classes ? classAxis(loss, shape, targets.shape()) : shape.rank() - 1;
        boolean fits = classes ? axis >= -1 : trimmed(shape).equals(trimmed(targets.shape()));
        if (!fits || output.dtype().kind() != DType.Kind.FLOAT) {
            String expected = !classes
                    ? "an output shaped like the targets " + targets.shape()
                    : targets.shape().rank() == 1
                            ? "an output of 2 axes (N, classes)"
                            : "an output like the targets " + targets.shape() + " with an axis of classes";
            throw new UnusableInputException(
                    "the network's output under loss " + loss,
                    expected,
                    output.toString(),
                    "Change the last layer; a flatten may be missing before it.");
        }
        LossText text = new LossText(plan, output, targets, axis, ignores && classes);
        boolean perClass = !loss.isBinary() && !loss.isOfAmounts();
        if (classes && perClass && text.width == 1) {
            throw new UnusableInputException(
                    "the network's output under loss " + loss,
                    "a unit for each class",
                    "one unit",
                    "Give the last layer a unit for each class, or use the loss bce-with-logits.");
        }
        if (!plan.weights().isEmpty() && plan.weights().size() != text.width) {
            throw new UnusableInputException(
                    "training.loss.weights",
                    "a weight for each of the output's " + text.width + " units",
                    plan.weights().size() + " weights",
                    "Write one for each class, in the classes' order.");
        }
        return text;
    }

    /** The axis of the classes; -1 where the output is one unit without an axis, below that where nothing fits. */
    private static int classAxis(Loss loss, Shape output, Shape targets) {
        if (output.rank() == targets.rank() + 1) {
            if (without(output, output.rank() - 1).equals(targets)) {
                return output.rank() - 1;
            }
            return without(output, 1).equals(targets) ? 1 : -2;
        }
        return output.equals(targets) && (loss.isBinary() || loss.isOfAmounts()) ? -1 : -2;
    }

    private static Shape without(Shape shape, int axis) {
        List<Integer> sizes = new ArrayList<>(shape.sizes());
        sizes.remove(axis);
        return new Shape(sizes);
    }

    /** Keras takes {@code (N)} for {@code (N, 1)}. */
    private static Shape trimmed(Shape shape) {
        return shape.rank() > 1 && shape.get(-1) == 1 ? without(shape, shape.rank() - 1) : shape;
    }

    /** An output with its classes along the last axis. @return its variable */
    String classesLast(ProgramText text, String said) {
        return classes && axis >= 0 && axis != output.shape().rank() - 1
                ? text.let("torch.movedim(" + said + ", " + axis + ", -1)")
                : said;
    }

    /** Class numbers that the output has room for; 0 where targets are not classes. */
    int classCount() {
        return !classes ? 0 : Math.max(2, width);
    }

    /** Writes the loss of an output. @return the variable that holds it, a scalar */
    String write(ProgramText text, String said, String truth) {
        String rows = output.dtype() == DType.FLOAT32 ? said : text.let("torch.to(" + said + ", 6)");
        if (!classes) {
            String same = targets.shape().equals(output.shape())
                    ? truth
                    : text.let("torch.reshape_as(" + truth + ", " + rows + ")");
            return new LossExpression(text, plan, width, rows, same, false).write();
        }
        if (axis == -1) {
            rows = text.let("torch.unsqueeze(" + rows + ", -1)");
        } else {
            rows = classesLast(text, rows);
        }
        String numbers = truth;
        if (targets.shape().rank() > 1) {
            rows = text.let("torch.flatten(" + rows + ", 0, -2)");
            numbers = text.let("torch.flatten(" + truth + ")");
        }
        return ignores
                ? writeCounted(text, rows, numbers)
                : new LossExpression(text, plan, width, rows, numbers, true).write();
    }

    /** The loss of those alone that are of a class; 0 where none is, as in Keras. */
    private String writeCounted(ProgramText text, String rows, String numbers) {
        String counted = text.let("torch.squeeze(torch.nonzero(torch.ge(" + numbers + ", 0)), 1)");
        String some = text.let("torch.index_select(" + rows + ", 0, " + counted + ")");
        String theirs = text.let("torch.index_select(" + numbers + ", 0, " + counted + ")");
        String loss = new LossExpression(text, plan, width, some, theirs, true).write();
        String any = text.let("torch.any(torch.ge(" + numbers + ", 0))");
        return text.let("torch.where(" + any + ", " + loss + ", torch.zeros_like(" + loss + "))");
    }

    /** How many of the targets the mean is over, which weighs it among other batches. @return a variable */
    String weight(ProgramText text, String truth) {
        return text.let(ignores ? "torch.sum(torch.ge(" + truth + ", 0))" : "torch.tensor(torch.len(" + truth + "))");
    }
}
