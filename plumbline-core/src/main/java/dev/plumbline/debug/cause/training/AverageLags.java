package dev.plumbline.debug.cause.training;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.FullTrainingCause;
import dev.plumbline.debug.cause.Symptom;
import dev.plumbline.experiment.Ema;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Stage;
import java.util.List;
import java.util.Locale;

/** The moving average of the weights remembers for longer than training lasts: it is still near where it began. */
final class AverageLags implements FullTrainingCause {
    private static final Rule RULE = new Rule(
            "average-lags",
            Stage.EVALUATE,
            "The average of the weights is still near where it began",
            "An average of momentum m holds m^n of its first weights after n steps; 5 %, as of a significance level");
    /** Share of the first weights in the last average. */
    private static final double MUCH = 0.05;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public List<Finding> look(Setup setup) {
        Ema ema = setup.experiment().training().ema();
        if (ema == null) {
            return List.of();
        }
        long steps = Pace.of(setup).totalSteps();
        double left = Math.pow(ema.momentum(), Math.max(0, steps - 1));
        if (left < MUCH) {
            return List.of();
        }
        return List.of(
                Symptom.of(
                        setup,
                        RULE,
                        "training.ema",
                        String.format(
                                Locale.ROOT,
                                "momentum %s over %d steps: the last average is %.2g %% the weights of the first step",
                                ema.momentum(),
                                steps,
                                100 * left),
                        "Whatever training finds, what is scored and kept has hardly moved.",
                        "Leave the average out (`without-ema`), or set `momentum` to at most 1 less 10 over the number of steps."));
    }

    @Override
    public List<String> edits(Setup setup) {
        return setup.experiment().training().ema() == null ? List.of() : List.of("without-ema");
    }
}
