package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Loss;
import java.util.Optional;

/** Why a regression's loss does not measure what the task asks for. */
enum AmountLoss {
    OF_CLASSES(
            "A loss of classes reads amounts as probabilities: it has no minimum where output and target are equal."),
    OF_COUNTS("A loss of counts takes a logarithm of what is said: it has none where that, or a target, is below 0."),
    OF_PERCENT("An error in percent of a target near 0 is huge: a few such targets outweigh all the others."),
    OF_DIRECTION("A cosine looks at directions alone: how large an answer is does not matter to it.");

    /**
     * Of the targets that are nearer to 0 than a twentieth of their standard deviation; a Gaussian around 0 has 4 %.
     */
    private static final double FEW = 0.01;

    private static final double NEAR = 0.05;
    private static final OutputRange COUNTS = new OutputRange(0, Double.POSITIVE_INFINITY);

    private final String why;

    AmountLoss(String why) {
        this.why = why;
    }

    String why() {
        return why;
    }

    /** Empty where the loss may suit. */
    static Optional<AmountLoss> of(Setup setup) {
        Loss loss = Answer.loss(setup);
        // pixels and other shares may be learned by a binary loss
        if (!loss.isOfAmounts()) {
            return loss.isBinary() && OutputRange.areShares(setup) ? Optional.empty() : Optional.of(OF_CLASSES);
        }
        if (loss.takes() == Loss.Takes.RATES) {
            boolean negative = COUNTS.outside(setup) > FEW || loss == Loss.POISSON && !isPositive(setup);
            return negative ? Optional.of(OF_COUNTS) : Optional.empty();
        }
        if (loss == Loss.COSINE_SIMILARITY && Answer.width(setup) == 1) {
            return Optional.of(OF_DIRECTION);
        }
        return loss == Loss.MAPE && nearZero(setup) > FEW ? Optional.of(OF_PERCENT) : Optional.empty();
    }

    private static boolean isPositive(Setup setup) {
        Ending ending = Ending.of(setup);
        return ending.operator().equals("Exp")
                || ending.activation()
                        .flatMap(OutputRange::of)
                        .filter(r -> r.low() >= 0)
                        .isPresent();
    }

    private static double nearZero(Setup setup) {
        LastBias.Scale scale = LastBias.Scale.of(setup);
        OutputRange positive = new OutputRange(NEAR * scale.deviation(), Double.POSITIVE_INFINITY);
        OutputRange negative = new OutputRange(Double.NEGATIVE_INFINITY, -NEAR * scale.deviation());
        return positive.outside(setup) + negative.outside(setup) - 1;
    }
}
