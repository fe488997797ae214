package dev.plumbline.cli.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.network.Network;
import dev.plumbline.network.Parameter;
import dev.plumbline.tune.space.ChoiceDomain;
import dev.plumbline.tune.space.FloatDomain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposalTest {
    private static final TuneFixture DIGITS = TuneFixture.of("digits");

    @TempDir
    Path folder;

    @Test
    void theMostSensitiveComeFirst_andTheLeastOnlyWhereAskedFor() throws IOException {
        assertThat(names(Sensitivity.HIGH)).containsExactly("learning-rate", "schedule", "loss", "width");
        assertThat(names(Sensitivity.MEDIUM)).contains("initialize", "depth", "weight-decay", "dropout");
        assertThat(names(Sensitivity.LOW)).contains("optimizer", "momentum", "batch-size");
    }

    private List<String> names(Sensitivity least) throws IOException {
        return DIGITS.tuned(folder, "", least).proposed().knobs().stream()
                .map(Knob::name)
                .toList();
    }

    @Test
    void convolutions_getKernels_thatFitTheImage() throws IOException {
        Proposed digits = DIGITS.tuned(folder, "", Sensitivity.MEDIUM).proposed();

        assertThat(choices(digits, "kernel-size")).containsExactly(3L, 5L);
        assertThat(digits.current()).containsEntry("kernel-size", 3L);
        assertThat(digits.edits(Map.of("kernel-size", 5L))).containsExactly("kernel-size=5");
        assertThat(TuneFixture.of("wine")
                        .tuned(folder, "", Sensitivity.MEDIUM)
                        .proposed()
                        .leftOut())
                .containsKey("kernel-size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"keras-digits", "onnx-wine"})
    void aModelFile_getsOtherWidths_depthsAndInitializers(String example) throws IOException {
        TuneFixture fixture = TuneFixture.of(example);
        Proposed proposed = fixture.tuned(folder, "", Sensitivity.MEDIUM).proposed();
        Map<String, Object> configuration =
                Map.of("width", "wider=2", "depth", "deeper=1", "initialize", "he", "learning-rate", 0.01);

        assertThat(proposed.leftOut()).doesNotContainKeys("width", "depth", "initialize");
        Network before = fixture.network(fixture.experiment());
        Network after = fixture.network(proposed.apply(configuration, fixture.experiment()));
        assertThat(weights(after)).isGreaterThan(weights(before));
        assertThat(proposed.apply(proposed.current(), fixture.experiment())).isEqualTo(fixture.experiment());
    }

    private static long weights(Network network) {
        return network.parameters().stream()
                .filter(Parameter::isLearnable)
                .mapToLong(parameter -> parameter.type().shape().elements())
                .sum();
    }

    @Test
    void theExperimentAsItIs_isAConfiguration_thatEditsNothing() throws IOException {
        Proposed proposed = DIGITS.tuned(folder, "", Sensitivity.LOW).proposed();

        assertThat(proposed.edits(proposed.current())).isEmpty();
        assertThat(proposed.apply(proposed.current(), DIGITS.experiment())).isEqualTo(DIGITS.experiment());
        assertThat(proposed.current()).containsEntry("dropout", 0.3).containsEntry("learning-rate", 1e-3);
    }

    @Test
    void aConfiguration_isItsEdits() throws IOException {
        Proposed proposed = DIGITS.tuned(folder, "", Sensitivity.LOW).proposed();
        Map<String, Object> configuration =
                Map.of("learning-rate", 0.01, "optimizer", "sgd", "width", "wider=2", "dropout", 0.1);

        var edited = proposed.apply(configuration, DIGITS.experiment());

        assertThat(edited.training().optimizer().name()).isEqualTo("sgd");
        assertThat(edited.training().optimizer().learningRate()).isEqualTo(0.01);
        assertThat(proposed.edits(configuration))
                .containsExactlyInAnyOrder("learning-rate=0.01", "optimizer=sgd", "wider=2", "dropout=0.1");
        assertThat(DIGITS.network(edited)).isNotEqualTo(DIGITS.network(DIGITS.experiment()));
    }

    @Test
    void whatTheDiagnosisHasRuledOut_isNotTriedAgain() throws IOException {
        Files.writeString(folder.resolve("report.json"), """
                {"findings": [
                   {"rule": "capacity-too-small", "status": "ruled-out"},
                   {"rule": "learning-rate-too-high", "status": "ruled-out"},
                   {"rule": "initialization-scale", "status": "suspected"}],
                 "interventions": [
                   {"name": "schedule=cosine", "verdict": "worse"},
                   {"name": "dropout=0.5", "verdict": "no-change"},
                   {"name": "dropout=0.1", "verdict": "helps"}]}
                """);

        Proposed proposed = DIGITS.tuned(folder, "", Sensitivity.MEDIUM).proposed();

        assertThat(proposed.leftOut()).containsKey("depth");
        assertThat(choices(proposed, "width")).containsExactly("narrower=4", "narrower=2", "as it is");
        assertThat(choices(proposed, "schedule")).doesNotContain("cosine").contains("step");
        assertThat(choices(proposed, "dropout")).doesNotContain(0.5).contains(0.1);
        assertThat(knob(proposed, "learning-rate").domain()).isEqualTo(FloatDomain.log(1e-3 / 3, 1e-3 * 30));
        assertThat(proposed.knobs()).extracting(Knob::name).contains("initialize");
    }

    @Test
    void theSectionOfTheExperimentFile_setsRanges_choicesAndWhatIsKept() throws IOException {
        Proposed proposed = DIGITS.tuned(
                        folder,
                        "tune: {learning-rate: [1e-4, 1e-2], dropout: [0, 0.3], loss: keep, batch-size: [16, 32]}",
                        Sensitivity.HIGH)
                .proposed();

        assertThat(knob(proposed, "learning-rate").domain()).isEqualTo(FloatDomain.log(1e-4, 1e-2));
        assertThat(choices(proposed, "dropout")).containsExactly(0.0, 0.3);
        assertThat(proposed.leftOut()).containsEntry("loss", "the experiment file keeps it");
        assertThat(proposed.knobs())
                .extracting(Knob::name)
                .contains("batch-size")
                .doesNotContain("momentum");
    }

    @Test
    void aWrongSection_isOneLineThatSaysWhatIsRight() {
        assertThatThrownBy(() -> DIGITS.tuned(folder, "tune: {lerning-rate: [1, 2]}", Sensitivity.HIGH))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("Did you mean `learning-rate`?");
        assertThatThrownBy(() -> DIGITS.tuned(folder, "tune: {learning-rate: 0.1}", Sensitivity.HIGH))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("[1e-4, 1e-2]");
        assertThatThrownBy(() -> DIGITS.tuned(folder, "tune: {schedule: [warp]}", Sensitivity.HIGH))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("cosine");
    }

    private static Knob knob(Proposed proposed, String name) {
        return proposed.knobs().stream()
                .filter(k -> k.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Object> choices(Proposed proposed, String name) {
        var domain = knob(proposed, name).domain();
        return ChoiceDomain.of(domain);
    }
}
