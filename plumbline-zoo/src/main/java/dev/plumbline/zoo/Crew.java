package dev.plumbline.zoo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Worker processes side by side. One that dies or takes too long is replaced, and its job counts as unanswered: a fault
 * in native code costs one case.
 */
final class Crew {
    private final List<String> arguments;
    private final Duration most;

    /**
     * @param arguments of a worker's command line
     * @param most time for one job
     */
    Crew(List<String> arguments, Duration most) {
        this.arguments = arguments;
        this.most = most;
    }

    /** Does all jobs; the answer is null where a worker died or took too long. Called from one thread at a time. */
    void work(List<Job> jobs, int workers, BiConsumer<Job, @Nullable String> answered) throws InterruptedException {
        Queue<Job> queue = new ConcurrentLinkedQueue<>(jobs);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            Thread thread = new Thread(() -> serve(queue, answered));
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void serve(Queue<Job> queue, BiConsumer<Job, @Nullable String> answered) {
        Hand hand = null;
        for (Job job = queue.poll(); job != null; job = queue.poll()) {
            if (hand == null) {
                hand = Hand.start(arguments);
            }
            String answer = hand.ask(job, most);
            synchronized (this) {
                answered.accept(job, answer);
            }
            if (answer == null) {
                hand.end();
                hand = null;
            }
        }
        if (hand != null) {
            hand.end();
        }
    }

    /** One worker process and the pipes to it. */
    private record Hand(Process process, PrintWriter in, BufferedReader out) {
        static Hand start(List<String> arguments) {
            List<String> command = new ArrayList<>();
            command.add(ProcessHandle.current().info().command().orElse("java"));
            command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
            command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
            command.addAll(arguments);
            try {
                Process process = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return new Hand(
                        process,
                        new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8),
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Nullable
        String ask(Job job, Duration most) {
            Thread guard = new Thread(() -> {
                try {
                    Thread.sleep(most.toMillis());
                    process.destroyForcibly();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // the answer came
                }
            });
            guard.setDaemon(true);
            guard.start();
            try {
                in.println(job.line());
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.startsWith(Worker.MARK)) {
                        return line.substring(Worker.MARK.length());
                    }
                }
                return null;
            } catch (IOException e) {
                return null;
            } finally {
                guard.interrupt();
            }
        }

        void end() {
            process.destroyForcibly();
        }
    }
}
