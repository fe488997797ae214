package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.guide.Diagnosis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {
    private static final int MEGABYTE = 1_000_000;

    static Stream<Diagnosis> all() {
        return Stream.of(
                Samples.healthy(),
                Samples.broken(),
                Samples.partial(null),
                Samples.partial(Samples.lecture()),
                HardSamples.hostile(),
                HardSamples.huge(),
                HardSamples.notFinite());
    }

    private static Document page(Diagnosis diagnosis) {
        return Jsoup.parse(HtmlReport.html(diagnosis, "examples/digits"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPageIsSmallAndLoadsNothing(Diagnosis diagnosis) {
        String html = HtmlReport.html(diagnosis, "examples/digits");
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(MEGABYTE);
        Document page = Jsoup.parse(html);
        assertThat(page.select("[src], link, img, iframe, object, embed, base, form, [style]"))
                .isEmpty();
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("style").html()).doesNotContain("@import").doesNotContain("url(");
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPageCanBeReadWithoutEyes(Diagnosis diagnosis) {
        Document page = page(diagnosis);
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.title()).isNotBlank();
        int level = 1;
        for (Element heading : page.select("h1, h2, h3, h4")) {
            int next = heading.tagName().charAt(1) - '0';
            assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
            level = next;
        }
        for (Element svg : page.select("svg")) {
            assertThat(svg.hasAttr("aria-label") || svg.hasAttr("aria-hidden"))
                    .as(svg.outerHtml())
                    .isTrue();
            assertThat(svg.attr("aria-label")).doesNotContain("null");
        }
        assertThat(page.select("table"))
                .allMatch(t -> !t.select("caption").isEmpty()
                        && !t.select("th[scope=col]").isEmpty());
        for (Element link : page.select("a[href^=#]")) {
            assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.outerHtml())
                    .isNotNull();
        }
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPageIsWellFormed(Diagnosis diagnosis) {
        String html = HtmlReport.html(diagnosis, "examples/digits");
        var errors = org.jsoup.parser.Parser.htmlParser().setTrackErrors(20);
        Jsoup.parse(html, errors);
        assertThat(errors.getErrors()).isEmpty();
        assertThat(html)
                .doesNotContain("NaNZ")
                .doesNotContain("d=\"MNaN")
                .doesNotContain("\"NaN\"")
                .doesNotContain("Infinity");
    }

    @Test
    void theVerdictComesFirst() {
        Document page = page(Samples.broken());
        assertThat(page.selectXpath("//main/*[1]").text())
                .contains("applies softmax twice", "Goal not met", "71.4", "97.2", "97");
    }

    @Test
    void theConfirmedCauseStandsAboveTheSuspected() {
        Document page = page(Samples.broken());
        List<String> titles = page.select("#findings > article h3").eachText();
        assertThat(titles)
                .startsWith("The loss expects logits but gets probabilities")
                .hasSize(2);
        assertThat(page.select("#findings details article h3").eachText())
                .containsExactly("The learning rate is too low");
        assertThat(page.select("#findings > article").get(0).text()).contains("Confirmed by", "6e-4 instead of 1.52");
    }

    @Test
    void interventionsShowBeforeAndAfter() {
        Document page = page(Samples.broken());
        assertThat(page.select("#tests article")).hasSize(3);
        assertThat(page.select("#tests article.fixes svg.plot")).hasSize(2);
        assertThat(page.select("#tests article").get(0).className()).contains("fixes");
        assertThat(page.select("#tests table").text()).contains("Standardize the inputs", "not tried");
    }

    @Test
    void nextStepsCanBeCopied() {
        Document page = page(Samples.healthy());
        assertThat(page.select("#next code").eachText())
                .containsExactly(
                        "plumbline apply examples/digits augment=shift:1",
                        "plumbline apply examples/digits dropout=0.3");
    }

    @Test
    void theLecturesChartComesOutExactly() {
        Document page = page(Samples.partial(Samples.lecture()));
        Element chart = page.select("#breakdown svg.wide").get(0);
        assertThat(chart.select("text.value").eachText()).hasSize(5);
        assertThat(chart.text()).contains("25.0", "2.0", "5.0", "34.0", "test error", "work on this");
    }

    @Test
    void hostileNamesStayText() {
        String html = HtmlReport.html(HardSamples.hostile(), "a'b <c>");
        Document page = Jsoup.parse(html);
        assertThat(html)
                .doesNotContain("<script>alert")
                .doesNotContain("\u202e")
                .doesNotContain("onerror=\"");
        assertThat(page.select("[onerror], [onload], [onclick]")).isEmpty();
        assertThat(page.select("img")).isEmpty();
        assertThat(page.text()).contains("<script>alert(1)</script>");
        assertThat(page.select("#next code").text()).isEqualTo("plumbline apply 'a'\\''b <c>' '; rm -rf \"$HOME\"'");
    }

    @Test
    void longTablesSayWhatTheyLeaveOut() {
        String text = page(HardSamples.huge()).text();
        assertThat(text).contains("and 176 more classes", "and 4,960 more features", "and 280 more layers");
    }

    @Test
    void isWrittenWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("new/report.html");
        HtmlReport.write(Samples.partial(null), "x", file);
        HtmlReport.write(Samples.healthy(), "x", file);
        assertThat(Files.readString(file)).contains("digits").endsWith("</html>");
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertThat(files).containsExactly(file);
        }
    }

    /** Not a check: leaves the pages in the build folder for a person to look at. */
    @Test
    void leavesSamplesToLookAt() throws IOException {
        Path folder = Path.of("target", "report-samples");
        String[] names = {"healthy", "broken", "partial", "lecture", "hostile", "huge", "not-finite"};
        List<Diagnosis> diagnoses = all().toList();
        for (int i = 0; i < names.length; i++) {
            HtmlReport.write(diagnoses.get(i), "examples/digits", folder.resolve(names[i] + ".html"));
        }
        assertThat(folder.resolve("healthy.html")).exists();
    }
}
