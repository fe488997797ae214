package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plumbline export} writes is a model that Plumbline itself reads back. */
class ExportCommandTest {
    @TempDir
    private Path folder;

    @Test
    void anExportedNetworkReadsBackWithItsLayersAndParameters() {
        Path file = folder.resolve("wine.onnx");
        String example = ExampleRuns.examples().resolve("onnx-wine").toString();
        Answer written = Answer.to("export", example, "--untrained", "-o", file.toString());
        assertThat(written.status()).isZero();
        assertThat(written.out()).contains("with its first weights");

        Answer read = Answer.to("inspect", file.toString());
        assertThat(read.status()).isZero();
        assertThat(read.out())
                .containsPattern("fc1 +\\w+ +float32\\(N, 32\\) +448")
                .contains("599 parameters (573 trainable)");
    }

    @Test
    void aFileThatIsThereIsNotOverwrittenWithoutForce() {
        Path there = ExampleRuns.examples().resolve("onnx-wine/model.onnx");
        Answer answer =
                Answer.to("export", ExampleRuns.examples().resolve("onnx-wine").toString(), "-o", there.toString());
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("--force");
    }

    @Test
    void inputsThatTrainingNormalizesAreMentioned() {
        Answer answer = Answer.to(
                "export",
                ExampleRuns.examples().resolve("wine").toString(),
                "--untrained",
                "-o",
                folder.resolve("mlp.onnx").toString());
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("normalization: standardize");
    }
}
