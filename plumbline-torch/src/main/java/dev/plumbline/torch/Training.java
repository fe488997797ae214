package dev.plumbline.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.plumbline.experiment.TrainingPlan;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.lab.Trace;
import dev.plumbline.lab.Trace.Epoch;
import dev.plumbline.lab.Trace.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The loop over epochs and chunks of steps: what ends it, what is measured and looked at on the way. */
final class Training {
    /** A loss bound is checked every so many steps. */
    private static final long BOUND_CHECK = 25;

    private final TrainingPlan plan;
    private final RunRequest request;
    private final Observer observer;
    private final Workplace work;
    private final BatchOrder order;
    private final @Nullable Measurements measurements;
    private final ProbeSchedule probes;
    private final long started = System.nanoTime();
    private final long totalSteps;
    private final Pace pace = new Pace();
    private final Curve losses = new Curve();
    private final List<Epoch> epochs = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private long step;
    private @Nullable Outcome outcome;

    Training(TrainingPlan plan, RunRequest request, Observer observer, Workplace work) {
        this.plan = plan;
        this.request = request;
        this.observer = observer;
        this.work = work;
        this.order = work.order();
        this.measurements = work.measurements();
        this.totalSteps = order.stepsPerEpoch() * plan.epochs();
        this.probes = new ProbeSchedule(
                request.probing(), Math.min(totalSteps, request.budget().steps()), plan.gradientAccumulationSteps());
    }

    /** Trains until something ends it. */
    Outcome run() {
        try {
            return loop();
        } catch (ScriptFault fault) {
            String place = fault.node() == null ? "libtorch" : "node " + fault.node();
            return new Outcome.Failed(fault.node(), place + " failed in step " + step + ": " + fault.getMessage());
        }
    }

    private Outcome loop() {
        measure(0);
        int span = order.span(measurements != null, plan.epochs());
        for (int epoch = 0; epoch < plan.epochs() && outcome == null; epoch += span) {
            int count = Math.min(span, plan.epochs() - epoch);
            span(epoch, count);
            if (outcome == null) {
                measure(epoch + count);
                outcome = earlyStop(epoch + count);
            }
        }
        return outcome != null
                ? outcome
                : new Outcome.Completed("trained " + plan.epochs() + " epochs, " + step + " steps");
    }

    /** Some epochs' steps. */
    private void span(int epoch, int count) {
        long start = order.stepsPerEpoch() * epoch;
        long end = start + order.stepsPerEpoch() * count;
        long[] rows = order.epochs(epoch, count);
        work.stepper().order(rows);
        while (step < end && outcome == null) {
            outcome = limit();
            if (outcome == null) {
                chunk(end, rows, start);
            }
        }
    }

    private @Nullable Outcome limit() {
        if (observer.stop() || Thread.currentThread().isInterrupted()) {
            return new Outcome.Interrupted(step, "stopped by request after " + step + " of " + totalSteps + " steps");
        }
        boolean noTime = System.nanoTime() - started > request.budget().time().toNanos();
        if (noTime || step >= request.budget().steps()) {
            String what = noTime ? "the time of " + request.budget().timeText() : "the budget of steps";
            return new Outcome.OutOfBudget(step, what + " was up after " + step + " of " + totalSteps + " steps");
        }
        return null;
    }

    private void chunk(long end, long[] rows, long spanStart) {
        boolean probed = probes.next(step) == step;
        long room = Math.min(end, request.budget().steps()) - step;
        long asked = probed ? 1 : Math.min(pace.steps(), probes.next(step) - step);
        if (request.stopBelowLoss() > 0) {
            asked = Math.min(asked, BOUND_CHECK - step % BOUND_CHECK);
        }
        int count = (int) Math.min(asked, room);
        float[] made;
        try (NDManager scope = work.memory().newSubManager()) {
            Snapshot snapshot = probed ? work.prober().look(step, batch(step, rows, spanStart), scope) : null;
            List<NDArray> before = probed ? work.weights().copies(scope) : List.of();
            long clock = System.nanoTime();
            made = work.stepper().steps(step, count, spanStart, work.memory());
            if (!probed) {
                pace.took(made.length, (System.nanoTime() - clock) / 1e9);
            }
            if (snapshot != null) {
                boolean updates =
                        probes.updates(step) && !work.weights().trained().isEmpty();
                keep(updates ? work.prober().withUpdates(snapshot, before, scope) : snapshot);
            }
        }
        long first = step;
        losses.add(made);
        float last = made[made.length - 1];
        if (!Float.isFinite(last)) {
            step += made.length - 1;
            notFinite(last, batch(step, rows, spanStart));
            observer.onLosses(first, made);
            return;
        }
        step += count;
        observer.onLosses(first, made);
        observer.onStep(step, totalSteps, last);
        bound(last);
    }

    /** The examples of a step. */
    private long[] batch(long at, long[] rows, long spanStart) {
        long epoch = (at - spanStart) / order.stepsPerEpoch();
        long within = (at - spanStart) % order.stepsPerEpoch();
        int low = Math.toIntExact(epoch * order.examples() + within * order.batchSize());
        int high = Math.toIntExact(Math.min(low + order.batchSize(), (epoch + 1) * order.examples()));
        return Arrays.copyOfRange(rows, low, high);
    }

    private void notFinite(float loss, long[] rows) {
        Snapshot snapshot = work.prober().look(step, rows, work.memory());
        if (snapshots.isEmpty() || snapshots.get(snapshots.size() - 1).step() != step) {
            keep(snapshot);
        }
        outcome = Culprit.of(snapshot, loss, losses.toArray());
    }

    private void keep(Snapshot snapshot) {
        snapshots.add(snapshot);
        observer.onSnapshot(snapshot);
    }

    private void bound(float last) {
        if (request.stopBelowLoss() <= 0 || step % BOUND_CHECK != 0 || last > 10 * request.stopBelowLoss()) {
            return;
        }
        double loss = work.evaluator().predict(work.train(), work.memory()).loss();
        if (loss < request.stopBelowLoss()) {
            outcome = new Outcome.Completed(String.format(
                    Locale.ROOT,
                    "the loss fell to %.2g, below the bound of %.2g, after %d steps",
                    loss,
                    request.stopBelowLoss(),
                    step));
        }
    }

    private void measure(int epoch) {
        if (measurements == null) {
            return;
        }
        double rate = work.stepper().rate(Math.max(0, step - 1));
        Epoch measured = measurements.measure(epoch, step, rate, (System.nanoTime() - started) / 1e9, work.memory());
        epochs.add(measured);
        observer.onEpoch(measured, plan.epochs());
    }

    private @Nullable Outcome earlyStop(int epoch) {
        Integer patience = plan.earlyStopping();
        if (measurements == null || patience == null || measurements.epochsSinceBest() < patience) {
            return null;
        }
        int best = measurements.best().map(Epoch::number).orElse(0);
        return new Outcome.Completed("stopped early after epoch " + epoch + ": validation was best in epoch " + best
                + " and no better in " + patience + " since");
    }

    Trace trace() {
        return new Trace(losses.toArray(), epochs, snapshots);
    }

    long steps() {
        return step;
    }
}
