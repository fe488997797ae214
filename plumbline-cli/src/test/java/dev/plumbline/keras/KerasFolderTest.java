package dev.plumbline.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.CachedData;
import dev.plumbline.data.SplitName;
import dev.plumbline.experiment.Budget;
import dev.plumbline.experiment.Draft;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Metric;
import dev.plumbline.experiment.Task;
import dev.plumbline.formats.FileData;
import dev.plumbline.formats.ModelFiles;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Predictions;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.start.Starter;
import dev.plumbline.torch.TorchLab;
import dev.plumbline.torch.TorchSettings;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders of another program train as Keras trains them, without a word more; {@code make_folders.py} made them. */
class KerasFolderTest {
    private static Path folder(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(KerasFolderTest.class.getResource("folder-" + name), name)
                .toURI());
    }

    private static Run run(Path folder) {
        NetworkFactory networks = NetworkFactory.standard().reading(new ModelFiles());
        Draft written = ExperimentFile.read(folder.resolve("experiment.yaml"));
        ImportedModel model =
                networks.imported(Objects.requireNonNull(written.model())).orElseThrow();
        Starter starter = new Starter();
        Draft draft = starter.naming(written, model);
        CachedData data = new CachedData(new FileData());
        Experiment experiment = starter.propose(draft, data.load(draft.data(), draft.task()), model)
                .experiment();
        RunRequest request = new RunRequest(
                Budget.of(Duration.ofMinutes(1)), RunRequest.Probing.NONE, Set.of(SplitName.TRAIN), false, 0);
        try (TorchLab lab = new TorchLab(data, networks, TorchSettings.standard())) {
            return lab.run(experiment, request, Observer.SILENT);
        }
    }

    @Test
    void anOutputWithoutItsArray_isAskedFor(@TempDir Path folder) throws IOException, URISyntaxException {
        Path original = folder("weighted");
        Files.copy(original.resolve("model.keras"), folder.resolve("model.keras"));
        Files.copy(original.resolve("data.npz"), folder.resolve("data.npz"));
        Files.writeString(
                folder.resolve("experiment.yaml"),
                "{data: {train: data.npz, other-targets: {price: cost}}, model: model.keras}");

        assertThatThrownBy(() -> run(folder))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("the array \"cost\" (data.other-targets.price)")
                .hasMessageContaining("only x, kind, price");
    }

    @Test
    void withoutOtherLosses_theFirstOutputIsTrainedAlone(@TempDir Path folder) throws IOException, URISyntaxException {
        Path original = folder("weighted");
        Files.copy(original.resolve("model.keras"), folder.resolve("model.keras"));
        Files.copy(original.resolve("data.npz"), folder.resolve("data.npz"));
        Files.writeString(
                folder.resolve("experiment.yaml"),
                "{data: {train: data.npz, target: kind}, model: model.keras, training: {epochs: 1, other-losses: {}}}");

        Run run = run(folder);

        assertThat(run.experiment().training().otherLosses()).isEmpty();
        assertThat(run.outcome()).isInstanceOf(Outcome.Completed.class);
    }

    @Test
    void whatAnEditTookOut_doesNotComeBackFromTheModelFile(@TempDir Path folder)
            throws IOException, URISyntaxException {
        for (String name : List.of("accumulated", "both")) {
            Path original = folder(name);
            Files.copy(original.resolve("model.keras"), folder.resolve(name + ".keras"));
            Files.copy(original.resolve("data.npz"), folder.resolve(name + ".npz"));
            Path file = folder.resolve(name + ".yaml");
            Files.writeString(file, "{data: {train: " + name + ".npz}, model: " + name + ".keras}");
            Experiment carried = proposed(file);
            Experiment plain = carried.withTraining(
                    carried.training().withClipping(null).withEma(null).withGradientAccumulationSteps(1));
            ExperimentFile.save(plain, file);

            assertThat(carried.training().gradientAccumulationSteps()).isGreaterThan(1);
            assertThat(proposed(file)).isEqualTo(plain);
        }
    }

    private static Experiment proposed(Path file) {
        Draft written = ExperimentFile.read(file);
        ImportedModel model = NetworkFactory.standard()
                .reading(new ModelFiles())
                .imported(Objects.requireNonNull(written.model()))
                .orElseThrow();
        Draft draft = new Starter().naming(written, model);
        return new Starter()
                .propose(draft, new FileData().load(draft.data(), draft.task()), model)
                .experiment();
    }

    private static Map<String, Double> scores(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("scores")).stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(cells -> cells[0], cells -> Double.valueOf(cells[1])));
    }

    @ParameterizedTest
    @CsvSource({
        "tagger, TAGGING, ACCURACY, accuracy",
        "segmentation, TAGGING, ACCURACY, accuracy",
        "weighted, CLASSIFICATION, ACCURACY, kind_accuracy",
        "listed, REGRESSION, MAE, a_mae",
        "void, TAGGING, ACCURACY, accuracy",
        "unlabelled, CLASSIFICATION, ACCURACY, accuracy",
        "padded, TAGGING, ACCURACY, steps_accuracy",
        "accumulated, CLASSIFICATION, ACCURACY, accuracy",
        "averaged, CLASSIFICATION, ACCURACY, accuracy",
        "both, CLASSIFICATION, ACCURACY, accuracy",
        "orthogonal, CLASSIFICATION, ACCURACY, accuracy",
        "heads, CLASSIFICATION, ACCURACY, kind_accuracy",
        "last, REGRESSION, MAE, price_mae",
        "lengths, REGRESSION, MAE, mae",
        "formulas, TAGGING, ACCURACY, accuracy",
        "factored, CLASSIFICATION, ACCURACY, accuracy"
    })
    void trainsAndScoresAsInKeras(String name, Task task, Metric metric, String keras)
            throws IOException, URISyntaxException {
        Path folder = folder(name);

        Run run = run(folder);

        assertThat(run.experiment().task()).isEqualTo(task);
        assertThat(run.experiment().goal().metric()).isEqualTo(metric);
        List<Double> losses = Files.readAllLines(folder.resolve("losses")).stream()
                .map(Double::valueOf)
                .toList();
        float[] ours = run.trace().losses();
        assertThat(ours).hasSize(losses.size());
        for (int i = 0; i < ours.length; i++) {
            assertThat((double) ours[i]).as("step " + i).isCloseTo(losses.get(i), within(1e-3 * losses.get(i)));
        }
        Predictions train = run.predictions(SplitName.TRAIN).orElseThrow();
        assertThat(train.size()).isEqualTo(name.equals("unlabelled") ? 30 : 40);
        boolean isOfPredictionsAlone = !name.equals("orthogonal");
        if (scores(folder).size() == 2 && isOfPredictionsAlone) {
            double loss = Objects.requireNonNull(scores(folder).get("loss"));
            assertThat(train.loss()).isCloseTo(loss, within(1e-3 * loss));
        }
        assertThat(train.score(metric))
                .isCloseTo(Objects.requireNonNull(scores(folder).get(keras)), within(1e-3));
        assertThat(run.otherPredictions())
                .hasSameSizeAs(run.experiment().training().otherLosses());
        for (Map.Entry<String, Map<SplitName, Predictions>> other :
                run.otherPredictions().entrySet()) {
            assertAgree(Objects.requireNonNull(other.getValue().get(SplitName.TRAIN)), other.getKey(), scores(folder));
        }
    }

    private static void assertAgree(Predictions other, String output, Map<String, Double> scores) {
        double loss = Objects.requireNonNull(scores.get(output + "_loss"));
        assertThat(other.loss()).as(output + " loss").isCloseTo(loss, within(1e-3 * loss));
        Map<String, Metric> metrics = Map.of("_accuracy", Metric.ACCURACY, "_mae", Metric.MAE);
        metrics.forEach((ending, metric) -> {
            Double score = scores.get(output + ending);
            if (score != null && metric.suits(other.task())) {
                assertThat(other.score(metric)).as(output + " " + metric).isCloseTo(score, within(1e-3));
            }
        });
    }
}
