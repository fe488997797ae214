package dev.plumbline.zoo;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.live.LiveChecks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Trains each case once with the live checks watching, and counts what they told of healthy ones and of faulty ones.
 */
final class LiveMeasurement {
    /** How many cases a rule was told of. */
    private static final class Tally {
        private int healthy;
        private int faulty;
    }

    private final Map<String, Tally> rules = new TreeMap<>();
    private int healthy;
    private int faulty;
    private int falseErrors;
    private int falseWarnings;
    private int seen;

    void run(List<ZooCase> cases) throws IOException {
        for (ZooCase one : cases) {
            List<Finding> told = told(one);
            count(one, told);
            System.err.println(one.id() + ": "
                    + String.join(
                            ", ",
                            told.stream().map(f -> f.rule().id()).distinct().toList()));
        }
        print("healthy, told an error", falseErrors, healthy);
        print("healthy, told a warning", falseWarnings, healthy);
        print("faulty, told anything", seen, faulty);
        rules.forEach((rule, tally) ->
                System.out.printf(Locale.ROOT, "  %-28s healthy %d, faulty %d%n", rule, tally.healthy, tally.faulty));
    }

    private static void print(String what, int count, int of) {
        System.out.printf(Locale.ROOT, "%-28s %d of %d (%.1f %%)%n", what, count, of, 100.0 * count / Math.max(1, of));
    }

    private void count(ZooCase one, List<Finding> told) {
        boolean isHealthy = one.fault() == null;
        healthy += isHealthy ? 1 : 0;
        faulty += isHealthy ? 0 : 1;
        boolean error = told.stream().anyMatch(f -> f.severity() == Severity.ERROR);
        boolean warning = told.stream().anyMatch(f -> f.severity() == Severity.WARNING);
        falseErrors += isHealthy && error ? 1 : 0;
        falseWarnings += isHealthy && warning ? 1 : 0;
        seen += !isHealthy && (error || warning) ? 1 : 0;
        told.stream()
                .filter(f -> f.severity() != Severity.INFO)
                .map(f -> f.rule().id())
                .distinct()
                .forEach(rule -> {
                    Tally tally = rules.computeIfAbsent(rule, name -> new Tally());
                    tally.healthy += isHealthy ? 1 : 0;
                    tally.faulty += isHealthy ? 0 : 1;
                });
    }

    private static List<Finding> told(ZooCase one) throws IOException {
        List<Finding> told = new ArrayList<>();
        try (CaseFolder folder = CaseFolder.of(one);
                Workshop workshop = new Workshop()) {
            workshop.watch(workshop.complete(ExperimentFile.read(folder.path())), new LiveChecks(told::add));
        } catch (UnusableInputException unfit) {
            System.err.println(one.id() + " cannot be trained: " + unfit.getMessage());
        }
        return told;
    }
}
