package dev.plumbline.torch;

import static dev.plumbline.torch.ProgramText.literal;

import dev.plumbline.experiment.LossPlan;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The formula of a loss. What takes probabilities clips them as Keras does, and is written out where libtorch's own
 * throws at a NaN, which must come back as a loss.
 */
final class LossExpression {
    private static final String EPSILON = "1.0E-7";
    private static final String ALMOST_ONE = "0.9999999";

    private final ProgramText text;
    private final LossPlan plan;
    private final int width;
    private final String output;
    private final String targets;
    private final boolean classes;
    private final double smoothing;

    /**
     * @param output {@code (rows, width)} for classes
     * @param targets class numbers {@code (rows)}, or floats like the output
     */
    LossExpression(ProgramText text, LossPlan plan, int width, String output, String targets, boolean classes) {
        this.text = text;
        this.plan = plan;
        this.width = width;
        this.output = output;
        this.targets = targets;
        this.classes = classes;
        this.smoothing = plan.setting("label-smoothing");
    }

    /** @return the variable of the loss, a scalar */
    String write() {
        return let(
                switch (plan.loss()) {
                    case CROSS_ENTROPY ->
                        f("cross_entropy_loss", output, targets, weights(), "1", "-100", literal(smoothing));
                    case NLL -> likelihood(output);
                    case CATEGORICAL_CROSSENTROPY -> smoothed(let(f("log", clipped(proportions(output)))));
                    case CATEGORICAL_FOCAL -> focal(output);
                    case CATEGORICAL_FOCAL_WITH_LOGITS -> focal(let(f("softmax", output, "-1")));
                    case BCE_WITH_LOGITS -> f("binary_cross_entropy_with_logits", output, labels(), "None", weights());
                    case BCE -> mean(binary(clipped(output), labels()));
                    case BINARY_FOCAL -> binaryFocal(output);
                    case BINARY_FOCAL_WITH_LOGITS -> binaryFocal(let(f("sigmoid", output)));
                    case KL_DIVERGENCE -> divergence();
                    case DICE -> dice();
                    case TVERSKY -> tversky();
                    case HINGE -> mean(margin());
                    case SQUARED_HINGE -> mean(f("square", margin()));
                    case CATEGORICAL_HINGE -> categoricalHinge();
                    case MSE -> f("mse_loss", output, numbers());
                    case MAE -> f("l1_loss", output, numbers());
                    case HUBER -> f("huber_loss", output, numbers(), "1", literal(plan.setting("delta")));
                    case SMOOTH_L1 -> f("smooth_l1_loss", output, numbers(), "1", literal(plan.setting("beta")));
                    case LOG_COSH -> logCosh();
                    case MAPE -> percentage();
                    case MSLE ->
                        f("mse_loss", f("log1p", atLeast(output, EPSILON)), f("log1p", atLeast(numbers(), EPSILON)));
                    case POISSON -> mean(f("sub", output, f("mul", numbers(), f("log", f("add", output, EPSILON)))));
                    case COSINE_SIMILARITY -> f("neg", mean(f("sum", f("mul", unit(output), unit(numbers())), "[-1]")));
                });
    }

    private static String f(String function, String... arguments) {
        return "torch." + function + "(" + String.join(", ", arguments) + ")";
    }

    private static String mean(String values) {
        return f("mean", values);
    }

    /** 1 less the values. */
    private static String rest(String values) {
        return f("rsub", values, "1");
    }

    private static String atLeast(String values, String least) {
        return f("clamp", values, least);
    }

    private String let(String expression) {
        return text.let(expression);
    }

    private String weights() {
        List<Double> weights = plan.weights();
        return weights.isEmpty()
                ? "None"
                : "torch.tensor("
                        + weights.stream().map(ProgramText::literal).collect(Collectors.joining(", ", "[", "]"))
                        + ", dtype=6)";
    }

    /** Targets as numbers like the output. */
    private String numbers() {
        if (!classes) {
            return targets;
        }
        return let(
                width == 1
                        ? "torch.unsqueeze(torch.to(" + targets + ", 6), 1)"
                        : "torch.to(torch.one_hot(" + targets + ", " + width + "), 6)");
    }

    /** Labels that say yes or no, each for itself. */
    private String labels() {
        return smoothing == 0
                ? numbers()
                : let(f("add", f("mul", numbers(), literal(1 - smoothing)), literal(smoothing / 2)));
    }

