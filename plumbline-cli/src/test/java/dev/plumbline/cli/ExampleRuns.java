package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What has to be true of a walk over an example.
 *
 * @param folder for reports and new experiments
 */
record ExampleRuns(Path folder) {
    /** Two points of a share, or five percent of an error with a unit. */
    private static final double POINTS = 0.02;

    private static final double PART = 0.05;

    /** The examples that the repository ships. */
    static Path examples() {
        return Path.of("..", "examples").toAbsolutePath().normalize();
    }

    /** A healthy experiment ends with status 0, and without a finding that can be shown to hurt. */
    void isHealthy(Path experiment) throws IOException {
        Answer answer = Answer.to("run", experiment.toString(), "--out", folder.toString());
        Report report = Report.in(folder);

        assertThat(report.errors()).as("findings that hurt").isEmpty();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isZero();
        assertThat(report.json().path("complete").asBoolean()).isTrue();
        assertThat(report.each("path").map(JsonNode::asText))
                .containsExactly("start", "check", "overfit", "compare", "evaluate", "improve");
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
        gatesLike(answer.status(), folder);
    }

    /** A job that reads SARIF or JUnit XML fails where one that reads the status does. */
    private static void gatesLike(int status, Path reports) throws IOException {
        JsonNode results = new ObjectMapper()
                .readTree(reports.resolve("report.sarif").toFile())
                .at("/runs/0/results");
        assertThat(results.findValuesAsText("level").contains("error")).isEqualTo(status == 1);
        assertThat(results.findValuesAsText("uri"))
                .as("where findings are shown")
                .allMatch(uri -> uri.endsWith("experiment.yaml"));
        String suites = Files.readString(reports.resolve("junit.xml"));
        assertThat(suites.contains("<failure ")).isEqualTo(status == 1);
        assertThat(suites).contains("<testsuite name=\"start\"", "<testsuite name=\"overfit\"");
    }

    /**
     * A broken twin's planted cause is the first finding that hurts, is confirmed by a test that fixes it, and with the
     * first next step's edit the score is the healthy twin's.
     */
    void isHealed(Path broken, String cause, Path healthy) throws IOException {
        Answer answer = Answer.to(
                "run", broken.toString(), "--out", folder.resolve("broken").toString());
        Report report = Report.in(folder.resolve("broken"));

        List<JsonNode> errors = report.errors().toList();
        assertThat(errors).as(answer.out()).isNotEmpty();
        JsonNode first = errors.get(0);
        assertThat(first.path("rule").asText()).as("the first cause").isEqualTo(cause);
        assertThat(first.path("status").asText()).isEqualTo("confirmed");
        assertThat(answer.status()).isOne();
        gatesLike(answer.status(), folder.resolve("broken"));

        String edit = report.firstEdit().orElseThrow();
        assertThat(report.verdicts(edit)).as("tests of " + edit).contains("fixes");
        assertThat(report.each("interventions")
                        .filter(i -> i.path("name").asText().equals(edit))
                        .flatMap(i -> List.of(i.path("removes").toString()).stream()))
                .as("what " + edit + " removes")
                .anyMatch(removes -> removes.contains("\"" + cause + "\""));

        Path fixed = folder.resolve("fixed.yaml");
        assertThat(Answer.to("apply", broken.toString(), edit, "-o", fixed.toString())
                        .status())
                .isZero();
        scoresLike(report.json().path("goal").path("metric").asText(), score(fixed), score(healthy));
    }

    private double score(Path experiment) throws IOException {
        Path out = folder.resolve("scored");
        Answer answer = Answer.to("compare", experiment.toString(), "--no-search", "--out", out.toString());
        assertThat(answer.err()).isEmpty();
        return Report.in(out).testScore();
    }

    private static void scoresLike(String metric, double fixed, double healthy) {
        if (metric.equals("rmse")) {
            assertThat(fixed).as("rmse with the fix").isLessThanOrEqualTo(healthy * (1 + PART));
        } else {
            assertThat(fixed).as(metric + " with the fix").isGreaterThanOrEqualTo(healthy - POINTS);
        }
    }
}
