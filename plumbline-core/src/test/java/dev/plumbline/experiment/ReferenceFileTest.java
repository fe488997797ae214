package dev.plumbline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.Setups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known results in the experiment file. */
class ReferenceFileTest {
    @TempDir
    private Path folder;

    private Draft draft(String reference) {
        return ExperimentFile.parse(
                "data: {train: train.csv}\nreference: " + reference, folder.resolve("experiment.yaml"));
    }

    private static Reference of(Draft draft) {
        return Objects.requireNonNull(draft.goal()).reference();
    }

    @Test
    void filesAreTakenRelativeToTheExperiment() throws IOException {
        Files.writeString(folder.resolve("other.keras"), "");
        Files.writeString(folder.resolve("answers.npz"), "");
        assertThat(of(draft("{model: other.keras, predictions: answers.npz, metric-value: 0.97, examples: 100}")))
                .isEqualTo(new Reference(folder.resolve("other.keras"), folder.resolve("answers.npz"), 0.97, 100));
    }

    @Test
    void aFileThatIsNotThereIsToldAtOnce() {
        assertThatThrownBy(() -> draft("{model: other.keras}"))
                .hasMessageContaining("reference.model: expected a model file (.keras, .h5, .onnx), found no file");
    }

    @Test
    void aNumberOfExamplesWithoutAScoreIsRefused() {
        assertThatThrownBy(() -> draft("{examples: 100}")).hasMessageContaining("metric-value");
    }

    @Test
    void anUnknownKeyNamesTheNearest() {
        assertThatThrownBy(() -> draft("{metric-valu: 0.9}")).hasMessageContaining("Did you mean `metric-value`?");
    }

    @Test
    void referencesSurviveWritingAndAreNoPartOfTheFingerprint() {
        Experiment plain = Setups.experiment("model: {architecture: mlp}", ExampleData.wine());
        Reference reference = new Reference(null, null, 0.97, 10_000);
        Experiment known = plain.withGoal(plain.goal().withReference(reference));
        assertThat(known.fingerprint()).isEqualTo(plain.fingerprint());
        String text = ExperimentFile.write(known, folder);
        assertThat(of(ExperimentFile.parse(text, folder.resolve("experiment.yaml"))))
                .isEqualTo(reference);
    }

    @Test
    void theMetricIsStillChosenByTheDataWhereOnlyAReferenceIsGiven() {
        Experiment regression = Setups.experiment("reference: {metric-value: 55}", ExampleData.diabetes());
        assertThat(regression.goal().metric()).isEqualTo(Metric.RMSE);
        assertThat(regression.goal().reference().metricValue()).isEqualTo(55);
    }
}
