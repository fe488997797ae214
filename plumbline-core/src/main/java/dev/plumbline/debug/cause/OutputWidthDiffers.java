package dev.plumbline.debug.cause;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.experiment.Loss;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The output has more or fewer units than there are classes, labels or numbers to predict. */
final class OutputWidthDiffers implements Cause {
    private static final Rule RULE = new Rule(
            "output-width",
            Stage.OVERFIT,
            "The output's width is not that of the targets",
            "RULES: widths against the number of classes (AutoTrainer, UMLAUT, NeuraLint)");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Set<Trend> explains() {
        return EnumSet.of(Trend.PLATEAUS, Trend.FALLS_SLOWLY);
    }

    private static boolean shows(Setup setup) {
        int width = Answer.width(setup);
        int wanted = Answer.wanted(setup);
        boolean rows = Answer.shape(setup).rank() <= 2;
        boolean oneForTwo = Answer.isOneOfMany(setup)
                && wanted == 2
                && width == 1
                && !Answer.loss(setup).comparesClasses();
        return rows && width != wanted && !oneForTwo;
    }

    @Override
    public List<Finding> look(Setup setup) {
        if (!shows(setup)) {
            return List.of();
        }
        int width = Answer.width(setup);
        int wanted = Answer.wanted(setup);
        String subject = Ending.of(setup).weighted().map(Ending::subject).orElse("the network's output");
        return List.of(Finding.suspected(
                RULE,
                subject,
                width + (width == 1 ? " unit" : " units") + " for " + wanted + " in `"
                        + setup.dataset().schema().target() + "`",
                width > wanted
                        ? "Units that no target ever asks for have to be unlearned first, and can be said by mistake."
                        : "What has no unit cannot be said.",
                "Give the output layer " + wanted + (wanted == 1 ? " unit." : " units.")));
    }

    @Override
    public List<String> edits(Setup setup) {
        if (!shows(setup)) {
            return List.of();
        }
        String units = "output-units=" + Answer.wanted(setup);
        Loss loss = Answer.loss(setup);
        boolean suits = !Answer.isOneOfMany(setup) || loss.comparesClasses();
        Ending ending = Ending.of(setup);
        // a sigmoid for one of two becomes one of many
        return List.of(suits ? units : units + " " + ending.linearWith(Loss.CROSS_ENTROPY.label()));
    }
}
