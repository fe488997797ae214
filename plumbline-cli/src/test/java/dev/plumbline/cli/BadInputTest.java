package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever cannot be used ends with status 2 and one line that says what, where and what to do; nothing is written. */
class BadInputTest extends DamagedTable {
    @Test
    void theTableThatIsDamagedHereIsHealthy() {
        experiment("data: {train: train.csv, target: kind}");

        Answer answer = Answer.to(
                "check", folder.toString(), "--out", folder.resolve("out").toString());

        assertThat(answer.err()).isEmpty();
        assertThat(answer.status()).isZero();
        assertThat(folder.resolve("out").resolve("report.json")).exists();
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        refusedAt(folder.resolve("experimant.yaml"), "experimant.yaml", "no such file");
        refusedAt(folder.resolve("nowhere"), "nowhere", "no such file");
        refusedAt(folder.resolve("nothing.csv"), "nothing.csv", "no such file");
    }

    @Test
    void aFolderWithoutAnExperimentIsNamed() throws IOException {
        refusedAt(Files.createDirectory(folder.resolve("empty")), "experiment.yaml");
    }

    @Test
    void aDataFileThatIsNotThereIsNamedWithTheNearest() {
        experiment("data: {train: trian.csv}");
        refused("trian.csv", "no such file", "Did you mean `train.csv`?");
    }

    @Test
    void anEmptyDataFileIsNamed() throws IOException {
        Files.write(folder.resolve("train.csv"), new byte[0]);
        experiment("data: {train: train.csv}");
        refused("train.csv", "found an empty file");
        refusedAt(folder.resolve("train.csv"), "train.csv", "found an empty file");
    }

    @Test
    void aTableOfNothingButItsHeaderIsNamed() {
        write("train.csv", "length,width,kind");
        experiment("data: {train: train.csv}");
        refused("train.csv", "found only the header");
    }

    @Test
    void anEmptyExperimentIsNamed() throws IOException {
        Files.write(folder.resolve("experiment.yaml"), new byte[0]);
        refused("experiment.yaml", "expected", "found");
        experiment("# nothing yet");
        refused("experiment.yaml", "expected", "found");
    }

    @Test
    void anExperimentThatIsNotYamlNamesItsLine() {
        experiment("data: {train: train.csv", "model: [");
        refused("experiment.yaml", "line");
        experiment("just words");
        refused("experiment.yaml", "expected", "found");
    }

