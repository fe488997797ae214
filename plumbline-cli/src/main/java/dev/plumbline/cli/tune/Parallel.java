package dev.plumbline.cli.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same work in several threads. */
final class Parallel {
    private Parallel() {}

    /** Returns when all have ended; the first fault of one is thrown then. */
    static void run(int threads, Runnable work) {
        if (threads == 1) {
            work.run();
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "plumbline-trial");
            thread.setDaemon(true);
            return thread;
        });
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            ends.add(pool.submit(work));
        }
        pool.shutdown();
        RuntimeException fault = null;
        for (Future<?> end : ends) {
            try {
                end.get();
            } catch (ExecutionException e) {
                fault = e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                break;
            }
        }
        if (fault != null) {
            throw fault;
        }
    }
}
