package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model file, an experiment, and what is neither, under {@code plumbline inspect}. */
class InspectCommandTest {
    @TempDir
    private Path folder;

    @Test
    void anOnnxModelIsShownByThePytorchNamesOfItsLayers() {
        Answer answer = Answer.to(
                "inspect",
                ExampleRuns.examples().resolve("onnx-wine/model.onnx").toString());
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("ONNX opset").containsPattern("fc1 +Linear +float32\\(N, 32\\) +448");
        // batch norm's running mean and variance are held, and do not train
        assertThat(answer.out()).containsPattern("norm +BatchNorm +float32\\(N, 13\\) +52 +26");
        assertThat(answer.out()).contains("599 parameters (573 trainable)");
    }

    @Test
    void anExperimentIsShownAsItWouldRun() {
        Answer answer =
                Answer.to("inspect", ExampleRuns.examples().resolve("digits").toString(), "--batch", "64");
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("31,294 parameters").contains("a batch of 64");
    }

    @Test
    void thePageHasABoxAndARowForEveryLayerAndLoadsNothing() throws IOException {
        Path page = folder.resolve("model.html");
        Answer answer = Answer.to(
                "inspect",
                ExampleRuns.examples().resolve("onnx-wine/model.onnx").toString(),
                "--html",
                page.toString());
        assertThat(answer.status()).isZero();
        String html = Files.readString(page);
        for (String layer : List.of("norm", "fc1", "fc2")) {
            assertThat(html).contains("<title>" + layer + ": ");
        }
        assertThat(html.split("class=\"box ", -1)).hasSize(1 + 1 + 4);
        assertThat(html).doesNotContain("http://").doesNotContain("https://").contains("default-src &#39;none&#39;");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"weights.pt", "weights.safetensors", "program.pt2", "graph.pb", "notes.txt", "empty.onnx"})
    void whatIsNoModelThatCanBeReadCostsOneLine(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, name.startsWith("empty") ? "" : "PK is not what this is");
        Answer answer = Answer.to("inspect", file.toString());
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().strip().lines()).hasSize(1);
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void aPageIntoAFolderThatIsNotThereIsRefused() {
        Answer answer = Answer.to(
                "inspect",
                ExampleRuns.examples().resolve("onnx-wine/model.onnx").toString(),
                "--html",
                folder.resolve("missing/model.html").toString());
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("no such folder");
    }
}
