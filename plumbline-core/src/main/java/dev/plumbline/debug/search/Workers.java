package dev.plumbline.debug.search;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Threads that run edited experiments side by side. Results do not depend on how many there are, but for what a budget
 * of time leaves out.
 *
 * @param count at least 1
 */
public record Workers(int count) {
    /** One run after the other, in the caller's thread. */
    public static final Workers ONE = new Workers(1);

    public Workers {
        if (count < 1) {
            throw new IllegalArgumentException("`count >= 1` must hold, but got " + count);
        }
    }

    /**
     * What every task gives, in their order. An interrupt is handed on to the tasks, which end early and still give.
     */
    <T> List<T> all(List<Supplier<T>> tasks) {
        if (count == 1 || tasks.size() < 2) {
            return tasks.stream().map(Supplier::get).toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(count, tasks.size()), task -> {
            Thread thread = new Thread(task, "plumbline-trial");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<T>> futures = new ArrayList<>();
            tasks.forEach(task -> futures.add(threads.submit(task::get)));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(result(future, threads));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future, ExecutorService threads) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    threads.shutdownNow().forEach(Runnable::run);
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException fault) {
                        throw fault;
                    }
                    throw new IllegalStateException("an edited experiment could not be run", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
