package dev.plumbline.report;

import dev.plumbline.WholeFile;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingOrder;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Stage;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.Knowledge;
import dev.plumbline.guide.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The diagnosis as JUnit XML, which build servers show and gate on, as {@code docs/REPORT.md} describes it: a suite for
 * each stage, a case for each rule. A case fails where the command's status is 1 because of it: for findings of
 * severity error. What was not looked at is skipped.
 *
 * <pre>{@code
 * JunitReport.write(diagnosis, Path.of("junit.xml"));
 * }</pre>
 */
public final class JunitReport {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private final Diagnosis diagnosis;
    private final Knowledge known;
    private final RulesLookedAt rules;

    private JunitReport(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
        this.known = diagnosis.knowledge();
        this.rules = RulesLookedAt.in(known);
    }

    /** The report as text. */
    public static String xml(Diagnosis diagnosis) {
        return new JunitReport(diagnosis).suites();
    }

    /** Writes the report to a file, whole or not at all. */
    public static void write(Diagnosis diagnosis, Path file) throws IOException {
        WholeFile.write(file, xml(diagnosis));
    }

    private String suites() {
        Xml xml = new Xml();
        xml.open(
                "testsuites",
                "name",
                "plumbline " + known.draft().name(),
                "tests",
                String.valueOf(rules.all().size()),
                "failures",
                String.valueOf(rules.all().stream().filter(this::fails).count()),
                "errors",
                "0",
                "time",
                seconds(diagnosis.time()));
        Instant began = diagnosis.started();
        for (Stage stage : Stage.values()) {
            List<Visit> visits =
                    known.path().stream().filter(v -> v.stage() == stage).toList();
            Duration time = visits.stream().map(Visit::time).reduce(Duration.ZERO, Duration::plus);
            if (!visits.isEmpty() || !rules.of(stage).isEmpty()) {
                suite(xml, stage, visits, began, time);
            }
            began = began.plus(time);
        }
        return xml.close().text();
    }

    private void suite(Xml xml, Stage stage, List<Visit> visits, Instant began, Duration time) {
        List<Rule> own = rules.of(stage);
        xml.open(
                "testsuite",
                "name",
                stage.label(),
                "tests",
                String.valueOf(own.size()),
                "failures",
                String.valueOf(own.stream().filter(this::fails).count()),
                "errors",
                "0",
                "skipped",
                String.valueOf(own.stream().filter(r -> !rules.saw(r)).count()),
                "timestamp",
                SECONDS.format(began.atOffset(ZoneOffset.UTC)),
                "time",
                seconds(time));
        xml.open("properties");
        property(xml, "experiment", known.draft().name());
        known.experiment().ifPresent(e -> property(xml, "fingerprint", e.fingerprint()));
        property(xml, "headline", diagnosis.headline());
        property(
                xml,
                "status",
                visits.isEmpty() ? "not visited" : last(visits).status().label());
        visits.forEach(v -> property(xml, "summary", v.summary()));
        xml.close();
        own.forEach(rule -> testCase(xml, rule));
        xml.close();
    }

    private void testCase(Xml xml, Rule rule) {
        String[] names = {"name", rule.id(), "classname", className(rule.stage()), "time", "0"};
        if (!rules.saw(rule)) {
            xml.open("testcase", names);
            xml.leaf("skipped", "message", "not looked at in this walk").close();
            return;
        }
        List<Finding> hurting =
                found(rule).stream().filter(f -> f.severity() == Severity.ERROR).toList();
        List<Finding> others =
                found(rule).stream().filter(f -> f.severity() != Severity.ERROR).toList();
        if (hurting.isEmpty() && others.isEmpty()) {
            xml.leaf("testcase", names);
            return;
        }
        xml.open("testcase", names);
        if (!hurting.isEmpty()) {
            Finding first = hurting.get(0);
            String more = hurting.size() == 1 ? "" : ", and " + (hurting.size() - 1) + " more";
            xml.element(
                    "failure",
                    text(hurting),
                    "type",
                    first.status().label(),
                    "message",
                    rule.title() + " (" + first.subject() + ")" + more);
        }
        if (!others.isEmpty()) {
            xml.element("system-out", text(others));
        }
        xml.close();
    }

    private List<Finding> found(Rule rule) {
        return FindingOrder.sorted(known.findings()).stream()
                .filter(f -> f.rule().id().equals(rule.id()))
                .toList();
    }

    private boolean fails(Rule rule) {
        return found(rule).stream().anyMatch(f -> f.severity() == Severity.ERROR);
    }

    private static String text(List<Finding> findings) {
        return findings.stream()
                .map(f -> f.severity() + ", " + f.status() + ": " + Sentences.of(f))
                .collect(Collectors.joining("\n\n"));
    }

    /** Servers split it at its dots into packages and classes: the experiment holds its stages. */
    private String className(Stage stage) {
        return known.draft().name().replaceAll("[^\\p{L}\\p{N}_-]+", "-") + "." + stage.label();
    }

    private static Visit last(List<Visit> visits) {
        return visits.get(visits.size() - 1);
    }

    private static void property(Xml xml, String name, String value) {
        xml.leaf("property", "name", name, "value", value);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