    @Test
    void anArchiveThatIsCutOffIsNamed() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("..", "examples", "vowels", "train.npz"));
        for (int size : new int[] {whole.length / 2, whole.length - 10, 100, 3}) {
            Files.write(folder.resolve("train.npz"), Arrays.copyOf(whole, size));
            experiment("data: {train: train.npz}");
            refused("train.npz", "expected", "found");
        }
    }

    @Test
    void aRowOfAnotherWidthIsNamed() throws IOException {
        List<String> lines = table();
        lines.set(7, "1.0,2.0,oak");
        write("train.csv", lines.toArray(String[]::new));
        experiment("data: {train: train.csv}");
        refused("train.csv, line 8", "expected 4 values", "found 3");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "modle: {architecture: mlp}|model",
                "trainning: {epochs: 3}|training",
                "training: {epoch: 3}|epochs",
                "training: {optimizer: {name: adam, learning_rate: 0.1}}|learning-rate",
                "training: {batchsize: 3}|batch-size",
                "training: {loss: crossentropy}|cross-entropy",
                "training: {optimizer: adma}|adam",
                "goal: {metric: acuracy}|accuracy",
                "task: clasification|classification",
            })
    void aWordThatIsNotKnownNamesTheRightOne(String line, String right) {
        experiment("data: {train: train.csv, target: kind}", line);
        refused("experiment.yaml", "Did you mean `" + right + "`?");
    }

    @Test
    void aKeyThatComesTwiceIsNamed() {
        experiment("data: {train: train.csv, target: kind}", "name: a", "name: b");
        refused("experiment.yaml", "name");
    }

    @Test
    void aTargetThatIsNotThereNamesTheNearestColumn() {
        experiment("data: {train: train.csv, target: kinds}");
        refused("train.csv", "\"kinds\"", "Did you mean `kind`?");
    }

    @Test
    void oneClassCannotBeLearned() throws IOException {
        column(3, "oak");
        experiment("data: {train: train.csv, target: kind}");
        refused("train.csv", "at least two classes", "only \"oak\"");
    }

    @Test
    void targetsThatAreMissingAreCounted() throws IOException {
        List<String> lines = table();
        lines.set(4, "1,2,3,");
        lines.set(9, "1,2,3,NaN");
        write("train.csv", lines.toArray(String[]::new));
        experiment("data: {train: train.csv, target: kind}");
        refused("column \"kind\"", "missing", "line 5");
    }

    @Test
    void aWordAmongNumbersIsNamed() throws IOException {
        List<String> lines = table();
        lines.set(20, "1,wide,3,oak");
        write("train.csv", lines.toArray(String[]::new));
        experiment("data: {train: train.csv, target: kind}");
        refused("train.csv, line 21, column \"width\"", "expected a number", "\"wide\"");
    }

    @Test
    void wordsAreNoTargetOfARegression() {
        experiment("task: regression", "data: {train: train.csv, target: kind}");
        refused("column \"kind\"", "task: classification");
    }

    @Test
    void aSampleShapeThatDoesNotFitIsNamed() {
        experiment("data: {train: train.csv, target: kind, sample-shape: [1, 2, 2]}");
        refused("expected 4 values", "found 3");
    }

    @Test
    void layersThatDoNotFitAreNamed() {
        experiment(
                "data: {train: train.csv, target: kind}",
                "model: {layers: [{conv2d: {filters: 4, kernel-size: 3, name: first}}, flatten, {dense: {units: 2}}]}");
        refused("experiment.yaml.model.layers[0] conv2d", "expected 4 axes", "found 2 axes", "data.sample-shape");
    }

    @Test
    void aWindowLargerThanTheImageIsNamed() throws IOException {
        Files.copy(Path.of("..", "examples", "digits", "train.csv"), folder.resolve("digits.csv"));
        experiment(
                "data: {train: digits.csv, target: digit, sample-shape: [1, 8, 8]}",
                "model: {layers: [{conv2d: {filters: 4, kernel-size: 11, name: wide}}, flatten, {dense: {units: 10}}]}");
        refused("wide", "expected", "found");
    }

    @Test
    void anOutputThatDoesNotFitTheAmountIsAFindingWithItsProof() {
        experiment(
                "data: {train: train.csv, inputs: [length, width], target: height}",
                "task: regression",
                "model: {layers: [{dense: {units: 8, activation: relu}}, {dense: {units: 3, name: output}}]}");
        Answer answer = Answer.to(
                "run",
                folder.toString(),
                "--budget",
                "20s",
                "--out",
                folder.resolve("out").toString());
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.words()).contains("output-width", "3 units for 1", "output-units=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-entropy", "nll", "bce"})
    void aLossThatDoesNotFitTheTaskIsTestedAgainstOneThatDoes(String loss) {
        experiment(
                "task: regression",
                "data: {train: train.csv, inputs: [length, width], target: height}",
                "model: {architecture: mlp}",
                "training: {loss: " + loss + ", epochs: 40, optimizer: {name: adam, learning-rate: 0.003}}");
        Answer answer = Answer.to(
                "run",
                folder.toString(),
                "--budget",
                "20s",
                "--out",
                folder.resolve("out").toString());
        assertThat(answer.status()).isLessThan(2);
        assertThat(answer.words()).contains("loss=mse");
    }

    @Test
    void anArchitectureThatIsNotKnownNamesTheNearest() {
        experiment("data: {train: train.csv, target: kind}", "model: {architecture: mlpp}");
        refused("model.architecture", "found \"mlpp\"", "Did you mean `mlp`?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "training: {batch-size: 0}",
                "training: {batch-size: -4}",
                "training: {batch-size: many}",
                "training: {epochs: 0}",
                "training: {epochs: 1.5}",
                "training: {optimizer: {name: sgd, learning-rate: -1}}",
                "training: {optimizer: {name: sgd, learning-rate: fast}}",
                "training: {optimizer: {name: sgd, learning-rate: .nan}}",
                "goal: {metric: accuracy, target: 98}",
                "budget: soon",
                "model: {layers: []}",
                "model: {layers: [{dense: {units: 0}}]}",
            })
    void aValueThatCannotBeIsNamed(String line) {
        experiment("data: {train: train.csv, target: kind}", line);
        refused("experiment.yaml", "expected", "found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validation: {fraction: 0.001}",
                "validation: {fraction: 0}",
                "validation: {fraction: 1}",
                "test: {fraction: 0.999}"
            })
    void aSplitOfNoRowsIsNamed(String split) {
        experiment("data:", "  train: train.csv", "  target: kind", "  " + split);
        refused(split.substring(0, split.indexOf(':')), "expected", "found");
    }

    @Test
    void aTestFileOfOtherColumnsIsNamed() {
        write("test.csv", "length,width,kind", "1,2,oak");
        experiment("data: {train: train.csv, test: test.csv, target: kind}");
        refused("test.csv", "\"height\"");
    }

    @Test
    void aFileThatMayNotBeReadIsNamed() throws IOException {
        Path secret = folder.resolve("train.csv");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        // root may read everything; plumbline-formats tests the refusal itself
        assumeFalse(Files.isReadable(secret), "this user may read every file");
        experiment("data: {train: train.csv, target: kind}");
        refused("train.csv", "no permission to read it");
        Files.setPosixFilePermissions(folder.resolve("experiment.yaml"), PosixFilePermissions.fromString("---------"));
        refused("experiment.yaml", "no permission to read it");
    }

    @Test
    void aFileInPlaceOfTheOutputFolderIsNamed() {
        experiment("data: {train: train.csv, target: kind}");
        refuses(
                Answer.to(
                        "run",
                        folder.toString(),
                        "--out",
                        folder.resolve("train.csv").toString()),
                "train.csv",
                "--out");
    }
}
