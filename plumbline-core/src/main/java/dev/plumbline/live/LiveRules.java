package dev.plumbline.live;

import dev.plumbline.evaluate.TraceChecks;
import dev.plumbline.finding.Check;
import dev.plumbline.lab.Trace;
import java.util.List;
import java.util.stream.Stream;

/** The checks that can be made while a run goes on. To add one: write a class and its page, and list it here. */
public final class LiveRules {
    /** After it nothing else is told. */
    static final String NOT_FINITE = "not-finite";

    private LiveRules() {}

    /** All of them, for epochs whose train and validation measurements were both made in evaluation mode. */
    public static List<Check<Trace>> standard() {
        return Stream.concat(trainingMode().stream(), Stream.of(new ValidationTooGood()))
                .toList();
    }

    /**
     * For epochs whose train measurements were made in training mode, with dropout on and while the parameters still
     * moved, as most training loops do: there validation may well be better than train.
     */
    public static List<Check<Trace>> trainingMode() {
        return Stream.concat(
                        TraceChecks.standard().stream(),
                        Stream.of(
                                new UnmovedParameters(),
                                new ExplodingGradient(),
                                new VanishingGradient(),
                                new StepsTooLarge(),
                                new StepsTooSmall(),
                                new LossNotFalling(),
                                new LossSwings(),
                                new ValidationWorse()))
                .toList();
    }
}
