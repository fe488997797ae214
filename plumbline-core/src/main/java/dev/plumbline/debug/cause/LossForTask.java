package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Task;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The loss measures something else than the task asks for: squared errors of classes, cross-entropy of amounts. */
final class LossForTask implements Cause {
    private static final Rule RULE = new Rule(
            "loss-for-task",
            Stage.OVERFIT,
            "The loss does not suit the task",
            "RULES: output and loss disagree, MSE for classes (AutoTrainer, DeepDiagnosis, UMLAUT, NeuraLint)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.allOf(Trend.class);
    }

    private static boolean shows(Setup setup) {
        Loss loss = Answer.loss(setup);
        return switch (setup.experiment().task()) {
            case CLASSIFICATION, TAGGING -> loss.isOfAmounts();
            case MULTILABEL ->
                loss.isOfAmounts()
                        || loss.comparesClasses()
                        // of labels that a softmax divides one share among, only one can be said
                        || Ending.of(setup).operator().equals("Softmax");
            case REGRESSION -> AmountLoss.of(setup).isPresent();
        };
    }

    @Override
    public List<Finding> look(Setup setup) {
        return !shows(setup)
                ? List.of()
                : List.of(Finding.suspected(
                        RULE,
                        "training.loss",
                        "loss " + Answer.loss(setup) + " of " + Ending.of(setup).operator() + " for "
                                + setup.experiment().task(),
                        setup.experiment().task() == Task.REGRESSION
                                ? AmountLoss.of(setup).map(AmountLoss::why).orElse("")
                                : "A distance between numbers hardly punishes a confident mistake, and its gradient vanishes"
                                        + " where softmax or sigmoid is flat.",
                        "Use the loss " + Answer.fitting(setup) + " on linear outputs."));
    }

    @Override
    public List<String> edits(Setup setup) {
        if (!shows(setup)) {
            return List.of();
        }
        if (setup.experiment().task() == Task.REGRESSION && Answer.loss(setup).isOfAmounts()) {
            return List.of("loss=" + Loss.MSE.label());
        }
        boolean tooNarrow = Answer.isOneOfMany(setup) && Answer.width(setup) == 1 && Answer.wanted(setup) > 2;
        return List.of(
                tooNarrow
                        ? "output-units=" + Answer.wanted(setup) + " "
                                + Ending.of(setup).linearWith(Loss.CROSS_ENTROPY.label())
                        : Ending.of(setup).linearWith(Answer.fitting(setup).label()));
    }
}
