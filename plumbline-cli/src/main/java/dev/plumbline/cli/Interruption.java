package dev.plumbline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C: asks the walk to end at its next step, and keeps the process alive until the partial report is written, but
 * not for ever.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean asked;

    Interruption(Runnable announce) {
        hook = new Thread(
                () -> {
                    if (finished.getCount() > 0) {
                        asked = true;
                        announce.run();
                        await();
                    }
                },
                "plumbline-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("plumbline: the running step did not end in time; no report was written.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the person wants it to end. */
    boolean asked() {
        return asked;
    }

    /** Everything is written. */
    @Override
    public void close() {
        finished.countDown();
        if (!asked) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
