package dev.plumbline.tune.bench;

import dev.plumbline.tune.Study;
import dev.plumbline.tune.Trial;
import dev.plumbline.tune.history.Direction;
import dev.plumbline.tune.history.TrialState;
import dev.plumbline.tune.journal.JournalStorage;
import dev.plumbline.tune.sampler.RandomSampler;
import dev.plumbline.tune.space.CategoricalDomain;
import dev.plumbline.tune.space.FloatDomain;
import dev.plumbline.tune.space.IntDomain;
import dev.plumbline.tune.space.Parameter;
import dev.plumbline.tune.storage.StudyEvent;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** Writes a large study into a journal, opens it, and adds to it: {@code bench/tuning-journal}. */
public final class JournalMain {
    private static final int ADDED = 2000;

    private JournalMain() {}

    /**
     * Measures.
     *
     * @param arguments the journal to write, and how many trials
     */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        int trials = Integer.parseInt(arguments[1]);
        Files.deleteIfExists(file);
        long began = System.nanoTime();
        write(file, trials);
        say("write a trial of 7 parameters", 1e-6 * (System.nanoTime() - began) / trials, "ms");
        say("size", Files.size(file) / 1e6, "MB");

        began = System.nanoTime();
        long cpu = cpu();
        try (Study study = Study.minimize()
                .sampler(new RandomSampler())
                .allowRepeats()
                .storage(JournalStorage.at(file))
                .open()) {
            say("open " + study.trialCount() + " trials", 1e-9 * (System.nanoTime() - began), "s");
            say("  of that in processors", 1e-9 * (cpu() - cpu), "s");
            System.gc();
            say(
                    "  heap in use",
                    (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6,
                    "MB");
            began = System.nanoTime();
            study.tell(study.ask(), 1);
            say("first ask, which reads them all", 1e-9 * (System.nanoTime() - began), "s");
            began = System.nanoTime();
            for (int i = 0; i < ADDED; i++) {
                Trial trial = study.ask();
                study.tell(trial, trial.suggestFloat("p0", 0, 1));
            }
            say("ask and tell, random sampling", 1e-6 * (System.nanoTime() - began) / ADDED, "ms");
        }
    }

    private static void write(Path file, int trials) {
        SplittableRandom random = new SplittableRandom(1);
        try (JournalStorage storage = JournalStorage.at(file)) {
            storage.exchange(event -> {}, JournalMain::study);
            for (int i = 0; i < trials; i++) {
                int number = i;
                Map<String, Object> chosen = new LinkedHashMap<>();
                for (int p = 0; p < 5; p++) {
                    chosen.put("p" + p, random.nextDouble());
                }
                chosen.put("kind", "abc".substring(random.nextInt(3)).substring(0, 1));
                chosen.put("units", 1 + random.nextLong(512));
                storage.exchange(
                        event -> {},
                        () -> List.of(
                                new StudyEvent.TrialStarted(number, Instant.now()),
                                new StudyEvent.ParametersChosen(number, chosen)));
                storage.exchange(
                        event -> {},
                        () -> List.of(new StudyEvent.TrialFinished(
                                number, TrialState.COMPLETE, List.of(random.nextDouble()), List.of(), Instant.now())));
            }
        }
    }

    private static List<StudyEvent> study() {
        List<StudyEvent> events = new ArrayList<>();
        events.add(new StudyEvent.StudyCreated("large", List.of(Direction.MINIMIZE)));
        for (int p = 0; p < 5; p++) {
            events.add(new StudyEvent.ParameterDeclared(new Parameter("p" + p, FloatDomain.of(0, 1), null)));
        }
        events.add(new StudyEvent.ParameterDeclared(new Parameter("kind", CategoricalDomain.of("a", "b", "c"), null)));
        events.add(new StudyEvent.ParameterDeclared(new Parameter("units", IntDomain.log(1, 512), null)));
        return events;
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private static void say(String what, double amount, String unit) {
        System.out.printf(Locale.ROOT, "%-32s %10.3f %s%n", what, amount, unit);
    }
}
