package dev.plumbline.debug.cause.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Subsets;
import dev.plumbline.debug.Setup;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.Setups;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The digits, of which a setting keeps most from training. */
class ExamplesHeldBackTest {
    private static final Dataset DIGITS = ExampleData.digits();

    private static Setup setup(String setting) {
        String yaml = "data: {train: digits.csv" + setting + "}";
        Setup whole = Setups.of(yaml, DIGITS);
        Setup cut = Setups.of(yaml, Subsets.apply(DIGITS, whole.experiment().data()));
        assertThat(cut.experiment().data()).isEqualTo(whole.experiment().data());
        return cut;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ", max-examples: 60|data.max-examples|SUSPECTED",
                ", one-batch: 16|data.one-batch|CONFIRMED",
                ", validation: {fraction: 0.9}|data.validation.fraction|CONFIRMED"
            })
    void aSettingThatIsLeftOverIsTold(String setting, String subject, Status status) {
        assertThat(new ExamplesHeldBack().look(setup(setting))).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo(subject);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.status()).isEqualTo(status);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", max-examples: 100000", ", validation: {fraction: 0.2}"})
    void aSettingThatHoldsNothingBackIsNot(String setting) {
        assertThat(new ExamplesHeldBack().look(setup(setting))).isEmpty();
        assertThat(new ExamplesHeldBack().edits(setup(setting))).isEmpty();
    }

    @Test
    void aSubsetThatIsLargeEnoughForAFirstTurnIsAHint_andTheEditLiftsIt() {
        Setup setup = setup(", max-examples: 1000");
        assertThat(new ExamplesHeldBack().look(setup))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);
        List<String> edits = new ExamplesHeldBack().edits(setup);
        assertThat(edits).containsExactly("all-data");
        assertThat(Interventions.standard()
                        .parse(edits.get(0))
                        .apply(setup.experiment())
                        .data()
                        .maxExamples())
                .isNull();
    }
}
