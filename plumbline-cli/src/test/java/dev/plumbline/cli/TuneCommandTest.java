package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.report.JsonDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {
    @TempDir
    private Path folder;

    /** Four epochs, a rate that is far too small: three trials are enough to be better. */
    private Path example() throws IOException {
        Path data = ExampleRuns.examples().resolve("wine");
        Path file = folder.resolve("experiment.yaml");
        Files.writeString(file, """
                name: slow wine
                data: {train: '%s', test: '%s', target: cultivar}
                model: {architecture: mlp, hidden: [16]}
                training: {optimizer: {name: adam, learning-rate: 1e-5}, epochs: 4, batch-size: 16}
                tune: {learning-rate: [1e-5, 1e-1]}
                """.formatted(data.resolve("train.csv"), data.resolve("test.csv")));
        return file;
    }

    @Test
    void aRateThatIsFarTooSmall_isTuned_fromTheCommandLineToTheWinningExperiment() throws IOException {
        Path file = example();
        Answer answer = tune(file, "--trials", "6", "--enqueue", "learning-rate=0.03");

        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("Accuracy on validation goes from", "learning-rate", "Wrote ");
        double rate = java.util.Objects.requireNonNull(ExperimentFile.read(folder.resolve("experiment-tuned.yaml"))
                        .training()
                        .optimizer())
                .learningRate();
        assertThat(rate).isGreaterThan(1e-4);
        assertThat(folder.resolve("tune.html")).isNotEmptyFile();
        Map<String, Object> json = JsonDocument.read(folder.resolve("tune.json"));
        assertThat((List<?>) json.get("trials")).hasSize(6);
        assertThat(json.get("complete")).isEqualTo(true);
    }

    @Test
    void aStudy_goesOnWhereItWas_unlessItIsToBeginAnew() throws IOException {
        Path file = example();
        tune(file, "--trials", "2", "--repeats", "1");
        tune(file, "--trials", "3", "--repeats", "1", "--note", "0=the old one");
        Map<String, Object> json = JsonDocument.read(folder.resolve("tune.json"));
        assertThat((List<?>) json.get("trials")).hasSize(3);
        assertThat(json.toString()).contains("the old one");

        tune(file, "--trials", "1", "--repeats", "1", "--fresh");

        assertThat((List<?>) JsonDocument.read(folder.resolve("tune.json")).get("trials"))
                .hasSize(1);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(p -> p.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void misuse_isOneLineThatSaysWhatIsRight() throws IOException {
        Path file = example();
        assertThat(tune(file, "--sampler", "gpp").err()).contains("Did you mean `gp`?");
        assertThat(tune(file, "--enqueue", "learning-rate=7").err()).contains("learning-rate=7");
        Files.writeString(
                file, Files.readString(file).replace("target: cultivar", "target: cultivar, validation: none"));
        Answer answer = tune(file);
        assertThat(answer.err()).contains("a validation split to choose by").hasLineCount(1);
        assertThat(answer.status()).isEqualTo(Main.UNUSABLE);
    }

    private static Answer tune(Path file, String... options) {
        return Answer.to(Stream.concat(Stream.of("tune", file.toString(), "--jobs", "1"), Stream.of(options))
                .toArray(String[]::new));
    }
}
