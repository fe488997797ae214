package dev.plumbline.debug.search;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.SplitName;
import dev.plumbline.evaluate.Bootstrap;
import dev.plumbline.evaluate.Interval;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Metric;
import dev.plumbline.intervention.TestedIntervention.Measured;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.Trace.Epoch;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/**
 * Full training, or a share of it, scored by the goal's metric on validation (on train where there is none): an edit
 * mends where the score is better for every seed, by more than the noise of the examples and by enough to matter.
 */
final class FullArena implements Arena {
    /** Two points of a share, or five percent of an error with a unit. */
    private static final double POINTS = 0.02;

    private static final double RELATIVE = 0.05;
    /** What nothing shows is believed only where it matters more. */
    private static final double UNSEEN = 1.5;
    /** A share of the error that must go as well where nothing shows the cause. */
    private static final double UNSEEN_RELATIVE = 0.2;
    /** Every network gets a little better with more of everything: points, and share of an error with a unit. */
    private static final double LARGE_POINTS = 0.05;

    private static final double LARGE_RELATIVE = 0.3;

    private final Lab lab;
    private final Observer observer;
    /** What runs report to: several at once would talk across each other. */
    private final Observer runs;

    private final Run before;
    private final Deadline deadline;
    private final Metric metric;
    private final SplitName split;
    /** The experiment as it is, scored once. */
    private final Attempt whole;

    FullArena(Lab lab, Observer observer, Workers workers, Run before, Deadline deadline) {
        this.lab = lab;
        this.observer = observer;
        this.runs = workers.count() > 1 ? observer.quiet() : observer;
        this.before = before;
        this.deadline = deadline;
        this.metric = before.experiment().goal().metric();
        this.split = before.predictions(SplitName.VALIDATION).isPresent() ? SplitName.VALIDATION : SplitName.TRAIN;
        this.whole = attempt(before, 1);
    }

    @Override
    public String name() {
        return "full training, " + split + " split";
    }

    @Override
    public Attempt run(Experiment experiment, double effort) {
        Budget budget = deadline.budget();
        if (effort < 1) {
            double wanted = effort * Math.max(before.steps(), 1) * planned(experiment) / planned(before.experiment());
            budget = budget.withSteps(Math.max(1, Math.round(wanted)));
        }
        try {
            return attempt(lab.run(experiment, RunRequest.full(budget), runs), effort);
        } catch (UnusableInputException | IllegalArgumentException unfit) {
            return Attempt.impossible(effort);
        }
    }

    /** Steps by plan, so that an edit of batch size or epochs gets its own share. */
    private double planned(Experiment experiment) {
        int size = lab.data(experiment).train().size();
        Integer most = experiment.data().maxExamples();
        int examples = most == null ? size : Math.min(most, size);
        int batch = experiment.training().batchSize();
        return experiment.training().epochs() * Math.ceil(examples / (double) batch);
    }

    Attempt attempt(Run run, double effort) {
        Predictions predictions = run.predictions(split).orElse(null);
        double score = predictions == null ? Double.NaN : predictions.score(metric);
        double error = metric.error(score);
        return new Attempt(
                Double.isNaN(error) ? Double.POSITIVE_INFINITY : error,
                false,
                score,
                effort,
                run.steps(),
                run.trace().losses(),
                predictions,
                run);
    }

    @Override
    public Attempt before(double effort) {
        if (effort >= 1) {
            return whole;
        }
        List<Epoch> epochs = before.trace().epochs();
        double reached = epochs.stream()
                .filter(e -> e.step() <= effort * before.steps())
                .mapToDouble(this::error)
                .min()
                .orElse(whole.badness());
        return whole.at(effort, reached, metric.score(reached));
    }

    private double error(Epoch epoch) {
        Double score = split == SplitName.VALIDATION ? epoch.validationScore() : (Double) epoch.trainScore();
        double error = score == null ? Double.NaN : metric.error(score);
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    @Override
    public Observer observer() {
        return observer;
    }

    @Override
    public double seconds() {
        return before.time().toMillis() / 1e3;
    }

    /** What a gain must be to matter. */
    private double matters(double error) {
        return metric.isShare() ? POINTS : RELATIVE * error;
    }

    @Override
    public boolean mends(List<Attempt> befores, List<Attempt> afters, boolean shown) {
        double was = mean(befores);
        double is = mean(afters);
        if (!Double.isFinite(is) || !(is < was)) {
            return false;
        }
        for (int i = 0; i < afters.size(); i++) {
            if (afters.get(i).badness()
                    >= befores.get(Math.min(i, befores.size() - 1)).badness()) {
                return false;
            }
        }
        return !Double.isFinite(was) || was - is >= least(was, shown) && beyondNoise(befores, afters);
    }

    /** The least gain that is believed. */
    private double least(double was, boolean shown) {
        return shown
                ? matters(was)
                : Math.max(UNSEEN * matters(was), metric.isShare() ? UNSEEN_RELATIVE * was : 2 * matters(was));
    }

    @Override
    public boolean promises(Attempt was, Attempt is, boolean shown) {
        if (!Double.isFinite(is.badness())) {
            return false;
        }
        return !Double.isFinite(was.badness()) || was.badness() - is.badness() >= least(was.badness(), shown);
    }

    private boolean beyondNoise(List<Attempt> befores, List<Attempt> afters) {
        Optional<Interval> gain = gain(befores.get(0), afters.get(0));
        // three seeds that all agree are evidence of their own; with fewer the examples have to tell
        return afters.size() >= 3 && befores.size() >= 3
                ? gain.map(g -> g.value() > 0).orElse(true)
                : gain.map(g -> g.low() > 0).orElse(true);
    }

    private Optional<Interval> gain(Attempt was, Attempt is) {
        Predictions one = was.predictions();
        Predictions other = is.predictions();
        return one == null || other == null || one.size() != other.size()
                ? Optional.empty()
                : Optional.of(Bootstrap.standard().pairedErrorDifference(one, other, metric));
    }

    private static double mean(List<Attempt> attempts) {
        return attempts.stream().mapToDouble(Attempt::badness).average().orElse(Double.NaN);
    }

    @Override
    public boolean helps(Attempt was, Attempt is) {
        return is.badness() < was.badness() - 0.5 * matters(Double.isFinite(was.badness()) ? was.badness() : 1);
    }

    @Override
    public boolean level(Attempt one, Attempt other) {
        double size = metric.isShare() ? 0.75 * POINTS : RELATIVE * Math.min(one.badness(), other.badness());
        return Math.abs(one.badness() - other.badness()) <= size;
    }

    @Override
    public boolean good(Attempt was) {
        return metric.isShare() ? was.badness() < UNSEEN * POINTS : was.badness() == 0;
    }

    @Override
    public boolean isLarge(double before, double after) {
        return !Double.isFinite(before)
                || before - after >= (metric.isShare() ? LARGE_POINTS : LARGE_RELATIVE * before);
    }

    @Override
    public Measured measured(List<Attempt> attempts) {
        Attempt first = attempts.get(0);
        Predictions predictions = first.predictions();
        if (attempts.size() == 1 && predictions != null) {
            Interval interval = Bootstrap.standard().score(predictions, metric);
            return new Measured(metric.label(), interval.value(), interval.low(), interval.high(), 1, first.losses());
        }
        DoubleSummaryStatistics scores =
                attempts.stream().mapToDouble(Attempt::quantity).summaryStatistics();
        return new Measured(
                metric.label(), scores.getAverage(), scores.getMin(), scores.getMax(), attempts.size(), first.losses());
    }
}
