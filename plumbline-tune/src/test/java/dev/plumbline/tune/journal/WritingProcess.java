package dev.plumbline.tune.journal;

import dev.plumbline.tune.Study;
import dev.plumbline.tune.Trial;
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

    /** @param arguments the journal, and how many trials to run */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Study study = Study.minimize()
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

    static Process start(Path journal, int trials) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingProcess.class.getName(),
                        journal.toString(),
                        Integer.toString(trials))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Kills it with no time to do anything; what it has said can still be read, which the process's own method prevents. */
    static void kill(Process process) throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** The trials that a process which has ended told of. */
    static List<Integer> finished(Process process) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                if (c == '\n') {
                    // a line without its end may be half a number
                    numbers.add(Integer.valueOf(line.toString().strip()));
                    line.setLength(0);
                } else {
                    line.append((char) c);
                }
            }
        }
        return numbers;
    }
}
