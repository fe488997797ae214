package dev.plumbline.zoo.score;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A case, what was said of it, and what is true.
 *
 * @param id of the case
 * @param kind of its fault
 * @param accepted rules that name the true cause; empty for a healthy case
 * @param repairable whether an edit can repair it
 * @param healthy scores of its healthy twin
 * @param verdict what was said
 */
public record Judged(
        String id, String kind, Set<String> accepted, boolean repairable, Scores healthy, Verdict verdict) {
    /** A rank that no finding has. */
    private static final int NOWHERE = 99;

    public Judged {
        accepted = java.util.Collections.unmodifiableSet(new java.util.LinkedHashSet<>(accepted));
    }

    public boolean isHealthy() {
        return accepted.isEmpty();
    }

    /** Where among the findings the first right one stands, from 1; large where there is none. */
    public int rank() {
        for (int i = 0; i < verdict.said().size(); i++) {
            if (accepted.contains(verdict.said().get(i).rule())) {
                return i + 1;
            }
        }
        return NOWHERE;
    }

    public boolean isFound() {
        return rank() < NOWHERE;
    }

    /** Whether a right finding was confirmed. */
    public boolean isConfirmed() {
        return verdict.said().stream()
                .anyMatch(
                        said -> accepted.contains(said.rule()) && said.status().equals("confirmed"));
    }

    /** Whether any finding is an error. */
    public boolean hasError() {
        return verdict.said().stream().anyMatch(said -> said.severity().equals("error"));
    }

    /** Whether the proposed fix brings it to its healthy twin's score. */
    public boolean isRepaired() {
        return !verdict.fixed().isEmpty() && new Scores(id, healthy.metric(), verdict.fixed()).isAsGoodAs(healthy);
    }

    /** The rule that was said first; null where nothing was. */
    public @Nullable String first() {
        return verdict.said().isEmpty() ? null : verdict.said().get(0).rule();
    }

    /** Whether anything about it is not as it should be. */
    public boolean isFailure() {
        return isHealthy() ? hasError() : rank() > 1 || !isConfirmed() || (repairable && !isRepaired());
    }

    /** One line for who builds rules: what is true, what was said, the fix and what came of it. */
    public String line() {
        String said = verdict.said().stream()
                .limit(4)
                .map(s -> s.rule() + "(" + s.severity().charAt(0) + "," + s.status() + ")")
                .collect(Collectors.joining(" "));
        String fix = verdict.fix() == null
                ? "no fix"
                : "fix `" + verdict.fix() + "` "
                        + verdict.fixed().stream()
                                .map(score -> String.format(Locale.ROOT, "%.3f", score))
                                .collect(Collectors.joining("/"))
                        + (isRepaired() ? " ok" : " NOT");
        return String.format(
                Locale.ROOT,
                "%s | true %s | rank %s | said %s%s | %s | healthy %.3f | %.0f s (cpu %.0f)",
                id,
                isHealthy() ? "healthy" : String.join(",", accepted),
                isFound() ? String.valueOf(rank()) : "-",
                said.isEmpty() ? "nothing" : said,
                verdict.failure() == null ? "" : " FAILED " + verdict.failure(),
                isHealthy() ? "" : fix,
                healthy.mean(),
                verdict.seconds(),
                verdict.cpuSeconds());
    }
}
