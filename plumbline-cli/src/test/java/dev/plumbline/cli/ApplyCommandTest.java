package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.experiment.ExperimentFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edit becomes a new experiment that is written whole or not at all. */
class ApplyCommandTest {
    private static final String BROKEN =
            Path.of("..", "examples", "broken", "wine-zero-weights").toString();

    @TempDir
    private Path folder;

    private Stream<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> String.valueOf(f.getFileName())).toList().stream();
        }
    }

    @Test
    void anEditMakesABetterExperiment() throws IOException {
        Path fixed = folder.resolve("fixed.yaml");
        Answer applied = Answer.to("apply", BROKEN, "initialize=he", "-o", fixed.toString());
        assertThat(applied.err()).isEmpty();
        assertThat(applied.status()).isZero();
        assertThat(applied.out()).contains("fixed.yaml");

        Answer before = run(BROKEN, "before");
        Answer after = run(fixed.toString(), "after");

        assertThat(before.status()).isOne();
        assertThat(after.err()).isEmpty();
        assertThat(after.status()).as(after.out()).isZero();
        assertThat(Report.in(folder.resolve("after")).testScore())
                .isGreaterThan(Report.in(folder.resolve("before")).testScore() + 0.3);
    }

    private Answer run(String path, String name) {
        return Answer.to("compare", path, "--out", folder.resolve(name).toString());
    }

    @Test
    void whatIsWrittenReadsBackAsItWas() throws IOException {
        Path first = folder.resolve("first.yaml");
        Path second = folder.resolve("second.yaml");
        assertThat(Answer.to("apply", BROKEN, "learning-rate=0.01", "-o", first.toString())
                        .status())
                .isZero();
        assertThat(Answer.to("apply", first.toString(), "learning-rate=0.01", "-o", second.toString())
                        .out())
                .contains("changes nothing");

        assertThat(ExperimentFile.read(second)).isEqualTo(ExperimentFile.read(first));
        assertThat(Files.readString(second)).isEqualTo(Files.readString(first));
    }

    @Test
    void editsAreMadeInTheirOrder() throws IOException {
        Path file = folder.resolve("new.yaml");

        assertThat(Answer.to("apply", BROKEN, "initialize=he", "dropout=0.5", "batch-size=16", "-o", file.toString())
                        .status())
                .isZero();

        assertThat(file).content().contains("initialize: he", "dropout:", "batch-size: 16");
        assertThat(files()).containsExactly("new.yaml");
    }

    @Test
    void whatCannotBeBuiltIsNotWritten() throws IOException {
        Path file = folder.resolve("new.yaml");

        Answer answer = Answer.to("apply", BROKEN, "initialize=he", "units=-3", "-o", file.toString());

        assertThat(answer.status()).isEqualTo(2);
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileIsOverwrittenOnlyByForce() throws IOException {
        Path file = Files.writeString(folder.resolve("new.yaml"), "mine");

        assertThat(Answer.to("apply", BROKEN, "initialize=he", "-o", file.toString())
                        .status())
                .isEqualTo(2);
        assertThat(file).hasContent("mine");

        assertThat(Answer.to("apply", BROKEN, "initialize=he", "-o", file.toString(), "--force")
                        .status())
                .isZero();
        assertThat(file).content().contains("layers");
        assertThat(files()).containsExactly("new.yaml");
    }

    @Test
    void theExperimentItselfIsLeftAsItIs() throws IOException {
        String before = Files.readString(Path.of(BROKEN, "experiment.yaml"));

        Answer.to(
                "apply",
                BROKEN,
                "initialize=he",
                "-o",
                folder.resolve("new.yaml").toString());

        assertThat(Path.of(BROKEN, "experiment.yaml")).hasContent(before);
    }

    @Test
    void withoutAnEditAllKindsAreListed() {
        Answer answer = Answer.to("apply", BROKEN);

        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("learning-rate=", "initialize=", "dropout=");
    }
}
