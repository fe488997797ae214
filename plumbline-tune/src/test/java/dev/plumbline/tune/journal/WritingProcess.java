package dev.plumbline.tune.journal;

import dev.plumbline.tune.Study;
import dev.plumbline.tune.Trial;
import dev.plumbline.tune.sampler.RandomSampler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process that works on a study, and says of each trial that it is finished as soon as it is. */
final class WritingProcess {
    private WritingProcess() {}

    /**
     * Works on a study.
     *
     * @param arguments the journal, and how many trials to run
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // the sampler that costs nearly nothing: the time is the journal's
        try (Study study = Study.minimize()
                .sampler(new RandomSampler())
                .storage(JournalStorage.at(Path.of(arguments[0])))
                .open()) {
            for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
                Trial trial = study.ask();
                trial.suggestFloat("x", 0, 1);
                trial.suggestCategorical("kind", "a", "b");
                trial.report(1, trial.number());
                study.tell(trial, value(trial.number()));
                out.println(trial.number());
            }
        }
    }

    /** What a trial of this number is told with. */
    static double value(int number) {
        return Math.sin(number);
    }

    static Child start(Path journal, int trials) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-XX:-UsePerfData",
                        "-Xshare:auto",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        journal.toString(),
                        Integer.toString(trials))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Child(
                process, new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)));
    }

    /** A process that was started, and the trials that it has told of so far. */
    record Child(Process process, BufferedReader lines, List<Integer> told) {
        Child(Process process, BufferedReader lines) {
            this(process, lines, new ArrayList<>());
        }

        /** Waits until it has finished a trial. */
        void awaitWork() throws IOException {
            told.add(Integer.valueOf(lines.readLine().strip()));
        }

        /** Kills it with no time to do anything; the process's own method would take what it has said along. */
        void kill() throws InterruptedException {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }

        /** All trials that it told of, once it has ended. */
        List<Integer> finished() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                if (c == '\n') {
                    // a line without its end may be half a number
                    told.add(Integer.valueOf(line.toString().strip()));
                    line.setLength(0);
                } else {
                    line.append((char) c);
                }
            }
            return told;
        }
    }
}
