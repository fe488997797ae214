package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Normalization;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import dev.plumbline.network.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Regression targets lie where the output's activation, or the loss, cannot reach. */
final class TargetsOutOfRange implements Cause {
    private static final Rule RULE = new Rule(
            "target-range",
            Stage.OVERFIT,
            "Targets lie outside what the output can say",
            "RULES: target range outside the output's range (DeepDiagnosis, UMLAUT)");
    /** A target or two beyond the edge may be outliers. */
    private static final double FEW = 0.01;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY, Trend.GOES_UP, Trend.EXPLODES);
    }

    /** What output and loss allow together; empty where any number may stand. */
    private static Optional<OutputRange> allowed(Setup setup) {
        Loss loss = Answer.loss(setup);
        if (loss.isBinary() && loss.takes() != Loss.Takes.MARGINS) {
            // amounts under a binary loss are a rule of their own
            return Optional.of(OutputRange.SHARES).filter(r -> OutputRange.areShares(setup));
        }
        return Ending.of(setup).activation().flatMap(OutputRange::of).filter(OutputRange::isBounded);
    }

    private static double outside(Setup setup) {
        return setup.experiment().task() == Task.REGRESSION
                ? allowed(setup).map(r -> r.outside(setup)).orElse(0.0)
                : 0;
    }

    @Override
    public List<Finding> look(Setup setup) {
        double outside = outside(setup);
        return outside <= FEW
                ? List.of()
                : List.of(Finding.suspected(
                        RULE,
                        Ending.of(setup).activation().map(Ending::subject).orElse("training.loss"),
                        String.format(
                                Locale.ROOT,
                                "%.0f %% of train's targets (%.4g to %.4g, target normalization %s) lie outside what %s can"
                                        + " say, %s",
                                100 * outside,
                                setup.profile().train().target().min(),
                                setup.profile().train().target().max(),
                                setup.experiment().data().targetNormalization(),
                                Ending.of(setup)
                                        .activation()
                                        .map(Node::operator)
                                        .orElse("the loss " + Answer.loss(setup)),
                                allowed(setup).map(OutputRange::toString).orElse("")),
                        "The error on those targets cannot go away, and the output is driven to where its activation is flat.",
                        "Make the output linear, or bring the targets into its range and back."));
    }

    @Override
    public List<String> edits(Setup setup) {
        if (outside(setup) <= FEW) {
            return List.of();
        }
        List<String> edits = new ArrayList<>();
        Ending ending = Ending.of(setup);
        boolean amounts = Answer.loss(setup).takes() == Loss.Takes.VALUES;
        if (!amounts) {
            edits.add(ending.linearWith(Loss.MSE.label()));
        } else if (!ending.activations().isEmpty()) {
            edits.add(ending.linear());
        }
        OutputRange range = allowed(setup).orElseThrow();
        for (Normalization normalization : List.of(Normalization.NONE, Normalization.UNIT_RANGE)) {
            boolean already = normalization == setup.experiment().data().targetNormalization();
            if (!already && range.outside(setup, normalization) <= FEW) {
                edits.add("target-normalization=" + normalization.label());
            }
        }
        return edits;
    }
}
