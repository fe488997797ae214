package dev.plumbline.cli.tune;

import dev.plumbline.report.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an earlier diagnosis has found out, from the report beside the experiment: what need not be tried again.
 *
 * @param ruledOut rules whose cause was ruled out
 * @param useless edits that were tried, and changed nothing or made it worse, with what came of them
 */
record Known(Set<String> ruledOut, Map<String, String> useless) {
    Known {
        ruledOut = Set.copyOf(ruledOut);
        useless = Map.copyOf(useless);
    }

    static Known nothing() {
        return new Known(Set.of(), Map.of());
    }

    /** From a {@code report.json}; nothing where there is none, or none that can be read. */
    static Known from(Path report) {
        if (!Files.isRegularFile(report)) {
            return nothing();
        }
        try {
            Map<String, Object> json = JsonDocument.read(report);
            Set<String> ruledOut = new HashSet<>();
            for (Map<String, Object> finding : objects(json.get("findings"))) {
                if ("ruled-out".equals(finding.get("status"))) {
                    ruledOut.add(String.valueOf(finding.get("rule")));
                }
            }
            Map<String, String> useless = new HashMap<>();
            for (Map<String, Object> tried : objects(json.get("interventions"))) {
                String verdict = String.valueOf(tried.get("verdict"));
                if (verdict.equals("no-change") || verdict.equals("worse")) {
                    useless.put(String.valueOf(tried.get("name")), verdict);
                }
            }
            return new Known(ruledOut, useless);
        } catch (IOException e) {
            return nothing();
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> objects(@org.jspecify.annotations.Nullable Object list) {
        return list instanceof List<?> all ? (List<Map<String, Object>>) all : List.of();
    }

    boolean rulesOut(String rule) {
        return ruledOut.contains(rule);
    }

    /** What came of an edit that helped nothing. */
    Optional<String> useless(String edit) {
        return Optional.ofNullable(useless.get(edit));
    }
}
