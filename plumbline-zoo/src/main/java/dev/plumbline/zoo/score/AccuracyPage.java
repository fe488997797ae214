package dev.plumbline.zoo.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code docs/ACCURACY.md}: the figures, the figures by kind, and which rule was said first of which kind. */
public record AccuracyPage(Summary summary) {
    /** The page. */
    public String text() {
        List<String> lines = new ArrayList<>();
        lines.add("# How many faults are found");
        lines.add("");
        lines.add(
                "Written by `bench/accuracy`, which plants faults in healthy experiments, checks that they hurt (three seeds of full");
        lines.add(
                "training, on a test set that the fault leaves alone), and lets Plumbline walk from start to compare. A case counts as found");
        lines.add(
                "where a finding that stands (a warning or an error, not ruled out) names the true cause; its rank is its place in the report.");
        lines.add("Data that only a person can repair (labels that are wrong, leaks) do not count for the fix.");
        lines.add("");
        lines.add("| figure | measured | asked for |");
        lines.add("|---|---|---|");
        summary.figures().forEach(f -> lines.add("| " + f.name() + " | " + f.text() + " | " + f.asked() + " |"));
        lines.add(String.format(
                Locale.ROOT,
                "| seconds a case: median, 95th percentile | %.1f, %.1f | < 20, < 90 |",
                summary.seconds(0.5),
                summary.seconds(0.95)));
        lines.add("");
        lines.addAll(byKind());
        lines.add("");
        lines.addAll(confusion());
        lines.add("");
        lines.addAll(falseAlarms());
        return String.join("\n", lines) + "\n";
    }

    private Map<String, List<Judged>> kinds() {
        return summary.faulty().stream()
                .collect(Collectors.groupingBy(Judged::kind, TreeMap::new, Collectors.toList()));
    }

    private List<String> byKind() {
        List<String> lines = new ArrayList<>();
        lines.add("## By kind");
        lines.add("");
        lines.add("| kind | cases | found | first | first three | confirmed | repaired | median s |");
        lines.add("|---|---|---|---|---|---|---|---|");
        kinds().forEach((kind, cases) -> {
            List<String> cells = new ArrayList<>();
            cells.add(kind);
            cells.add(String.valueOf(cases.size()));
            for (Summary.Figure figure : new Summary(cases).figures().subList(0, 5)) {
                cells.add(figure.of() == 0 ? "" : String.valueOf(figure.count()));
            }
            cells.add(String.format(Locale.ROOT, "%.0f", new Summary(cases).seconds(0.5)));
            lines.add("| " + String.join(" | ", cells) + " |");
        });
        return lines;
    }

    private List<String> confusion() {
        List<String> lines = new ArrayList<>();
        lines.add("## What was said first");
        lines.add("");
        lines.add(
                "The confusion matrix, without its zeros: for each kind the rules that stood first, and of how many cases. Right ones are bold.");
        lines.add("");
        lines.add("| kind | said first |");
        lines.add("|---|---|");
        kinds().forEach((kind, cases) -> {
            Map<String, Integer> said = new LinkedHashMap<>();
            for (Judged one : cases) {
                String first = one.first();
                String name = first == null ? "nothing" : one.rank() == 1 ? "**" + first + "**" : first;
                said.merge(name, 1, Integer::sum);
            }
            lines.add("| " + kind + " | "
                    + said.entrySet().stream()
                            .sorted(Map.Entry.<String, Integer>comparingByValue()
                                    .reversed())
                            .map(e -> e.getKey() + " " + e.getValue())
                            .collect(Collectors.joining(", "))
                    + " |");
        });
        return lines;
    }

    private List<String> falseAlarms() {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> errors = new TreeMap<>();
        Map<String, Integer> warnings = new TreeMap<>();
        for (Judged one : summary.healthy()) {
            one.verdict()
                    .said()
                    .forEach(said ->
                            (said.severity().equals("error") ? errors : warnings).merge(said.rule(), 1, Integer::sum));
        }
        lines.add("## Said of healthy experiments");
        lines.add("");
        lines.add("Of " + summary.healthy().size()
                + " healthy experiments. A warning is a reason to look, not a verdict.");
        lines.add("");
        lines.add("| rule | errors | warnings |");
        lines.add("|---|---|---|");
        TreeMap<String, Integer> all = new TreeMap<>(errors);
        all.putAll(warnings);
        all.keySet()
                .forEach(rule -> lines.add("| " + rule + " | " + errors.getOrDefault(rule, 0) + " | "
                        + warnings.getOrDefault(rule, 0) + " |"));
        return lines;
    }
}
