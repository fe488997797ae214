package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.finding.Stage;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.Visit;
import dev.plumbline.report.text.TextTable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextReportTest {
    private static final TextReport PLAIN = new TextReport(Ink.PLAIN, 80, "examples/digits");
    private static final TextReport RICH = new TextReport(new Ink(true, true), 100, "examples/digits");

    @ParameterizedTest
    @MethodSource("dev.plumbline.report.HtmlReportTest#all")
    void plainTextIsAsciiAndFits(Diagnosis diagnosis) {
        for (String line : PLAIN.lines(diagnosis)) {
            assertThat(line).matches("[\\x20-\\x7e]*");
            boolean copied = line.contains("plumbline apply") || line.contains("rule ");
            assertThat(copied || diagnosis.headline().length() > 1000 ? 0 : line.length())
                    .as(line)
                    .isLessThanOrEqualTo(100);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.report.HtmlReportTest#all")
    void noNameReachesTheTerminalAsAControl(Diagnosis diagnosis) {
        String text = String.join("\n", RICH.lines(diagnosis)).replaceAll("\u001b\\[\\d+m", "");
        assertThat(text.replace("\n", "").chars().noneMatch(Character::isISOControl))
                .isTrue();
        assertThat(text).doesNotContain("\u202e");
    }

    @Test
    void theVerdictComesFirst() {
        List<String> lines = PLAIN.lines(Samples.broken());
        assertThat(lines.get(0)).startsWith("! The network applies softmax twice");
        assertThat(String.join("\n", lines))
                .contains("accuracy on test 71.7 % - with the fix 97.2 % - target 97.0 %")
                .contains("fix: plumbline apply examples/digits remove-layer=softmax_1")
                .contains("confirmed error  The loss expects logits but gets probabilities")
                .contains("plumbline apply examples/digits dropout=0.3")
                .doesNotContain("The learning rate is too low");
    }

    @Test
    void otherOutputsHaveTheirOwnScores() {
        assertThat(String.join("\n", PLAIN.lines(Samples.healthy())))
                .containsPattern("slant +test +as it is +accuracy +87.5 %");
        assertThat(String.join("\n", PLAIN.lines(Samples.broken()))).doesNotContain("The other outputs");
    }

    @Test
    void theLecturesChartIsDrawn() {
        List<String> lines = PLAIN.decomposition(Samples.lecture());
        assertThat(lines.get(0)).matches(" {2}irreducible error +#+ +25\\.0");
        assertThat(lines.get(2)).contains("5.0").endsWith("< work on this");
        assertThat(lines.get(4)).matches(" {2}test error +#+ +34\\.0 +points");
    }

    @Test
    void columnsLineUpWithWideCharacters() {
        List<String> lines = new TextTable(new Ink(false, true), 80)
                .text("name")
                .number("n")
                .row("数字", "1")
                .row("abc", "12,345")
                .lines();
        assertThat(lines).containsExactly("name       n", "数字       1", "abc   12,345");
    }

    @Test
    void aNarrowTerminalLosesOptionalColumnsThenLetters() {
        var step = Objects.requireNonNull(Samples.broken().knowledge().firstStep());
        List<String> wide = new TextReport(new Ink(false, true), 140, "x").layers(step.layers());
        List<String> narrow = PLAIN.layers(step.layers());
        assertThat(wide.get(0)).contains("min", "max");
        assertThat(narrow.get(0)).doesNotContain("max");
        assertThat(wide).anyMatch(l -> l.contains("▲ mostly 0")).anyMatch(l -> l.contains("▲ 12 NaN ▲ gradient none"));
    }

    @Test
    void stagesSayWhereAndWhatCameOfIt() {
        assertThat(PLAIN.stage(Stage.OVERFIT, "Most bugs show on one batch.").get(0))
                .startsWith("-- 3 Overfit one batch ---");
        Visit visit = new Visit(Stage.OVERFIT, Visit.Status.PROBLEM, "", "It plateaus.", Duration.ofMillis(2500));
        assertThat(PLAIN.outcome(visit)).containsExactly("  ! problem    It plateaus. (2.5 s)");
    }

    @Test
    void progressShowsShareRateAndTimeLeft() {
        ProgressBar bar = new ProgressBar(Ink.PLAIN, 80);
        assertThat(bar.line("training", "steps", 250, 1000, Duration.ofSeconds(5)))
                .isEqualTo("training  ########......................   25 %  50 steps/s  15 s left");
        assertThat(bar.line("training", "steps", 1000, 1000, Duration.ofSeconds(20)))
                .endsWith("100 %  50 steps/s  20 s");
        assertThat(bar.line("training", "steps", 0, 1000, Duration.ZERO)).endsWith("  0 %");
        assertThat(bar.line("reading", "rows", 1234, 0, Duration.ofSeconds(1)))
                .isEqualTo("reading  1,234 rows  1,234 rows/s");
        assertThat(new ProgressBar(Ink.PLAIN, 20)
                        .line("training", "steps", 2000, 1000, Duration.ofSeconds(9))
                        .length())
                .isLessThanOrEqualTo(20);
    }
}
