package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.guide.Diagnosis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class JunitReportTest {
    /** What GitLab, Jenkins and the usual actions read, and the schema of Jenkins' xUnit plugin allows. */
    private static final Set<String> SUITE =
            Set.of("name", "tests", "failures", "errors", "skipped", "timestamp", "time");

    private static Element read(Diagnosis diagnosis) throws IOException {
        try {
            byte[] xml = JunitReport.xml(diagnosis).getBytes(StandardCharsets.UTF_8);
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("no XML: " + e.getMessage(), e);
        }
    }

    private static List<Element> all(Element in, String name) {
        NodeList nodes = in.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Element named(Element in, String tag, String name) {
        return all(in, tag).stream()
                .filter(e -> e.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    @ParameterizedTest
    @MethodSource("dev.plumbline.report.HtmlReportTest#all")
    void countsWhatItHoldsAndFailsAsTheCommandDoes(Diagnosis diagnosis) throws IOException {
        Element suites = read(diagnosis);
        assertThat(suites.getTagName()).isEqualTo("testsuites");
        assertThat(number(suites, "tests")).isEqualTo(all(suites, "testcase").size());
        assertThat(number(suites, "failures")).isEqualTo(all(suites, "failure").size());
        assertThat(number(suites, "failures") == 0).isEqualTo(diagnosis.errors().isEmpty());
        for (Element suite : all(suites, "testsuite")) {
            assertThat(number(suite, "tests")).isEqualTo(all(suite, "testcase").size());
            assertThat(number(suite, "failures"))
                    .isEqualTo(all(suite, "failure").size());
            assertThat(number(suite, "skipped")).isEqualTo(all(suite, "skipped").size());
            assertThat(suite.getAttribute("time")).matches("\\d+\\.\\d{3}");
            assertThat(suite.getAttribute("timestamp")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
            for (int i = 0; i < suite.getAttributes().getLength(); i++) {
                assertThat(SUITE).contains(suite.getAttributes().item(i).getNodeName());
            }
        }
    }

    @Test
    void aCaseFailsForWhatHurtsAndTellsTheRest() throws IOException {
        Element overfit = named(read(Samples.broken()), "testsuite", "overfit");
        Element softmax = named(overfit, "testcase", "softmax-before-cross-entropy");
        Element failure = all(softmax, "failure").get(0);
        assertThat(failure.getAttribute("message")).contains("softmax_1");
        assertThat(failure.getTextContent())
                .contains("Shown by: Without softmax_1")
                .contains("What to do: Remove");
        Element rate = named(overfit, "testcase", "learning-rate-too-low");
        assertThat(all(rate, "failure")).isEmpty();
        assertThat(all(rate, "system-out").get(0).getTextContent()).startsWith("info, ruled-out");
        assertThat(named(overfit, "property", "fingerprint").getAttribute("value"))
                .isEqualTo(
                        Samples.broken().knowledge().experiment().orElseThrow().fingerprint());
        assertThat(rate.getAttribute("classname")).isEqualTo("digits-with-softmax-before-the-loss.overfit");
    }

    @Test
    void whatTheWalkDidNotReachIsSkipped() throws IOException {
        Element suites = read(Samples.partial(null));
        assertThat(all(suites, "testcase"))
                .isNotEmpty()
                .allMatch(c -> all(c, "skipped").size() == 1);
        Element healthy = read(Samples.healthy());
        assertThat(all(named(healthy, "testcase", "does-not-overfit-one-batch"), "*"))
                .isEmpty();
        assertThat(all(named(healthy, "testcase", "loss-sign"), "skipped")).isEmpty();
    }

    @Test
    void whatXmlCannotHoldIsReplaced(@TempDir Path folder) throws IOException {
        String text = new Xml().element("a", "1\u0000\u000b\ud800<&>\"\n2").text();
        assertThat(text).contains("<a>1\ufffd\ufffd\ufffd&lt;&amp;&gt;&quot;&#10;2</a>");
        JunitReport.write(HardSamples.hostile(), folder.resolve("junit.xml"));
        assertThat(Files.readString(folder.resolve("junit.xml"))).doesNotContain("<script>");
        assertThat(folder.toFile().list()).containsExactly("junit.xml");
    }
}
