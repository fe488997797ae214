package dev.plumbline.debug.cause.data;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.FullTrainingCause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.experiment.DataPlan;
import dev.plumbline.experiment.SplitPlan;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import java.util.ArrayList;
import java.util.List;

/** A setting of the experiment keeps examples from training: one left over from a first try, mostly. */
final class ExamplesHeldBack implements FullTrainingCause {
    private static final Rule RULE = new Rule(
            "examples-held-back",
            Stage.COMPARE,
            "A setting keeps most examples from training",
            "S5: a small training set is for the first turns; half of the data is the most that is held out (Hastie et al., 7.10)");
    /** S5: some ten thousand examples are a good first subset; a tenth of that is a try. */
    private static final int FEW = 1_000;

    private static final double HALF = 0.5;

    @Override
    public Rule rule() {
        return RULE;
    }

    private static boolean isCutDown(Setup setup) {
        Integer most = setup.experiment().data().maxExamples();
        return most != null && setup.dataset().train().size() == most;
    }

    @Override
    public List<Finding> look(Setup setup) {
        DataPlan plan = setup.experiment().data();
        int left = setup.dataset().train().size();
        List<Finding> findings = new ArrayList<>();
        if (plan.oneBatch() != null) {
            findings.add(fact(
                    "data.one-batch",
                    left + " examples are trained on, and there is no other split to score on",
                    "One batch by heart shows that a network can learn; it is no training.",
                    "Take the key out."));
        }
        if (isCutDown(setup)) {
            Finding cut = Symptom.of(
                    setup,
                    RULE,
                    "data.max-examples",
                    left + " examples, and no more, are trained on",
                    "What was left out would tell the network more than a longer training on what is there.",
                    "Take the key out (`all-data`).");
            findings.add(left < FEW ? cut : cut.withSeverity(Severity.INFO));
        }
        if (plan.validation() instanceof SplitPlan.Fraction held && held.fraction() > HALF) {
            findings.add(fact(
                    "data.validation.fraction",
                    Figures.percent(held.fraction()) + " of train is held out, " + left
                            + " examples are left to train on",
                    "Validation needs some hundred examples; all others teach more where they are trained on.",
                    "Set it to 0.1 or 0.2."));
        }
        return findings;
    }

    private static Finding fact(String subject, String seen, String why, String remedy) {
        return Finding.suspected(RULE, subject, seen, why, remedy)
                .confirmed("the setting says so")
                .withSeverity(Severity.WARNING);
    }

    @Override
    public List<String> edits(Setup setup) {
        return isCutDown(setup) ? List.of("all-data") : List.of();
    }
}
