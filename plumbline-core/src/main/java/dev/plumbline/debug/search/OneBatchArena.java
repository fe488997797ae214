package dev.plumbline.debug.search;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import dev.plumbline.debug.OneBatch;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.intervention.TestedIntervention.Measured;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** One batch that is to be learned by heart (D5): an edit mends where the loss gets to about 0 and did not before. */
final class OneBatchArena implements Arena {
    /** A loss this much smaller helps, although it is not about 0. */
    private static final double HELPS = 0.5;
    /** No single run may take more than this share of the time that is left. */
    private static final int SHARE = 4;
    /** Fewer would not tell a slow network from a broken one. */
    private static final int LEAST_STEPS = 250;
    /** Steps around the one at which the loss of a curve is read. */
    private static final int WINDOW = 10;

    private final OneBatch oneBatch;
    /** What runs report to: several at once would talk across each other. */
    private final OneBatch runs;

    private final Dataset dataset;
    private final OverfitResult before;
    private final Deadline deadline;

    OneBatchArena(OneBatch oneBatch, Workers workers, Dataset dataset, OverfitResult before, Deadline deadline) {
        this.oneBatch = oneBatch;
        this.runs = workers.count() > 1 ? oneBatch.quiet() : oneBatch;
        this.dataset = dataset;
        this.before = before;
        this.deadline = deadline;
    }

    @Override
    public String name() {
        return "one batch of " + before.batchSize();
    }

    /** Where time ended the run that is to be mended, edits get as many steps as it had. */
    private int steps(double effort) {
        int planned = before.run().experiment().training().epochs();
        boolean isCut = before.run().outcome() instanceof Outcome.OutOfBudget;
        int whole = isCut
                ? (int) Math.min(planned, Math.max(LEAST_STEPS, before.run().steps()))
                : planned;
        return Math.max(1, (int) Math.round(effort * whole));
    }

    @Override
    public Attempt run(Experiment experiment, double effort) {
        Duration share = deadline.left().dividedBy(SHARE);
        try {
            return attempt(runs.run(experiment, dataset, steps(effort), deadline.budget(share)), effort);
        } catch (UnusableInputException | IllegalArgumentException unfit) {
            return Attempt.impossible(effort);
        }
    }

    private static Attempt attempt(OverfitResult result, double effort) {
        return new Attempt(
                result.distance(),
                result.overfits(),
                result.lossAtEnd(),
                effort,
                result.run().steps(),
                result.run().trace().losses(),
                null,
                result.run());
    }

    @Override
    public Attempt before(double effort) {
        Attempt whole = attempt(before, 1);
        int end = Math.min(steps(effort), whole.losses().length);
        if (effort >= 1 || end == 0) {
            return whole;
        }
        float[] window = Arrays.copyOfRange(whole.losses(), Math.max(0, end - WINDOW), end);
        Arrays.sort(window);
        double loss = window[window.length / 2];
        return whole.at(effort, Double.isNaN(loss) ? Double.POSITIVE_INFINITY : loss / before.bound(), loss);
    }

    @Override
    public Observer observer() {
        return oneBatch.observer();
    }

    @Override
    public double seconds() {
        return before.run().time().toMillis() / 1e3;
    }

    /** Every after overfits, and most befores do not; a fault on the edge lets one seed through now and then. */
    @Override
    public boolean mends(List<Attempt> befores, List<Attempt> afters, boolean shown) {
        long passed = befores.stream().filter(Attempt::solved).count();
        return afters.stream().allMatch(Attempt::solved) && 2 * passed < befores.size();
    }

    @Override
    public boolean promises(Attempt was, Attempt is, boolean shown) {
        return mends(List.of(was), List.of(is), shown);
    }

    @Override
    public boolean helps(Attempt was, Attempt is) {
        return is.badness() < HELPS * was.badness();
    }

    @Override
    public boolean level(Attempt one, Attempt other) {
        return one.solved() && other.solved();
    }

    @Override
    public boolean good(Attempt was) {
        return was.solved();
    }

    /** What learns a batch by heart at last was amiss, whatever it was. */
    @Override
    public boolean isLarge(double before, double after) {
        return true;
    }

    @Override
    public Measured measured(List<Attempt> attempts) {
        DoubleSummaryStatistics ends = attempts.stream()
                .mapToDouble(a -> Double.isNaN(a.quantity()) ? Double.POSITIVE_INFINITY : a.quantity())
                .summaryStatistics();
        return new Measured(
                "loss on the batch",
                ends.getAverage(),
                ends.getMin(),
                ends.getMax(),
                attempts.size(),
                attempts.get(0).losses());
    }
}
