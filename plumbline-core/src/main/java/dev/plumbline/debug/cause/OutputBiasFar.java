package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The output layer's biases start far from where the targets are. */
final class OutputBiasFar implements Cause {
    private static final Rule RULE = new Rule(
            "output-bias",
            Stage.OVERFIT,
            "The output's biases start far from the targets",
            "Karpathy's recipe: start the last bias at class log-odds or target mean; RULES: loss at initialization");
    /** Odds of 20 to 1 on the wrong side, or three standard deviations of the targets. */
    private static final double FAR = 3;
    /** More biases than this make an edit that nobody reads. */
    private static final int MOST = 50;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.FALLS_SLOWLY, Trend.PLATEAUS, Trend.GOES_UP);
    }

    private static Optional<LastBias> far(Setup setup) {
        return LastBias.of(setup).filter(b -> b.distance() > FAR);
    }

    @Override
    public List<Finding> look(Setup setup) {
        return far(setup).stream()
                .map(b -> Finding.suspected(
                                RULE,
                                b.name(),
                                String.format(
                                        Locale.ROOT,
                                        "starts up to %.3g %s",
                                        b.distance(),
                                        Answer.isOneOfMany(setup)
                                                ? "from the logarithms of the classes' shares"
                                                : "standard deviations from the targets' mean"),
                                "The first steps go into learning what all answers have in common; where they start far on the"
                                        + " wrong side, that may take all the training there is.",
                                "Start the last bias at the logarithms of the classes' shares, or at the targets' mean.")
                        // zeros are what everybody starts from
                        .withSeverity(b.size() > FAR ? Severity.WARNING : Severity.INFO))
                .toList();
    }

    @Override
    public List<String> edits(Setup setup) {
        return far(setup).filter(b -> b.prior().length <= MOST).stream()
                .map(b -> "output-bias="
                        + Arrays.stream(b.prior()).mapToObj(OutputBiasFar::text).collect(Collectors.joining(",")))
                .toList();
    }

    /** As interventions spell numbers: without zeros at the end. */
    private static String text(double value) {
        java.math.BigDecimal rounded = new java.math.BigDecimal(String.format(Locale.ROOT, "%.4f", value));
        return rounded.stripTrailingZeros().toPlainString();
    }
}
