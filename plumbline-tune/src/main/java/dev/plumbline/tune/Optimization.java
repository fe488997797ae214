package dev.plumbline.tune;

import dev.plumbline.tune.history.TrialRecord;
import dev.plumbline.tune.history.TrialState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Runs trials of an objective until the budget is spent, the sampler has nothing left, or someone stops it. */
final class Optimization {
    /** Where so many trials at the beginning fail, and none succeeds, something else is wrong than the parameters. */
    private static final int FAILURES = 10;

    private final Study study;
    private final MultiObjective objective;
    private final Budget budget;
    private final long begin = System.nanoTime();
    private final AtomicInteger left;
    private final AtomicInteger failures = new AtomicInteger();
    private volatile boolean succeeded;
    private volatile boolean stopped;

    Optimization(Study study, MultiObjective objective, Budget budget) {
        this.study = study;
        this.objective = objective;
        this.budget = budget;
        this.left = new AtomicInteger(budget.count());
    }

    void run() {
        ExecutorService trials = Executors.newCachedThreadPool(Optimization::daemon);
        try {
            if (budget.threadCount() == 1) {
                work(trials);
            } else {
                workTogether(trials);
            }
            finishPaused(trials);
        } finally {
            trials.shutdownNow();
        }
    }

    /** A study whose trials all wait for worse ones would end without a best one. */
    private void finishPaused(ExecutorService trials) {
        Trial paused = stopped || isOutOfTime() ? null : study.lastPaused();
        if (paused != null) {
            run(paused, trials);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "plumbline-trial");
        thread.setDaemon(true);
        return thread;
    }

    private void workTogether(ExecutorService trials) {
        List<Future<?>> workers = new ArrayList<>();
        for (int i = 0; i < budget.threadCount(); i++) {
            workers.add(trials.submit(() -> work(trials)));
        }
        try {
            for (Future<?> worker : workers) {
                worker.get();
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            stopped = true;
            throw rethrown(e.getCause());
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private void work(ExecutorService trials) {
        while (!stopped && !isOutOfTime() && left.getAndDecrement() > 0) {
            Trial trial = study.next();
            if (trial == null) {
                return;
            }
            run(trial, trials);
        }
    }

    private boolean isOutOfTime() {
        Duration time = budget.time();
        return time != null && System.nanoTime() - begin >= time.toNanos();
    }

    private void run(Trial trial, ExecutorService trials) {
        try {
            double[] values = budget.perTrial() == null ? objective.evaluate(trial) : inTime(trial, trials);
            study.tell(trial, values);
            succeeded = true;
        } catch (TrialPruned e) {
            study.prune(trial);
            succeeded = true;
        } catch (InterruptedException e) {
            stopped = true;
            study.fail(trial, "interrupted");
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            study.fail(trial, "out of time: a trial may take " + budget.perTrial());
        } catch (Exception e) {
            study.fail(trial, e.toString());
            giveUpWhereAllFail(trial, e);
        } catch (Error e) {
            stopped = true;
            study.fail(trial, e.toString());
            throw e;
        }
    }

    private double[] inTime(Trial trial, ExecutorService trials) throws Exception {
        Future<double[]> running = trials.submit(() -> objective.evaluate(trial));
        Duration limit = budget.perTrial();
        try {
            return running.get(limit == null ? Long.MAX_VALUE : limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof Exception known) {
                throw known;
            }
            throw rethrown(cause);
        } finally {
            running.cancel(true);
        }
    }

    private void giveUpWhereAllFail(Trial trial, Exception last) {
        TrialRecord record = study.trial(trial.number());
        if (record.state() == TrialState.FAILED && !succeeded && failures.incrementAndGet() >= FAILURES) {
            stopped = true;
            throw new IllegalStateException(
                    "a trial that succeeds is expected, but the first " + failures.get()
                            + " all failed, the last with: " + last
                            + "; mend the objective, or fail only the trials that cannot work",
                    last);
        }
    }

    static MultiObjective single(Objective objective) {
        return trial -> DoubleStream.of(objective.evaluate(trial)).toArray();
    }
}
