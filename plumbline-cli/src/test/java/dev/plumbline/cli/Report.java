package dev.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A report.json, as a program reads it.
 *
 * @param json the whole
 */
record Report(JsonNode json) {
    static Report in(Path folder) throws IOException {
        return new Report(
                new ObjectMapper().readTree(folder.resolve("report.json").toFile()));
    }

    Stream<JsonNode> each(String list) {
        return StreamSupport.stream(json.path(list).spliterator(), false);
    }

    /** The findings that can be shown to hurt, worst first. */
    Stream<JsonNode> errors() {
        return each("findings")
                .filter(f -> f.path("severity").asText().equals("error"))
                .filter(f -> !f.path("status").asText().equals("ruled-out"));
    }

    /** The score on the test split of the experiment as it is. */
    double testScore() {
        return json.path("scores").path("asItIs").path("test").asDouble(Double.NaN);
    }

    /** The first next step that can be applied with one command. */
    Optional<String> firstEdit() {
        return each("nextSteps")
                .map(s -> s.path("intervention").asText(""))
                .filter(s -> !s.isEmpty() && !s.equals("null"))
                .findFirst();
    }

    /** What a test of an intervention came to: its verdicts. */
    Stream<String> verdicts(String intervention) {
        return each("interventions")
                .filter(i -> i.path("name").asText().equals(intervention))
                .map(i -> i.path("verdict").asText());
    }
}