    /** Keras divides by the sum first, so that what is not a distribution becomes one. */
    private String proportions(String probabilities) {
        return let(f("div", probabilities, f("sum", probabilities, "[-1]", "True")));
    }

    private String clipped(String probabilities) {
        return let(f("clamp", probabilities, EPSILON, ALMOST_ONE));
    }

    private String likelihood(String logProbabilities) {
        if (classes) {
            return f("nll_loss", logProbabilities, targets, weights());
        }
        String each = f("mul", logProbabilities, targets);
        return f("neg", mean(f("sum", plan.weights().isEmpty() ? each : f("mul", each, weights()), "[-1]")));
    }

    private String smoothed(String logProbabilities) {
        if (smoothing == 0) {
            return likelihood(logProbabilities);
        }
        String sharp = f("mul", likelihood(logProbabilities), literal(1 - smoothing));
        return f("sub", sharp, f("mul", mean(f("sum", logProbabilities, "[-1]")), literal(smoothing / width)));
    }

    private String focal(String probabilities) {
        String p = clipped(proportions(probabilities));
        String y = smoothing == 0
                ? numbers()
                : let(f("add", f("mul", numbers(), literal(1 - smoothing)), literal(smoothing / width)));
        String each = f("mul", f("mul", y, f("log", p)), f("pow", rest(p), literal(plan.setting("gamma"))));
        return f("mul", mean(f("sum", each, "[-1]")), literal(-plan.setting("alpha")));
    }

    private String binary(String p, String y) {
        return f("neg", f("add", f("mul", y, f("log", p)), f("mul", rest(y), f("log", rest(p)))));
    }

    private String binaryFocal(String p) {
        String y = labels();
        String right = let(f("add", f("mul", y, p), f("mul", rest(y), rest(p))));
        String each = let(f("mul", f("pow", rest(right), literal(plan.setting("gamma"))), binary(clipped(p), y)));
        double alpha = plan.setting("alpha");
        if (alpha == 0) {
            return mean(each);
        }
        String weight = f("add", f("mul", y, literal(alpha)), f("mul", rest(y), literal(1 - alpha)));
        return mean(f("mul", each, weight));
    }

    private String divergence() {
        String y = let(f("clamp", numbers(), EPSILON, "1."));
        String p = let(f("clamp", output, EPSILON, "1."));
        return mean(f("sum", f("mul", y, f("log", f("div", y, p))), "[-1]"));
    }

    private String dice() {
        String y = numbers();
        String both = f("mul", f("sum", f("mul", y, output)), "2");
        return rest(f("div", both, f("add", f("add", f("sum", y), f("sum", output)), EPSILON)));
    }

    private String tversky() {
        String y = numbers();
        String both = let(f("sum", f("mul", y, output)));
        String missed = f("mul", f("sum", f("mul", rest(output), y)), literal(plan.setting("alpha")));
        String wrong = f("mul", f("sum", f("mul", output, rest(y))), literal(plan.setting("beta")));
        return rest(f("div", both, f("add", f("add", both, f("add", missed, wrong)), EPSILON)));
    }

    /** {@code max(1 - y f, 0)} with y of -1 and 1. */
    private String margin() {
        String sign = f("sub", f("mul", numbers(), "2"), "1");
        return f("relu", rest(f("mul", sign, output)));
    }

    private String categoricalHinge() {
        String y = numbers();
        String right = f("sum", f("mul", y, output), "[-1]");
        String wrong = f("amax", f("mul", rest(y), output), "[-1]");
        return mean(f("relu", f("add", f("sub", wrong, right), "1")));
    }

    private String logCosh() {
        String error = let(f("sub", output, numbers()));
        return mean(f("sub", f("add", error, f("softplus", f("mul", error, "-2"))), literal(Math.log(2))));
    }

    private String percentage() {
        String y = numbers();
        String share = f("div", f("sub", y, output), atLeast(f("abs", y), EPSILON));
        return f("mul", mean(f("abs", share)), "100");
    }

    /** Scaled to a norm of 1 along the last axis. */
    private String unit(String values) {
        String square = f("sum", f("square", values), "[-1]", "True");
        return f("mul", values, f("rsqrt", atLeast(square, "1.0E-12")));
    }
}
