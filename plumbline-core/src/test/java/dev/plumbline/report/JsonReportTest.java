package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.guide.Diagnosis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportTest {
    private static final List<String> FINDING =
            List.of("rule", "stage", "severity", "status", "subject", "seen", "why", "confirmedBy", "remedy");

    private static JsonNode read(Diagnosis diagnosis) throws IOException {
        ObjectMapper strict = new ObjectMapper();
        strict.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        return strict.readTree(JsonReport.json(diagnosis));
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.report.HtmlReportTest#all")
    void everyDiagnosisIsValidAndHasEveryField(Diagnosis diagnosis) throws IOException {
        JsonNode json = read(diagnosis);
        assertThat(keys(json))
                .contains(
                        "format",
                        "experiment",
                        "headline",
                        "goalMet",
                        "complete",
                        "path",
                        "findings",
                        "interventions",
                        "decomposition",
                        "nextSteps");
        json.get("findings").forEach(f -> assertThat(keys(f)).containsAll(FINDING));
        json.get("interventions")
                .forEach(i -> assertThat(keys(i)).contains("name", "removes", "before", "after", "verdict"));
        json.get("path").forEach(s -> assertThat(s.isTextual()).isTrue());
    }

    @Test
    void otherOutputsHaveTheirOwnScores() throws IOException {
        JsonNode slant = read(Samples.healthy()).at("/otherOutputs/slant");
        assertThat(slant.get("metric").textValue()).isEqualTo("accuracy");
        assertThat(slant.at("/asItIs/test/score").doubleValue()).isEqualTo(0.875);
        assertThat(read(Samples.broken()).get("otherOutputs")).isEmpty();
    }

    @Test
    void saysWhatTheDesignAsksFor() throws IOException {
        JsonNode json = read(Samples.broken());
        assertThat(json.get("goalMet").booleanValue()).isFalse();
        assertThat(json.get("path")).hasSize(5);
        JsonNode first = json.get("findings").get(0);
        assertThat(first.get("rule").textValue()).isEqualTo("softmax-before-cross-entropy");
        assertThat(first.get("status").textValue()).isEqualTo("confirmed");
        assertThat(json.get("fix").textValue()).isEqualTo("remove-layer=softmax_1");
        assertThat(json.at("/interventions/1/verdict").textValue()).isEqualTo("fixes");
        assertThat(json.at("/interventions/1/removes/0").textValue()).isEqualTo("softmax-before-cross-entropy");
        assertThat(json.at("/interventions/2/after/mean").textValue()).isEqualTo("NaN");
        assertThat(json.at("/interventions/3/after").isNull()).isTrue();
        assertThat(json.at("/scores/repaired/test").doubleValue()).isBetween(0.97, 0.975);
        assertThat(json.at("/decomposition/decided").textValue()).isEqualTo("variance");
        assertThat(json.at("/nextSteps/1/intervention").isNull()).isTrue();
    }

    @Test
    void whatIsNotKnownIsNull() throws IOException {
        JsonNode json = read(Samples.partial(null));
        for (String key : List.of(
                "goalMet", "goal", "fingerprint", "fix", "overfit", "comparison", "decomposition", "provenance")) {
            assertThat(json.get(key).isNull()).as(key).isTrue();
        }
        assertThat(json.get("findings")).isEmpty();
    }

    @Test
    void whatIsNotFiniteIsText() throws IOException {
        JsonNode json = read(HardSamples.notFinite());
        assertThat(json.at("/decomposition/terms/1/size/low").textValue()).isEqualTo("-Infinity");
        assertThat(json.at("/overfit/lossAtEnd").textValue()).isEqualTo("NaN");
    }

    @Test
    void isWrittenAsAFile(@TempDir Path folder) throws IOException {
        JsonReport.write(HardSamples.hostile(), folder.resolve("report.json"));
        assertThat(new ObjectMapper()
                        .readTree(Files.readString(folder.resolve("report.json")))
                        .get("experiment")
                        .textValue())
                .contains("<script>");
    }
}
