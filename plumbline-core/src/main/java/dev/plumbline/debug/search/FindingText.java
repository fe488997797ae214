package dev.plumbline.debug.search;

import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.Suspects;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.finding.Status;
import dev.plumbline.intervention.TestedIntervention;
import java.util.Locale;

/** What findings say of comparisons. */
final class FindingText {
    static final Rule DOES_NOT_OVERFIT = new Rule(
            "does-not-overfit-one-batch",
            Stage.OVERFIT,
            "The network cannot learn even one batch by heart",
            "D5; Karpathy's recipe; TheDeepChecker: 16 examples, 1,000 steps");

    private FindingText() {}

    /** That one batch could not be learned: a fact, whatever the cause. */
    static Finding failure(OverfitResult result, boolean causeKnown) {
        return new Finding(
                DOES_NOT_OVERFIT,
                Severity.ERROR,
                Status.CONFIRMED,
                "one batch of " + result.batchSize(),
                "the loss " + result.trend() + ", " + curve(result),
                "A network that cannot learn a few examples by heart has a bug; more data or tuning will not help.",
                "it was run for " + result.run().steps() + " steps: "
                        + result.run().outcome().text(),
                causeKnown ? "Remove the confirmed cause." : Suspects.of(result.trend()));
    }

    static String curve(OverfitResult result) {
        return "from " + number(result.lossAtStart()) + " to " + number(result.lossAtEnd()) + " where at most "
                + number(result.bound()) + " counts as learned";
    }

    /** Before and after, with the seeds that they were repeated with. */
    static String proof(TestedIntervention test) {
        return String.format(
                Locale.ROOT,
                "on %s, %s is %s as it is and %s with `%s` (%s)",
                test.on(),
                test.before().quantity(),
                side(test.before()),
                side(test.after()),
                test.intervention().name(),
                test.after().seeds() == 1 ? "one seed" : test.after().seeds() + " seeds each");
    }

    private static String side(TestedIntervention.Measured measured) {
        return measured.low() == measured.high() || Double.isNaN(measured.low())
                ? number(measured.mean())
                : number(measured.mean()) + " [" + number(measured.low()) + ", " + number(measured.high()) + "]";
    }

    static String number(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, "%.3g", value)
                : Double.isNaN(value) ? "NaN" : "infinity";
    }
}
