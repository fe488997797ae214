package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepSessionTest {
    private static final String BROKEN = "broken/wine-nan-in-layer-7";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"wine", "digits", "vowels", "keras-digits", "onnx-wine"})
    void a_real_network_is_walked_forward_and_back(String example) {
        try (StepFixture step = StepFixture.example(example)) {
            int nodes = step.debugger().network().nodes().size();
            assertThat(step.lines("list")).hasSize(nodes).allMatch(line -> line.startsWith("   "));
            assertThat(step.lines("forward")).hasSize(1);
            assertThat(step.lines("list").get(0)).startsWith(" >");
            assertThat(step.say("run")).contains("loss ");
            assertThat(step.say("list")).contains(" + ").doesNotContain(" x ");
            String parameter = step.debugger().network().parameters().stream()
                    .filter(p -> p.trainable())
                    .findFirst()
                    .orElseThrow()
                    .name();
            assertThat(step.say("print grad " + parameter))
                    .startsWith("fault: ")
                    .contains("`backward` computes it");
            assertThat(step.say("backward"))
                    .contains("parameters")
                    .contains(parameter)
                    .doesNotContain("no gradient");
            assertThat(step.say("stats grad " + parameter)).contains("norm").contains(" 0 NaN");
            assertThat(step.say("where")).contains("the gradient has reached node 1 of " + nodes);
        }
    }

    @Test
    void where_tells_operator_layer_inputs_and_output() {
        try (StepFixture step = StepFixture.example(BROKEN)) {
            assertThat(step.say("where")).contains("before the first of 7 nodes");
            step.say("next 2");
            assertThat(step.say("w"))
                    .contains("node 2 of 7 has run")
                    .contains("operator  Gemm of layer fc1 (Linear)")
                    .contains("input     /norm/BatchNormalization  float32 (16, 13)")
                    .contains("input     fc1.weight  float32 (32, 13)")
                    .contains("output    /fc1/Gemm  float32 (16, 32)")
                    .contains("batch of step 0, 16 examples, training mode");
        }
    }

    @Test
    void each_kind_of_breakpoint_stops_where_it_should() {
        try (StepFixture step = StepFixture.example(BROKEN)) {
            assertThat(step.say("break relu1")).isEqualTo("  breakpoint 1: node /relu1/Relu");
            assertThat(step.say("run"))
                    .contains("3/7")
                    .contains("breakpoint 1: node /relu1/Relu")
                    .doesNotContain("loss");
            step.say("break shape any (N, 16)");
            assertThat(step.say("run")).contains("4/7  /fc2/Gemm").contains("breakpoint 2: shape (16, 16)");
            step.say("break if scores.max > 1");
            assertThat(step.say("delete 2")).contains("is gone");
            assertThat(step.say("run")).contains("6/7").contains("breakpoint 3: /scores/Gemm.max is 1.183");
            assertThat(step.say("run")).contains("loss 1.115");
            step.say("break if grad fc2.norm > 0.1");
            step.say("delete 1");
            assertThat(step.say("backward"))
                    .contains("breakpoint 4: grad /fc2/Gemm.norm is 0.1118")
                    .doesNotContain("1/7");
            step.say("break if scores.weight.min < -0.2");
            step.say("delete 3");
            step.say("batch 0");
            assertThat(step.say("run")).contains("6/7").contains("breakpoint 5: scores.weight.min is -0.2415");
            assertThat(step.lines("breaks"))
                    .containsExactly("  4  if grad /fc2/Gemm.norm > 0.1", "  5  if scores.weight.min < -0.2");
        }
    }

    @Test
    void a_nan_is_traced_to_the_step_the_node_and_the_value_that_made_it() {
        try (StepFixture step = StepFixture.example(BROKEN)) {
            List<String> found = step.lines("nan");
            assertThat(found.get(0)).startsWith("  step 44, node /log/Log (layer log, Log): 1 NaN of 48 values");
            assertThat(found.get(1)).matches("  Log of -0\\.03\\d*");
            assertThat(step.debugger().step()).isEqualTo(44);
            assertThat(step.say("where")).contains("node 7 of 7 has run").contains("batch of step 44");
            step.say("break nan");
            step.say("batch 44");
            assertThat(step.say("run")).contains("breakpoint 1: 1 NaN of 48 values");
            assertThat(step.say("compare batch 43 44")).contains("NaN or infinite in the batch of step 44");
            step.say("reset");
            assertThat(step.say("nan 10")).contains("no NaN and no infinity in 10 training steps");
            assertThat(step.debugger().step()).isEqualTo(10);
        }
    }

    @Test
    void training_shows_losses_and_ends_at_one_that_is_not_finite() {
        try (StepFixture step = StepFixture.example(BROKEN)) {
            assertThat(step.lines("train 3")).hasSize(3).allMatch(line -> line.matches("  step \\d: loss 1\\.\\d+"));
            assertThat(step.say("train 100")).contains("step 44: loss NaN").contains("`nan` says what made it");
            assertThat(step.say("train")).startsWith("  step 44: loss NaN");
            step.say("reset");
            assertThat(step.say("train")).isEqualTo("  step 0: loss 1.115");
        }
    }

    @Test
    void two_examples_are_compared_until_nothing_tells_them_apart() throws IOException {
        Path experiment = Files.writeString(folder.resolve("experiment.yaml"), """
                data: {train: %s, target: cultivar}
                model:
                  layers:
                    - dense: {units: 4, initializer: zeros, name: blind}
                    - dense: {units: 3, name: output}
                """.formatted(
                        ExampleRuns.examples().resolve("wine/train.csv")));
        try (StepFixture step = StepFixture.at(experiment)) {
            List<String> lines = step.lines("compare 3 7");
            assertThat(lines.get(1)).contains("they begin to differ");
            assertThat(lines.get(2)).contains("blind/Gemm").contains("0  they no longer differ");
            assertThat(lines.get(3)).endsWith("  0");
            assertThat(step.lines("compare 3 3")).noneMatch(line -> line.contains("differ"));
        }
    }

    @Test
    void dropout_is_drawn_in_training_mode_only() {
        try (StepFixture step = StepFixture.example("breast-cancer")) {
            String zeros = "zeros [1-9]\\d\\.\\d %";
            step.say("run");
            assertThat(step.lines("stats dropout_1").get(3)).containsPattern(zeros);
            assertThat(step.say("mode eval")).contains("evaluation mode");
            step.say("run");
            String evaluated = step.say("print dropout_1");
            assertThat(evaluated.substring(evaluated.indexOf('\n')))
                    .isEqualTo(step.say("print dense_1")
                            .substring(step.say("print dense_1").indexOf('\n')));
        }
    }

    @Test
    void a_network_that_does_not_fit_is_walked_up_to_where_it_fails() throws IOException {
        Path experiment = Files.writeString(folder.resolve("experiment.yaml"), """
                data: {train: %s, target: digit, sample-shape: [1, 8, 8]}
                model:
                  layers:
                    - conv2d: {filters: 4, kernel-size: 3, name: first}
                    - dense: {units: 10, name: output}
                """.formatted(
                        ExampleRuns.examples().resolve("digits/train.csv")));
        try (StepFixture step = StepFixture.at(experiment)) {
            assertThat(step.session().greeting().get(1))
                    .contains("does not fit")
                    .contains("a flatten may be missing");
            assertThat(step.say("run"))
                    .contains("output/Add")
                    .contains("after the last node it fails: the network's output");
            assertThat(step.say("print first [0, 0, 0]")).contains("float32 (6) of (32, 4, 6, 6)");
            assertThat(step.say("backward")).startsWith("fault: ");
            assertThat(step.say("train")).startsWith("fault: a training step: expected a network that fits");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frobnicate | expected a command",
                "forward x | expected a whole number",
                "print relu9 | The nearest are `/relu",
                "print relu2 | which is still to come. `forward 5` runs it",
                "print | Before the first node there is no output yet",
                "print x [0, 99] | an index below 13 on axis 1",
                "print x [0 | expected one like [0, :3]",
                "print loss | still to come",
                "break | expected a node, nan, shape or if",
                "break relu7 | The nearest are `/relu",
                "break shape relu1 | expected a node or any, and a shape",
                "break shape any (a, b) | expected a shape like",
                "break if relu1 > 3 | expected a condition like",
                "break if relu1.maximum > 3 | The nearest are `max`",
                "break if relu7.max > 3 | The nearest are `/relu",
                "delete 3 | there are none",
                "compare 3 | expected two numbers",
                "compare 3 999 | expected examples below 128",
                "compare batch 0 99999 | expected a step below 1600",
                "batch 99999 | expected a step below 1600",
                "mode fast | expected train or eval",
                "histogram x 0 | 1 to 100 bins",
                "help frobnicate | expected a command",
                "list all | expected nothing more",
            })
    void a_wrong_line_costs_one_line_and_the_session_goes_on(String line, String expected) {
        try (StepFixture step = StepFixture.example(BROKEN)) {
            assertThat(step.say(line)).startsWith("fault: ").contains(expected).doesNotContain("\n");
            assertThat(step.say("forward")).contains("1/7");
        }
    }

    @Test
    void every_command_has_a_line_of_help_and_short_forms_are_the_same() {
        try (StepFixture step = StepFixture.example(BROKEN)) {
            assertThat(step.lines("help")).hasSize(19).allMatch(line -> line.matches("  [a-z?, ]+  +\\S.*"));
            String shortForm = step.say("f 2");
            step.say("reset");
            assertThat(step.say("forward 2")).isEqualTo(shortForm);
            assertThat(step.say("help p")).contains("print [grad] NAME");
            assertThat(step.session().completions(List.of())).contains("forward", "histogram");
            assertThat(step.session().completions(List.of("print"))).contains("/fc1/Gemm", "fc1.weight", "grad");
            assertThat(step.session().ended()).isFalse();
            step.say("q");
            assertThat(step.session().ended()).isTrue();
        }
    }
}
