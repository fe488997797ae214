package dev.plumbline.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.WholeFile;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.FindingOrder;
import dev.plumbline.finding.Rule;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.Knowledge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * The findings as SARIF 2.1.0 (OASIS Standard, errata 01), which code review and editors read, as
 * {@code docs/REPORT.md} describes it. What was ruled out is left out: consumers that do not know a result's kind would
 * show it as a fault.
 *
 * <pre>{@code
 * SarifReport.write(diagnosis, SubjectFile.of(experimentFile, Path.of("")), Path.of("report.sarif"));
 * }</pre>
 */
public final class SarifReport {
    private static final String VERSION = "2.1.0";
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /** What relative addresses are relative to, by the name that consumers expect. */
    private static final String BASE = "%SRCROOT%";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SarifReport() {}

    /** The report as a tree. */
    public static ObjectNode tree(Diagnosis diagnosis, SubjectFile file) {
        ObjectNode json = NODES.objectNode();
        json.put("$schema", SCHEMA);
        json.put("version", VERSION);
        json.putArray("runs").add(run(diagnosis, file));
        return json;
    }

    /** The report as text. */
    public static String sarif(Diagnosis diagnosis, SubjectFile file) {
        try {
            return JsonMapper.builder()
                            .build()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(tree(diagnosis, file))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain nodes can be written", e);
        }
    }

    /** Writes the report to a file, whole or not at all. */
    public static void write(Diagnosis diagnosis, SubjectFile file, Path to) throws IOException {
        WholeFile.write(to, sarif(diagnosis, file));
    }

    private static ObjectNode run(Diagnosis diagnosis, SubjectFile file) {
        Knowledge known = diagnosis.knowledge();
        List<Rule> rules = RulesLookedAt.in(known).all();
        ObjectNode json = NODES.objectNode();
        ObjectNode driver = json.putObject("tool").putObject("driver");
        driver.put("name", "Plumbline");
        driver.put("version", Origin.version(known));
        ArrayNode descriptors = driver.putArray("rules");
        rules.forEach(rule -> descriptors.add(SarifRule.descriptor(rule)));
        json.putObject("automationDetails")
                .put("id", "plumbline/" + known.draft().name() + "/");
        json.putArray("invocations")
                .addObject()
                .put("executionSuccessful", true)
                .put("exitCode", diagnosis.errors().isEmpty() ? 0 : 1)
                .put("startTimeUtc", diagnosis.started().toString())
                .put("endTimeUtc", diagnosis.started().plus(diagnosis.time()).toString());
        json.putObject("originalUriBaseIds")
                .putObject(BASE)
                .putObject("description")
                .put("text", "Addresses are relative to " + file.base() + ".");
        json.put("columnKind", "utf16CodeUnits");
        FindingLine lines = new FindingLine(file.lines(), known.network());
        ArrayNode results = json.putArray("results");
        FindingOrder.sorted(known.findings()).stream()
                .filter(f -> f.status() != Status.RULED_OUT)
                .forEach(f -> results.add(result(f, rules, file, lines.of(f.subject()))));
        ObjectNode properties = json.putObject("properties");
        properties.put("experiment", known.draft().name());
        properties.put(
                "fingerprint", known.experiment().map(e -> e.fingerprint()).orElse(null));
        properties.put("headline", diagnosis.headline());
        properties.put("goalMet", diagnosis.goalMet().orElse(null));
        properties.put("complete", diagnosis.complete());
        return json;
    }

    private static ObjectNode result(Finding finding, List<Rule> rules, SubjectFile file, int line) {
        ObjectNode json = NODES.objectNode();
        json.put("ruleId", finding.rule().id());
        json.put(
                "ruleIndex",
                rules.stream().map(Rule::id).toList().indexOf(finding.rule().id()));
        json.put("level", level(finding.severity()));
        json.putObject("message").put("text", Sentences.of(finding));
        ObjectNode location = json.putArray("locations").addObject();
        ObjectNode place = location.putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", file.uri()).put("uriBaseId", BASE);
        place.putObject("region").put("startLine", line);
        location.putArray("logicalLocations").addObject().put("fullyQualifiedName", finding.subject());
        json.putObject("partialFingerprints").put("ruleAndSubject/v1", fingerprint(finding));
        json.set("properties", properties(finding));
        return json;
    }

    private static ObjectNode properties(Finding finding) {
        ObjectNode json = NODES.objectNode();
        json.put("stage", finding.rule().stage().label());
        json.put("status", finding.status().label());
        json.put("confirmedBy", finding.confirmedBy());
        json.put("subject", finding.subject());
        json.put("seen", finding.seen());
        json.put("remedy", finding.remedy());
        return json;
    }

    /** The same finding on another day has the same, whatever values were seen and wherever its line has moved to. */
    private static String fingerprint(Finding finding) {
        String what = finding.rule().id() + "\n" + finding.subject();
        return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
