package dev.plumbline.torch;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.DType;
import dev.plumbline.data.Shape;
import dev.plumbline.experiment.Loss;
import dev.plumbline.network.ValueType;

/**
 * Losses as TorchScript, each the mean over the batch. Where a loss compares numbers and the targets are classes, they
 * are compared with a 1 for the class and 0 for the others, as most people mean it.
 */
final class LossText {
    private final Loss loss;
    private final boolean classes;
    private final int width;

    private LossText(Loss loss, boolean classes, int width) {
        this.loss = loss;
        this.classes = classes;
        this.width = width;
    }

    /**
     * The loss for an output and targets.
     *
     * @param targets with the axis over the batch
     * @throws UnusableInputException if the output's shape does not fit the targets
     */
    static LossText of(Loss loss, ValueType output, ValueType targets) {
        boolean classes = targets.dtype() == DType.INT64;
        Shape shape = output.shape();
        boolean fits = classes ? shape.rank() == 2 : shape.equals(targets.shape());
        if (!fits || output.dtype() != DType.FLOAT32) {
            String expected = classes
                    ? "an output of 2 axes (N, classes)"
                    : "an output shaped like the targets " + targets.shape();
            throw new UnusableInputException(
                    "the network's output under loss " + loss,
                    expected,
                    output.toString(),
                    "Change the last layer; a flatten may be missing before it.");
        }
        boolean perClass = !loss.isBinary() && loss.takes() != Loss.Takes.VALUES;
        if (classes && perClass && shape.get(1) == 1) {
            throw new UnusableInputException(
                    "the network's output under loss " + loss,
                    "a unit for each class",
                    "one unit",
                    "Give the last layer a unit for each class, or use the loss bce-with-logits.");
        }
        return new LossText(loss, classes, shape.rank() < 2 ? 1 : shape.get(-1));
    }

    /** Class numbers that the output has room for; 0 where targets are not classes. */
    int classCount() {
        return !classes ? 0 : Math.max(2, width);
    }

    /** Writes the loss of an output. @return the variable that holds it, a scalar */
    String write(ProgramText text, String output, String targets) {
        return text.let(
                switch (loss) {
                    case CROSS_ENTROPY -> "torch.cross_entropy_loss(" + output + ", " + targets + ")";
                    case NLL -> likelihood(output, targets);
                    case CATEGORICAL_CROSSENTROPY ->
                        likelihood("torch.log(" + clipped(text, proportions(text, output)) + ")", targets);
                    case BCE_WITH_LOGITS ->
                        "torch.binary_cross_entropy_with_logits(" + output + ", " + numbers(targets) + ")";
                    case BCE -> binary(text, clipped(text, output), numbers(targets));
                    case MSE -> "torch.mse_loss(" + output + ", " + numbers(targets) + ")";
                    case MAE -> "torch.l1_loss(" + output + ", " + numbers(targets) + ")";
                    case HUBER -> "torch.huber_loss(" + output + ", " + numbers(targets) + ")";
                });
    }

    private String likelihood(String logProbabilities, String targets) {
        return classes
                ? "torch.nll_loss(" + logProbabilities + ", " + targets + ")"
                : "torch.neg(torch.mean(torch.sum(torch.mul(" + logProbabilities + ", " + targets + "), [-1])))";
    }

    /** Keras divides by the sum first, so that what is not a distribution becomes one. */
    private static String proportions(ProgramText text, String output) {
        return text.let("torch.div(" + output + ", torch.sum(" + output + ", [-1], True))");
    }

    private static String clipped(ProgramText text, String probabilities) {
        return text.let("torch.clamp(" + probabilities + ", 1.0E-7, 0.9999999)");
    }

    /** Written out, since libtorch's own throws at a NaN, which must come back as a loss. */
    private static String binary(ProgramText text, String probabilities, String targets) {
        String y = text.let(targets);
        String yes = "torch.mul(" + y + ", torch.log(" + probabilities + "))";
        String no = "torch.mul(torch.rsub(" + y + ", 1), torch.log(torch.rsub(" + probabilities + ", 1)))";
        return "torch.neg(torch.mean(torch.add(" + yes + ", " + no + ")))";
    }

    private String numbers(String targets) {
        if (!classes) {
            return targets;
        }
        return width == 1
                ? "torch.unsqueeze(torch.to(" + targets + ", 6), 1)"
                : "torch.to(torch.one_hot(" + targets + ", " + width + "), 6)";
    }
}
