package dev.plumbline.evaluate;

import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.Decomposition.Kind;
import dev.plumbline.evaluate.Decomposition.Measure;
import dev.plumbline.evaluate.Decomposition.Term;
import dev.plumbline.experiment.Goal;
import dev.plumbline.experiment.Metric;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the test error apart and decides which part to work on (E1 to E3): the splits' errors stand in a row, from the
 * irreducible one over train, validation and shifted validation to test, and each step from one to the next is a term.
 * The terms always add up to the last error. A split that is missing leaves its term out, and the next one's holds
 * both.
 *
 * <pre>{@code
 * Decomposition decomposition = Decomposer.standard().decompose(run);
 * decomposition.decided(); // Optional[variance]
 * }</pre>
 *
 * <p>Errors of a run come with bootstrap intervals, bare numbers with binomial ones where the number of examples is
 * given. They hold the noise of small splits, not that of training, which takes several seeds. Where a lab predicts a
 * sample of train only, the interval is that of the sample.
 */
public final class Decomposer {
    /** The order in which the splits' errors stand in a row. */
    private static final List<SplitName> ROW =
            List.of(SplitName.TRAIN, SplitName.VALIDATION, SplitName.SHIFTED_VALIDATION, SplitName.TEST);

    private final Bootstrap bootstrap;

    public Decomposer(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** With 1,000 resamples and 95 % intervals. */
    public static Decomposer standard() {
        return new Decomposer(Bootstrap.standard());
    }

    /** From what a run predicted, for its experiment's goal. */
    public Decomposition decompose(Run run) {
        return decompose(run.predictions(), run.experiment().goal());
    }

    /**
     * From predictions of the splits.
     *
     * @param predictions train at least
     * @throws IllegalArgumentException if train is not among them
     */
    public Decomposition decompose(Map<SplitName, Predictions> predictions, Goal goal) {
        if (!predictions.containsKey(SplitName.TRAIN)) {
            throw new IllegalArgumentException("expected predictions of train, found " + predictions.keySet());
        }
        Metric metric = goal.metric();
        List<Measure> errors = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        double irreducible = goal.irreducibleError() == null ? 0 : goal.irreducibleError();
        terms.add(new Term(Kind.IRREDUCIBLE, Interval.exactly(irreducible), false));
        SplitName before = null;
        Predictions earlier = null;
        for (SplitName split : ROW) {
            Predictions here = predictions.get(split);
            if (here == null) {
                continue;
            }
            Interval error = bootstrap.error(here, metric);
            errors.add(new Measure(split.label(), error, here.size()));
            Interval step = earlier == null
                    ? new Interval(error.value() - irreducible, error.low() - irreducible, error.high() - irreducible)
                    : Differences.ofPredictions(bootstrap, here, earlier, metric);
            terms.add(term(kind(before, split), step));
            before = split;
            earlier = here;
        }
        return decided(
                metric.isShare() ? Amounts.POINTS : metric.label(), errors, terms, goal, goal.irreducibleError());
    }

    /** From bare numbers. Differences are taken in decimals: 0.27 - 0.25 is 0.02. */
    public Decomposition decompose(ReportedErrors reported) {
        List<Measure> errors = new ArrayList<>();
        List<Term> terms = new ArrayList<>();
        double irreducible = reported.irreducible() == null ? 0 : reported.irreducible();
        terms.add(new Term(Kind.IRREDUCIBLE, Interval.exactly(shares(irreducible, reported)), false));
        SplitName before = null;
        Measure earlier = new Measure("irreducible", Interval.exactly(shares(irreducible, reported)), 0);
        for (SplitName split : ROW) {
            Double value = reported.errors().get(split);
            if (value == null) {
                continue;
            }
            Measure here = measure(split, value, reported);
            errors.add(here);
            Interval step = split == SplitName.TRAIN && here.examples() == 0
                    ? Differences.unknown(0)
                    : Differences.ofIntervals(here.error(), earlier.error());
            double size = BigDecimal.valueOf(here.error().value())
                    .subtract(BigDecimal.valueOf(earlier.error().value()))
                    .doubleValue();
            terms.add(term(kind(before, split), new Interval(size, step.low(), step.high())));
            before = split;
            earlier = here;
        }
        boolean share = reported.unit() != ReportedErrors.Unit.METRIC;
        return decided(share ? Amounts.POINTS : "units of the metric", errors, terms, null, reported.irreducible());
    }

    private static Measure measure(SplitName split, double value, ReportedErrors reported) {
        double error = shares(value, reported);
        int examples = reported.examples().getOrDefault(split, 0);
        boolean counted = examples > 0 && reported.unit() != ReportedErrors.Unit.METRIC;
        return new Measure(
                split.label(), counted ? Wilson.interval(error, examples) : Differences.unknown(error), examples);
    }

    private static double shares(double value, ReportedErrors reported) {
        return reported.unit() == ReportedErrors.Unit.PERCENT
                ? BigDecimal.valueOf(value).movePointLeft(2).doubleValue()
                : value;
    }

    private static Term term(Kind kind, Interval size) {
        return new Term(kind, size, size.holdsZero());
    }

    /** What the step to a split is called; behind train whatever comes first is variance, and perhaps more. */
    private static Kind kind(@Nullable SplitName before, SplitName split) {
        if (before == null) {
            return Kind.BIAS;
        }
        if (before == SplitName.TRAIN) {
            return Kind.VARIANCE;
        }
        return split == SplitName.TEST ? Kind.VALIDATION_OVERFITTING : Kind.SHIFT;
    }

    private static Decomposition decided(
            String unit, List<Measure> errors, List<Term> terms, @Nullable Goal goal, @Nullable Double irreducible) {
        TermChoice choice = TermChoice.of(new Amounts(unit), errors, terms, goal, irreducible);
        return new Decomposition(unit, errors, terms, Optional.ofNullable(choice.decided()), choice.reason());
    }
}
