package dev.plumbline.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The results as the page {@code docs/ONNX.md}. */
final class ConformanceTable {
    private static final int NAMED = 4;

    private final Map<String, List<CaseResult>> bySuite;

    /** @param bySuite the results of each suite; that of single operators is called {@code node} */
    ConformanceTable(Map<String, List<CaseResult>> bySuite) {
        this.bySuite = bySuite;
    }

    static long passed(List<CaseResult> results) {
        return results.stream().filter(CaseResult::isPassed).count();
    }

    static long counted(List<CaseResult> results) {
        return results.stream().filter(CaseResult::isCounted).count();
    }

    String text(String version) {
        List<String> lines = new ArrayList<>();
        lines.add("""
                # What of ONNX Plumbline can read

                Written by `bench/onnx-conformance`, which runs the test cases that the `onnx` package (%s) brings along: it reads
                each model with the reader that `model: model.onnx` uses, computes it with libtorch, and compares every output, its
                shape, its element type and its values, within the case's own tolerances.

                A case is first run as it is written. Where that fails, it is run again with its single values and its lists of whole
                numbers (sizes, axes, pads, counts, ratios, conditions, scales) known beforehand, as they are in a model that a framework
                exported; how many passed only so is told below as *sizes known*. `_expanded` cases, in which an operator is written as a function of others,
                count with their operator. What is not counted falls under one of these rules:
                """.formatted(version));
        for (Exclusion exclusion : Exclusion.values()) {
            lines.add("- " + exclusion.reason() + ": " + excluded(exclusion));
        }
        lines.add("");
        lines.add("| suite | passed | of | sizes known | not counted |");
        lines.add("|---|---:|---:|---:|---:|");
        bySuite.forEach((suite, results) -> lines.add(row(suite, results)));
        lines.add("");
        lines.add("## By operator");
        lines.add("");
        lines.add("| operator | passed | of | not counted | what does not pass, and why nothing is counted |");
        lines.add("|---|---:|---:|---:|---|");
        Map<String, List<CaseResult>> byOperator =
                Objects.requireNonNullElse(bySuite.get("node"), List.<CaseResult>of()).stream()
                        .collect(Collectors.groupingBy(CaseResult::operator, TreeMap::new, Collectors.toList()));
        byOperator.forEach((operator, results) -> lines.add("| " + operator + " | " + passed(results) + " | "
                + counted(results) + " | " + (results.size() - counted(results)) + " | " + remark(results) + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String row(String suite, List<CaseResult> results) {
        return "| " + suite + " | " + passed(results) + " | " + counted(results) + " | "
                + results.stream().filter(CaseResult::bound).count() + " | " + (results.size() - counted(results))
                + " |";
    }

    private String excluded(Exclusion exclusion) {
        long count = bySuite.values().stream()
                .flatMap(List::stream)
                .filter(r -> r.excluded() == exclusion)
                .count();
        return count + (count == 1 ? " case" : " cases");
    }

    private static String remark(List<CaseResult> results) {
        List<CaseResult> failed =
                results.stream().filter(r -> r.isCounted() && !r.isPassed()).toList();
        if (failed.isEmpty()) {
            return counted(results) > 0
                    ? ""
                    : results.stream()
                            .map(r -> Objects.requireNonNull(r.excluded()).reason())
                            .distinct()
                            .collect(Collectors.joining("; "));
        }
        String names = failed.stream()
                .limit(NAMED)
                .map(r -> "`" + r.name().replaceFirst("test_", "") + "`")
                .collect(Collectors.joining(", "));
        return names + (failed.size() > NAMED ? " and " + (failed.size() - NAMED) + " more" : "");
    }
}
