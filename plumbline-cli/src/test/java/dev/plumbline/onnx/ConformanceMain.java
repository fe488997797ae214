package dev.plumbline.onnx;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs all cases of a folder that {@code bench/onnx_conformance/write_cases.py} wrote and writes the page.
 *
 * <p>Arguments: the folder, the page to write ({@code -} for none), optionally a part of the names of the cases to run.
 */
public final class ConformanceMain {
    private static final List<String> SUITES = List.of("node", "simple", "pytorch-converted", "pytorch-operator");

    private ConformanceMain() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Path.of(arguments[0]);
        String part = arguments.length > 2 ? arguments[2] : "";
        Map<String, List<CaseResult>> bySuite = new LinkedHashMap<>();
        for (String suite : SUITES) {
            List<CaseResult> results = new ArrayList<>();
            for (Path place : cases(folder.resolve(suite), part)) {
                CaseResult result = new CaseRun(place).result();
                results.add(result);
                if (result.fault() != null) {
                    out.println(suite + " " + result.name() + ": " + result.fault());
                }
            }
            bySuite.put(suite, results);
        }
        if (!arguments[1].equals("-")) {
            String version = Files.readString(folder.resolve("version")).strip();
            Files.writeString(Path.of(arguments[1]), new ConformanceTable(bySuite).text(version));
        }
        bySuite.forEach((suite, results) -> out.println(
                suite + ": passed " + ConformanceTable.passed(results) + " of " + ConformanceTable.counted(results)));
        List<CaseResult> all = bySuite.values().stream().flatMap(List::stream).toList();
        out.println("passed " + ConformanceTable.passed(all) + " of " + ConformanceTable.counted(all));
    }

    private static List<Path> cases(Path suite, String part) throws IOException {
        try (Stream<Path> places = Files.list(suite)) {
            return places.filter(place -> place.getFileName().toString().contains(part))
                    .sorted()
                    .toList();
        }
    }
}
