package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.experiment.SettingLines;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.guide.Diagnosis;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parts of the SARIF 2.1.0 schema that concern what is written; it allows no other keys than its own. */
class SarifReportTest {
    private static final String YAML = """
            name: digits
            data:
              train: train.csv
            model:
              layers:
                - dense: {units: 10}
                - softmax
            training:
              optimizer: {name: adam, learning-rate: 3e-4}
            """;

    private static final SubjectFile FILE =
            new SubjectFile("cases/experiment.yaml", "the folder", SettingLines.of(YAML));

    private static JsonNode run(Diagnosis diagnosis) throws IOException {
        JsonNode log = new ObjectMapper().readTree(SarifReport.sarif(diagnosis, FILE));
        assertThat(log.get("version").textValue()).isEqualTo("2.1.0");
        assertThat(log.get("$schema").textValue()).endsWith("sarif-schema-2.1.0.json");
        assertThat(log.get("runs")).hasSize(1);
        return log.get("runs").get(0);
    }

    private static void hasOnly(JsonNode object, String... allowed) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        assertThat(allowed).containsAll(keys);
    }

    private static JsonNode result(Diagnosis diagnosis, String rule) throws IOException {
        for (JsonNode result : run(diagnosis).get("results")) {
            if (result.get("ruleId").textValue().equals(rule)) {
                return result;
            }
        }
        throw new AssertionError("no result of " + rule);
    }

    private static Diagnosis with(Finding finding) {
        return Samples.stopped("one finding", Samples.known("digits").findings(List.of(finding)));
    }

    private static Finding aboutRate(String seen) {
        return Finding.suspected(
                Samples.broken().knowledge().findings().get(0).rule(),
                "training.optimizer.learning-rate",
                seen,
                "Too small.",
                "Raise it.");
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.report.HtmlReportTest#all")
    void everyDiagnosisIsValid(Diagnosis diagnosis) throws IOException {
        JsonNode run = run(diagnosis);
        hasOnly(
                run,
                "tool",
                "automationDetails",
                "invocations",
                "originalUriBaseIds",
                "columnKind",
                "results",
                "properties");
        JsonNode driver = run.at("/tool/driver");
        hasOnly(driver, "name", "version", "rules");
        assertThat(driver.get("name").textValue()).isEqualTo("Plumbline");
        assertThat(driver.get("version").textValue()).isNotBlank();
        Set<String> ids = new HashSet<>();
        for (JsonNode rule : driver.get("rules")) {
            hasOnly(rule, "id", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties");
            assertThat(ids.add(rule.get("id").textValue())).isTrue();
            assertThat(rule.at("/shortDescription/text").textValue()).isNotBlank();
            assertThat(rule.at("/fullDescription/text").textValue())
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(1000);
            assertThat(rule.at("/defaultConfiguration/level").textValue()).isEqualTo("warning");
        }
        for (JsonNode result : run.get("results")) {
            isValid(result, driver.get("rules"));
        }
    }

    private static void isValid(JsonNode result, JsonNode rules) {
        hasOnly(result, "ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints", "properties");
        assertThat(rules.get(result.get("ruleIndex").intValue()).get("id")).isEqualTo(result.get("ruleId"));
        assertThat(result.get("level").textValue()).isIn("error", "warning", "note");
        assertThat(result.at("/message/text").textValue()).isNotBlank();
        JsonNode place = result.at("/locations/0/physicalLocation");
        URI uri = URI.create(place.at("/artifactLocation/uri").textValue());
        assertThat(uri.isAbsolute()).isFalse();
        assertThat(place.at("/region/startLine").intValue()).isPositive();
        assertThat(result.get("partialFingerprints")).isNotEmpty().allMatch(JsonNode::isTextual);
    }

    @Test
    void whatHurtsIsAnErrorAndWhatWasRuledOutIsLeftOut() throws IOException {
        JsonNode confirmed = result(Samples.broken(), "softmax-before-cross-entropy");
        assertThat(confirmed.get("level").textValue()).isEqualTo("error");
        assertThat(confirmed.at("/properties/status").textValue()).isEqualTo("confirmed");
        assertThat(confirmed.at("/properties/confirmedBy").textValue()).startsWith("Without softmax_1");
        assertThat(result(Samples.broken(), "inputs-not-normalized")
                        .get("level")
                        .textValue())
                .isEqualTo("warning");
        assertThat(run(Samples.broken()).get("results").findValuesAsText("ruleId"))
                .doesNotContain("learning-rate-too-low");
        assertThat(result(with(aboutRate("3e-9").withSeverity(Severity.INFO)), "learning-rate-too-low")
                        .get("level")
                        .textValue())
                .isEqualTo("note");
    }

    @Test
    void aFindingStandsAtTheLineOfItsSubject() throws IOException {
        String line = "/locations/0/physicalLocation/region/startLine";
        assertThat(result(Samples.broken(), "softmax-before-cross-entropy")
                        .at(line)
                        .intValue())
                .isEqualTo(7);
        assertThat(result(with(aboutRate("3e-9")), "learning-rate-too-low")
                        .at(line)
                        .intValue())
                .isEqualTo(9);
        assertThat(result(Samples.broken(), "inputs-not-normalized").at(line).intValue())
                .isEqualTo(1);
    }

    @Test
    void theSameFindingHasTheSameFingerprintWhateverWasSeen() throws IOException {
        JsonNode monday = result(with(aboutRate("3e-9")), "learning-rate-too-low");
        JsonNode tuesday = result(with(aboutRate("2e-9")), "learning-rate-too-low");
        assertThat(monday.get("partialFingerprints")).isEqualTo(tuesday.get("partialFingerprints"));
        assertThat(monday.get("partialFingerprints"))
                .isNotEqualTo(
                        result(Samples.broken(), "softmax-before-cross-entropy").get("partialFingerprints"));
    }

    @Test
    void aRuleBringsItsPage() throws IOException {
        for (JsonNode rule : run(Samples.broken()).at("/tool/driver/rules")) {
            if (rule.get("id").textValue().equals("loss-sign")) {
                assertThat(rule.at("/help/markdown").textValue()).startsWith("# loss-sign");
                assertThat(rule.at("/fullDescription/text").textValue()).startsWith("The loss is multiplied by");
                return;
            }
        }
        throw new AssertionError("loss-sign is not among the rules");
    }

    @Test
    void theAddressIsRelativeToWhereTheCommandRuns(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectories(folder.resolve("my cases/a:b")).resolve("experiment.yaml");
        Files.writeString(file, YAML);
        SubjectFile inside = SubjectFile.of(file, folder);
        assertThat(inside.uri()).isEqualTo("my%20cases/a%3Ab/experiment.yaml");
        assertThat(inside.lines().setting("model")).hasValue(4);
        assertThat(SubjectFile.of(file, folder.resolve("elsewhere")).uri()).isEqualTo("experiment.yaml");
    }

    @Test
    void isWrittenAsAFile(@TempDir Path folder) throws IOException {
        SarifReport.write(HardSamples.hostile(), FILE, folder.resolve("report.sarif"));
        assertThat(new ObjectMapper().readTree(Files.readString(folder.resolve("report.sarif"))))
                .isNotEmpty();
        assertThat(folder.toFile().list()).containsExactly("report.sarif");
    }
}
