package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C ends a walk with a report of what is known so far, and leaves nothing half-written. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class InterruptionTest {
    private static final int PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "while it is at: {0}")
    @ValueSource(strings = {"Overfit one batch", "Compare"})
    void aWalkThatIsInterruptedLeavesAPartialReport(String stage) throws Exception {
        Path out = folder.resolve("out");
        Path said = folder.resolve("said.txt");
        Path complained = folder.resolve("complained.txt");
        Process process = new ProcessBuilder(command(out))
                .redirectOutput(said.toFile())
                .redirectError(complained.toFile())
                .start();
        try {
            awaitWords(process, said, stage);
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();

            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("ended after it was interrupted")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }

        assertThat(Files.readString(complained)).contains("the report of what is known so far");
        assertThat(process.exitValue()).isEqualTo(130);
        Report report = Report.in(out);
        assertThat(report.json().path("complete").asBoolean(true)).isFalse();
        assertThat(report.json().path("experiment").asText()).isEqualTo("digits");
        assertThat(report.each("path")).isNotEmpty();
        assertThat(out.resolve("report.html"))
                .content()
                .contains("</html>", report.json().path("headline").asText().replaceAll("\\..*", ""));
        try (Stream<Path> files = Files.walk(out)) {
            assertThat(files.filter(Files::isRegularFile).map(file -> String.valueOf(file.getFileName())))
                    .contains("report.html", "report.json", "report.sarif", "junit.xml")
                    .allMatch(name -> name.matches("report\\.(html|json|sarif)|junit\\.xml|[0-9a-f]{24}\\.run"));
        }
    }

    private static void awaitWords(Process process, Path said, String words) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.readString(said).contains(words)) {
            assertThat(process.isAlive()).as("still running").isTrue();
            assertThat(System.nanoTime()).as("time").isLessThan(end);
            Thread.sleep(50);
        }
    }

    /** The command in a process of its own, with this one's classes and switches. */
    private static List<String> command(Path out) {
        List<String> command = new ArrayList<>();
        if (OS.current() == OS.LINUX) {
            // a build that runs in the background hands on that SIGINT is to be ignored
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.add(Path.of(Objects.requireNonNull(System.getProperty("java.home")), "bin", "java")
                .toString());
        for (String key : List.of("ai.djl.offline", "ai.djl.pytorch.graph_optimizer")) {
            command.add("-D" + key + "=" + System.getProperty(key));
        }
        command.addAll(List.of("-cp", Objects.requireNonNull(System.getProperty("java.class.path"))));
        command.addAll(List.of(Main.class.getName(), "run", ".." + File.separator + "examples/digits"));
        command.addAll(List.of("--out", out.toString()));
        return command;
    }
}
