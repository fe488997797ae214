package dev.plumbline.zoo;

import dev.plumbline.experiment.Budget;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The command line: {@code --name value}, and switches without a value. */
record Options(Map<String, String> given) {
    private static final Set<String> SWITCHES = Set.of("worker", "verify", "list", "resume", "quick", "live", "more");
    private static final Set<String> VALUES = Set.of(
            "half",
            "kinds",
            "bases",
            "limit",
            "jobs",
            "budget",
            "out",
            "write",
            "tag",
            "examples",
            "cache",
            "scores",
            "details");

    static Options parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i].replaceFirst("^--", "");
            if (SWITCHES.contains(name)) {
                given.put(name, "");
            } else if (VALUES.contains(name) && i + 1 < arguments.length) {
                given.put(name, arguments[++i]);
            } else {
                throw new IllegalArgumentException("expected one of --" + String.join(", --", SWITCHES) + ", --"
                        + String.join(", --", VALUES) + " (with a value), found " + arguments[i]);
            }
        }
        return new Options(Map.copyOf(given));
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    int integer(String name, int otherwise) {
        return Integer.parseInt(text(name, String.valueOf(otherwise)));
    }

    /** Words with commas between; empty: all. */
    List<String> words(String name) {
        String text = text(name, "");
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    Path path(String name, String otherwise) {
        return Path.of(text(name, otherwise));
    }

    Duration budget() {
        return Budget.parse(text("budget", "45s"), "--budget").time();
    }

    /** The command line of a worker process. */
    List<String> ofWorker() {
        return new ArrayList<>(List.of(
                ZooMain.class.getName(),
                "--worker",
                "--budget",
                text("budget", "45s"),
                "--tag",
                text("tag", ""),
                "--examples",
                text("examples", "examples")));
    }
}
