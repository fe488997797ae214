package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepCommandTest {
    private static final String WINE =
            ExampleRuns.examples().resolve("onnx-wine").toString();

    @TempDir
    private Path folder;

    @Test
    void a_script_prints_what_a_session_shows() throws IOException {
        Path script = Files.writeString(folder.resolve("script.txt"), "# look\nforward\n\nquit\nnever reached\n");
        Answer answer = Answer.to("step", WINE, "--script", script.toString());
        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isZero();
        assertThat(answer.out().lines().skip(2))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("step> # look"),
                        line -> assertThat(line).isEqualTo("step> forward"),
                        line -> assertThat(line).contains("1/4").contains("norm"),
                        line -> assertThat(line).isEqualTo("step>"),
                        line -> assertThat(line).isEqualTo("step> quit"));
    }

    @Test
    void a_wrong_command_of_a_script_ends_it_with_its_file_and_line() throws IOException {
        Path script = Files.writeString(folder.resolve("script.txt"), "forward\nprint nothing-of-that-name\nforward\n");
        Answer answer = Answer.to("step", WINE, "--script", script.toString());
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.complaints()).hasSize(1);
        assertThat(answer.err()).startsWith("plumbline: " + script + ", line 2: print: expected a node");
        assertThat(answer.out()).endsWith("step> print nothing-of-that-name\n");
    }

    @Test
    void a_script_that_is_not_there_is_said_before_anything_runs() {
        Answer answer =
                Answer.to("step", WINE, "--script", folder.resolve("none.txt").toString());
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("none.txt: the script could not be read");
    }

    @Test
    void an_experiment_that_cannot_be_used_costs_one_line() {
        Answer answer = Answer.to("step", folder.resolve("nowhere").toString());
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.complaints()).hasSize(1);
    }

    @Test
    void from_a_pipe_a_wrong_command_does_not_end_it() {
        InputStream keyboard = System.in;
        System.setIn(new ByteArrayInputStream("forwrd\nforward\n".getBytes(StandardCharsets.UTF_8)));
        try {
            Answer answer = Answer.to("step", WINE);
            assertThat(answer.status()).isZero();
            assertThat(answer.out())
                    .contains(
                            "step> forwrd\n  command: expected a command, found \"forwrd\". The nearest are `forward`")
                    .contains("step> forward\n  1/4");
        } finally {
            System.setIn(keyboard);
        }
    }
}
