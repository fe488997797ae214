package dev.plumbline.intervention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Experiment;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterventionsTest {
    private static final Interventions KINDS = Interventions.standard();

    static Stream<InterventionKind> kinds() {
        return KINDS.kinds().stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindParsesItsOwnUsageToAnInterventionOfThatName(InterventionKind kind) {
        Intervention intervention = KINDS.parse(kind.usage());
        assertThat(intervention.name()).isEqualTo(kind.usage());
        assertThat(KINDS.parse(intervention.name())).isEqualTo(intervention);
        assertThat(intervention.title()).endsWith(".");
        assertThat(intervention.expectation()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyEditedExperimentSurvivesBeingWrittenAndReadAgain(InterventionKind kind) {
        Intervention intervention = KINDS.parse(kind.usage());
        int edited = 0;
        for (Experiment experiment : Experiments.all()) {
            Experiment changed;
            try {
                changed = intervention.apply(experiment);
            } catch (UnusableInputException e) {
                assertThat(e).hasMessageContaining("expected").hasMessageContaining("found");
                continue;
            }
            assertThat(Experiments.reread(changed)).isEqualTo(changed);
            assertThat(Experiments.reread(changed).fingerprint()).isEqualTo(changed.fingerprint());
            edited += changed.equals(experiment) ? 0 : 1;
        }
        assertThat(edited).as("experiments that it changes").isPositive();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aKindLeavesTheGivenExperimentAsItIs(InterventionKind kind) {
        for (Experiment experiment : Experiments.all()) {
            String before = experiment.fingerprint();
            try {
                KINDS.parse(kind.usage()).apply(experiment);
            } catch (UnusableInputException e) {
                assertThat(e).hasMessageContaining("found");
            }
            assertThat(experiment.fingerprint()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "learning-rate=0.001",
                "optimizer=adam",
                "loss=nll",
                "loss-sign",
                "normalization=unit-range",
                "initialize=glorot",
                "unfreeze",
                "dropout=0.4",
                "without-dropout",
                "batch-norm",
                "activation=relu",
                "clip-norm=2",
                "epochs=7",
                "all-data",
                "shuffle",
                "schedule=step"
            })
    void settingSomethingTwiceIsSettingItOnce(String name) {
        Intervention intervention = KINDS.parse(name);
        Experiment once = intervention.apply(Experiments.mlp());
        assertThat(intervention.apply(once)).isEqualTo(once);
    }

    @Test
    void anUnknownWordNamesTheNearest() {
        assertThatThrownBy(() -> KINDS.parse("learning_rat=0.1"))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("found \"learning_rat\"")
                .hasMessageContaining("`learning-rate=0.001`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "learning-rate|above 0|nothing",
                "learning-rate=-1|above 0|-1",
                "learning-rate=NaN|above 0|NaN",
                "learning-rate=fast|above 0|fast",
                "epochs=0|at least 1|0",
                "epochs=1.5|whole|1.5",
                "epochs=1e300|whole|1e300",
                "dropout=1|below 1|1",
                "wider=1|at least 2|1",
                "unfreeze=all|the word alone|all",
                "optimizer=adma|adam|adma",
                "loss=crossentropy|cross-entropy|crossentropy",
                "initialize=hee|he|hee",
                "activation=sigmoid|relu|sigmoid",
                "remove-node=|a value|nothing",
                "deeper=1000|at most 100|1000",
                "schedule=cosin|cosine|cosin"
            })
    void aValueThatDoesNotFitIsOneLineThatSaysWhatIsExpected(String text, String expected, String found) {
        assertThatThrownBy(() -> KINDS.parse(text))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(expected)
                .hasMessageContaining(found)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "3e-4,learning-rate=0.0003",
        "1E-5,learning-rate=0.00001",
        "2E-7,learning-rate=2e-7",
        "10,learning-rate=10",
        "0.10,learning-rate=0.1"
    })
    void numbersHaveOneSpelling(String written, String name) {
        assertThat(KINDS.parse("learning-rate=" + written).name()).isEqualTo(name);
    }
}
