package dev.plumbline.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentFileTest {
    private static final Path FILE = Path.of("case", "experiment.yaml");

    private static final String FULL = """
            name: digits
            task: classification
            data:
              train: train.csv
              validation: {fraction: 0.2}
              shifted-validation: scanner.csv
              test: test.csv
              inputs: [a, b]
              target: y
              sample-shape: [1, 8, 8]
              modality: image
              normalization: unit-range
              classes: ["1", "7"]
              other-targets: {ink: {array: gray, task: regression}, top: top, kind: {array: kinds, ignore-class: 0}}
              ignore-class: -1
              max-examples: 500
              seed: 3
            model:
              layers:
                - conv2d: {filters: 6, kernel-size: [3, 5], activation: relu}
                - flatten
                - dense: {units: 2, initializer: normal(0.05)}
              edits:
                - {initialize: he}
                - {replace-activation: Relu, with: Tanh}
            training:
              loss: {name: cross-entropy, scale: 2}
              optimizer: {name: adam, learning-rate: 3e-4}
              schedule: {name: cosine, warmup-steps: 10}
              batch-size: 16
              epochs: 4
              clip-norm: 1.5
              early-stopping: 2
              shuffle: false
              seed: 9
              other-losses: {ink: {name: huber, scale: 0.5, delta: 2}, top: mae}
              gradient-accumulation-steps: 3
              ema: {momentum: 0.95, overwrite-frequency: 7}
            goal: {metric: accuracy, target: 0.98, irreducible-error: 0.01}
            budget: 90s
            """;

    private static Experiment complete(Draft draft) {
        Draft.TrainingDraft t = draft.training();
        return new Experiment(
                draft.name(),
                java.util.Objects.requireNonNull(draft.task()),
                draft.data(),
                java.util.Objects.requireNonNull(draft.model()),
                new TrainingPlan(
                        java.util.Objects.requireNonNull(t.loss()),
                        java.util.Objects.requireNonNull(t.optimizer()),
                        java.util.Objects.requireNonNull(t.schedule()),
                        java.util.Objects.requireNonNull(t.batchSize()),
                        java.util.Objects.requireNonNull(t.epochs()),
                        t.clipping(),
                        t.earlyStopping(),
                        java.util.Objects.requireNonNull(t.shuffle()),
                        java.util.Objects.requireNonNull(t.seed()),
                        java.util.Objects.requireNonNull(t.otherLosses()),
                        java.util.Objects.requireNonNull(t.gradientAccumulationSteps()),
                        t.ema()),
                java.util.Objects.requireNonNull(draft.goal()));
    }

    @Test
    void readsEveryKey() {
        Draft draft = ExperimentFile.parse(FULL, FILE);

        assertThat(draft.name()).isEqualTo("digits");
        assertThat(draft.data().validation()).isEqualTo(new SplitPlan.Fraction(0.2));
        assertThat(draft.data().train()).isEqualTo(Path.of("case", "train.csv").toAbsolutePath());
        assertThat(draft.data().sampleShape()).containsExactly(1, 8, 8);
        assertThat(draft.normalizationGiven()).isTrue();
        assertThat(draft.training().optimizer()).isEqualTo(Optimizer.Adam.of(3e-4));
        assertThat(draft.training().schedule()).isEqualTo(new Schedule.Cosine(10));
        assertThat(java.util.Objects.requireNonNull(draft.model()).edits()).hasSize(2);
        assertThat(draft.data().otherTargets())
                .containsEntry("ink", new TargetPlan("gray", Task.REGRESSION))
                .containsEntry("top", new TargetPlan("top", null))
                .containsEntry("kind", new TargetPlan("kinds", null, 0));
        assertThat(draft.data().ignoreClass()).isEqualTo(-1);
        assertThat(draft.training().otherLosses())
                .containsEntry("ink", new LossPlan(Loss.HUBER, 0.5).with("delta", 2))
                .containsEntry("top", LossPlan.of(Loss.MAE));
        assertThat(draft.training().gradientAccumulationSteps()).isEqualTo(3);
        assertThat(draft.training().ema()).isEqualTo(new Ema(0.95, 7));
        assertThat(draft.budget()).isNotNull();
        assertThat(java.util.Objects.requireNonNull(draft.budget()).timeText()).isEqualTo("90s");
    }

    @Test
    void whatIsWritten_isReadBackEqual() {
        Experiment experiment = complete(ExperimentFile.parse(FULL, FILE));

        String yaml = ExperimentFile.write(experiment, Path.of("case"));
        Experiment again = complete(ExperimentFile.parse(yaml, FILE));

        assertThat(again).isEqualTo(experiment);
        assertThat(again.fingerprint()).isEqualTo(experiment.fingerprint());
        assertThat(yaml)
                .contains("train: train.csv")
                .doesNotContain(Path.of("").toAbsolutePath().toString());
    }

    @Test
    void fingerprint_changesWithEverySettingButTheName() {
        Experiment experiment = complete(ExperimentFile.parse(FULL, FILE));

        assertThat(experiment.withName("other").fingerprint()).isEqualTo(experiment.fingerprint());
        assertThat(experiment.withTraining(experiment.training().withSeed(10)).fingerprint())
                .isNotEqualTo(experiment.fingerprint());
        assertThat(experiment.withData(experiment.data().withSeed(4)).fingerprint())
                .isNotEqualTo(experiment.fingerprint());
        assertThat(experiment
                        .withModel(experiment.model().with(new ModelEdit.Unfreeze()))
                        .fingerprint())
                .isNotEqualTo(experiment.fingerprint());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data: {train: a.csv}\\nmodle: {} | unknown key `modle`. Did you mean `model`?",
                "data: {trian: a.csv} | unknown key `trian`. Did you mean `train`?",
                "data: {train: a.csv}\\ntraining: {optimiser: adam} | unknown key `optimiser`. Did you mean `optimizer`?",
                "data: {train: a.csv}\\ntraining: {optimizer: adma} | Did you mean `adam`?",
                "data: {train: a.csv}\\ntraining: {loss: crossentropy} | Did you mean `cross-entropy`?",
                "data: {train: a.csv}\\ntraining: {batch-size: many} | expected a whole number, found \"many\"",
                "data: {train: a.csv}\\ntraining: {batch-size: 0} | expected at least 1, found 0",
                "data: {train: a.csv, validation: {fraction: 1.5}} | a number from 0 to 1, found 1.5",
                "data: {train: a.csv}\\ntraining: {gradient-accumulation-steps: 0} | steps: expected at least 1, found 0",
                "data: {train: a.csv}\\ntraining: {ema: {momentum: 1.5}} | ema.momentum: expected a number from 0 to 1, found 1.5",
                "data: {train: a.csv}\\ntraining: {ema: {overwrite-frequency: 0}} | frequency: expected at least 1, found 0",
                "data: {train: a.csv, ignore-class: void}  | data.ignore-class: expected a whole number, found \"void\"",
                "data: {train: a.csv}\\ntask: clasification | Did you mean `classification`?",
                "data: {train: a.csv}\\nbudget: soon | expected a time like 90s, 5m or 1h",
                "data: {train: a.csv}\\nmodel: {layers: []} | a list with at least one element",
                "name: x | expected the key `data`, found none",
                "data: {train: a.csv | experiment.yaml, line 1: expected YAML",
                "data: {train: a.csv, train: b.csv} | `train` twice",
                "just text | expected keys and values, found a single value"
            })
    void whatIsWrong_isSaidInOneLine(String yaml, String message) {
        assertThatThrownBy(() -> ExperimentFile.parse(yaml.replace("\\n", "\n"), FILE))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @Test
    void emptyFile_missingFile_andBinaryFile_areNamed(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("experiment.yaml"));
        assertThatThrownBy(() -> ExperimentFile.read(folder)).hasMessageContaining("found an empty file");

        Files.write(empty, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatThrownBy(() -> ExperimentFile.read(folder)).hasMessageContaining("expected UTF-8 text");

        assertThatThrownBy(() -> ExperimentFile.read(folder.resolve("none.yaml")))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void aliasBomb_isRefused() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a, *a, *a]\nc: [*b, *b, *b, *b]\n";
        assertThatThrownBy(() -> ExperimentFile.parse(bomb.repeat(1), FILE)).isInstanceOf(UnusableInputException.class);
    }

    @Test
    void save_replacesTheFileWholeAndLeavesNothingElse(@TempDir Path folder) throws IOException {
        Experiment experiment = complete(ExperimentFile.parse(FULL, folder.resolve("experiment.yaml")));
        Path file = folder.resolve("fixed.yaml");

        ExperimentFile.save(experiment, file);
        ExperimentFile.save(experiment.withName("again"), file);

        assertThat(ExperimentFile.read(file).name()).isEqualTo("again");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
