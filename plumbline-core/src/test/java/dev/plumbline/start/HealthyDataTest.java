package dev.plumbline.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.finding.Check;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.Synthetic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Published tools raise false alarms on every second healthy model; here real data as they come raise none. */
class HealthyDataTest {
    static Stream<Arguments> healthy() {
        return Stream.of(
                Arguments.of("digits as images", ExampleData.digits()),
                Arguments.of("digits as rows", ExampleData.flatDigits()),
                Arguments.of("breast cancer", ExampleData.breastCancer()),
                Arguments.of("wine", ExampleData.wine()),
                Arguments.of("diabetes", ExampleData.diabetes()),
                Arguments.of("vowels", ExampleData.vowels()),
                Arguments.of("Gaussian rows", Synthetic.healthy()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("healthy")
    void healthyDataRaiseNoWarning(String name, Dataset dataset) {
        assertThat(findings(dataset))
                .filteredOn(f -> f.severity() != Severity.INFO)
                .isEmpty();
    }

    @Test
    void everyRuleOfTheDataChecksHasAPageWorthReading() throws java.io.IOException {
        for (Check<?> check : DataChecks.standard()) {
            String page = "/dev/plumbline/rules/" + check.rule().id() + ".md";
            try (java.io.InputStream in = getClass().getResourceAsStream(page)) {
                assertThat(in).as(page).isNotNull();
                assertThat(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines())
                        .as(page)
                        .hasSizeBetween(15, 40);
            }
        }
    }

    private static List<Finding> findings(Dataset dataset) {
        DataProfile profile = new DataProfiler().profile(dataset);
        return DataChecks.standard().stream()
                .flatMap(check -> check.look(profile).stream())
                .toList();
    }
}
