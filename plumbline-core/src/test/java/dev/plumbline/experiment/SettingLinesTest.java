package dev.plumbline.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingLinesTest {
    private static final Path TWICE = Path.of("..", "examples", "broken", "digits-softmax-twice", "experiment.yaml");

    private static String line(String yaml, int number) {
        return yaml.lines().toList().get(number - 1);
    }

    @Test
    void findsSettingsAndLayersOfARealExperiment() throws IOException {
        String yaml = Files.readString(TWICE);
        SettingLines lines = SettingLines.of(yaml);
        assertThat(line(yaml, lines.setting("data.test").orElseThrow())).contains("test: ../../digits/test.csv");
        assertThat(line(yaml, lines.setting("training.loss").orElseThrow())).contains("loss: cross-entropy");
        assertThat(line(yaml, lines.dataValue("digit").orElseThrow())).contains("target: digit");
        assertThat(line(yaml, lines.layer("output").orElseThrow())).contains("name: output");
        assertThat(line(yaml, lines.layer("dense_2").orElseThrow())).contains("units: 84");
        assertThat(line(yaml, lines.layer("max-pool2d_2").orElseThrow())).contains("max-pool2d");
    }

    @Test
    void aSettingThatIsLeftOutIsFoundAtTheOneAroundIt() throws IOException {
        String yaml = Files.readString(TWICE);
        SettingLines lines = SettingLines.of(yaml);
        assertThat(line(yaml, lines.setting("training.optimizer.learning-rate").orElseThrow()))
                .startsWith("training:");
        assertThat(lines.setting("budget")).isEmpty();
        assertThat(lines.layer("dense_3")).isEmpty();
    }

    @Test
    void whatIsNoYamlHasNoLines() {
        for (String text : List.of("", "a: [", "just words", "x,y\n1,2\n")) {
            assertThat(SettingLines.of(text).setting("data")).as(text).isEmpty();
        }
    }

    @Test
    void aFileThatContainsItselfEnds() {
        assertThat(SettingLines.of("data: &a\n  train: *a\n").setting("data")).hasValue(1);
    }
}
