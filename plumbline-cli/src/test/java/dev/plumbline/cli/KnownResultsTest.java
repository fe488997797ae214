package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.compare.KnownResultChecks;
import dev.plumbline.compare.KnownResults;
import dev.plumbline.compare.References;
import dev.plumbline.data.CachedData;
import dev.plumbline.data.DataSource;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Reference;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.formats.FileData;
import dev.plumbline.formats.ModelFiles;
import dev.plumbline.formats.onnx.OnnxWriter;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.NetworkFactory;
import dev.plumbline.start.Starter;
import dev.plumbline.torch.TorchLab;
import dev.plumbline.torch.TorchSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Experiments on the wine data beside results that are known, with the real lab. */
class KnownResultsTest {
    private static final Path WINE = Path.of("..", "examples", "wine", "experiment.yaml");
    private static final String HEALTHY = mlp("relu", "cross-entropy, optimizer: {name: adam, learning-rate: 1e-2}");
    private static final String STUCK = mlp("relu", "cross-entropy, optimizer: {name: sgd, learning-rate: 1e-9}");

    private final CachedData data = new CachedData(new FileData());
    private final Lab lab =
            new TorchLab(data, NetworkFactory.standard().reading(new ModelFiles()), TorchSettings.standard());

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        lab.close();
    }

    private static String mlp(String activation, String loss) {
        return "model: {layers: [{dense: {units: 16, activation: " + activation + "}}, {dense: {units: 3}}]}\n"
                + "training: {loss: " + loss + ", epochs: 20, batch-size: 16}\n";
    }

    private Experiment experiment(String model, Reference reference) {
        String yaml = "data: {train: train.csv, test: test.csv}\n" + model;
        Experiment experiment = new Starter()
                .propose(
                        ExperimentFile.parse(yaml, WINE),
                        data.load(ExperimentFile.parse(yaml, WINE).data(), null))
                .experiment();
        return experiment.withGoal(experiment.goal().withReference(reference));
    }

    private static Reference model(Path file) {
        return new Reference(file, null, null, null);
    }

    private static Reference published(double score, @Nullable Integer examples) {
        return new Reference(null, null, score, examples);
    }

    private Path written(String model, long seed) throws IOException {
        Experiment reference = experiment(model, Reference.NONE);
        Experiment seeded = reference.withTraining(reference.training().withSeed(seed));
        Map<String, Tensor> values =
                lab.values(seeded, Map.of(), lab.data(seeded).train().first(2).inputs());
        Path file = folder.resolve("reference.onnx");
        new OnnxWriter().write(lab.network(seeded), values, file);
        return file;
    }

    private KnownResults compare(Experiment experiment, DataSource source, boolean unexplained) {
        References references = References.open(lab, source, experiment, lab.data(experiment));
        Run run = lab.run(
                experiment, RunRequest.full(Deadline.in(Duration.ofMinutes(1)).budget()), Observer.SILENT);
        Deadline deadline = Deadline.in(Duration.ofMinutes(1));
        KnownResults.ModelResult model = references.trained(run, SplitName.TEST, deadline, Observer.SILENT);
        return references.compare(run, SplitName.TEST, model, unexplained, deadline, Observer.SILENT);
    }

    private List<Finding> findings(Experiment experiment) {
        return findings(compare(experiment, data, false));
    }

    private static List<Finding> findings(KnownResults known) {
        return KnownResultChecks.standard().stream()
                .flatMap(check -> check.look(known).stream())
                .toList();
    }

    /** A source whose every file of arrays holds these predictions of test. */
    private DataSource answering(Tensor predictions) {
        return new DataSource() {
            @Override
            public Dataset load(dev.plumbline.experiment.DataPlan plan, dev.plumbline.experiment.@Nullable Task task) {
                return data.load(plan, task);
            }

            @Override
            public Map<String, Tensor> arrays(Path file) {
                return Map.of("test", predictions);
            }
        };
    }

    @Test
    void anotherActivationIsFoundWhereTheNetworksPart_andProvenByTrainingTheReference() throws IOException {
        String stuck = "model: {layers: [{dense: {units: 16, activation: relu}}, {activation: {activation: softmax}}, "
                + "{dense: {units: 16, initializer: zeros}}, {activation: {activation: relu}}, {dense: {units: 3}}]}\n"
                + "training: {optimizer: {name: adam, learning-rate: 1e-2}, epochs: 20, batch-size: 16}\n";
        String reference = stuck.replace("{activation: {activation: softmax}}", "{activation: {activation: relu}}")
                .replace(", initializer: zeros", "");
        List<Finding> findings = findings(experiment(stuck, model(written(reference, 3))));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule().id()).isEqualTo("differs-from-reference");
            assertThat(finding.seen())
                    .contains("it goes on with Softmax")
                    .contains("of layer activation_1")
                    .contains("the reference with Relu");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.status()).isEqualTo(Status.CONFIRMED);
        });
    }

    @Test
    void theSameGraphWithOtherRandomWeightsIsNoDifference() throws IOException {
        assertThat(findings(experiment(HEALTHY, model(written(HEALTHY, 7))))).isEmpty();
    }

    @Test
    void aDifferenceThatDoesNotHurtIsRuledOut() throws IOException {
        String other = HEALTHY.replace("relu", "tanh");
        assertThat(findings(experiment(HEALTHY, model(written(other, 7)))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.status()).isEqualTo(Status.RULED_OUT));
    }

    @Test
    void betterPredictionsOfAnotherModelAreToldWithTheExamplesThatOnlyItGetsRight() {
        Experiment stuck = experiment(STUCK, new Reference(null, Path.of("answers.npz"), null, null));
        Split test = lab.data(stuck).split(SplitName.TEST).orElseThrow();
        assertThat(findings(compare(stuck, answering(test.targets()), false)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.seen())
                        .contains("the reference 100.0 %")
                        .contains("only the reference is right on"));
        LongTensor worse = LongTensor.of(new long[test.size()], test.size());
        Experiment healthy = experiment(HEALTHY, new Reference(null, Path.of("answers.npz"), null, null));
        assertThat(findings(compare(healthy, answering(worse), false))).isEmpty();
    }

    @Test
    void predictionsOfAnotherNumberOfExamplesAreRefusedBeforeAnythingIsTrained() {
        Experiment experiment = experiment(HEALTHY, new Reference(null, Path.of("answers.npz"), null, null));
        DataSource source = answering(LongTensor.of(new long[5], 5));
        assertThatThrownBy(() -> References.open(lab, source, experiment, lab.data(experiment)))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("an answer for each of the 36 examples of test")
                .hasMessageContaining("found shape (5)");
    }

    @Test
    void aPublishedScoreIsMissedOnlyBeyondTheNoise() {
        assertThat(findings(experiment(STUCK, published(0.97, 10_000))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule().id()).isEqualTo("below-published-result");
                    assertThat(finding.seen()).contains("published 97.0 % on 10000 examples");
                });
        assertThat(findings(experiment(HEALTHY, published(0.97, 10_000)))).isEmpty();
        // 5 examples say little
        assertThat(findings(experiment(STUCK, published(0.6, 5)))).isEmpty();
    }

    @Test
    void aPublishedScoreInPercentIsRefused() {
        Experiment experiment = experiment(HEALTHY, published(97, null));
        assertThatThrownBy(() -> References.open(lab, data, experiment, lab.data(experiment)))
                .hasMessageContaining("reference.metric-value: expected a score by accuracy, at most 1, found 97.0");
    }

    @Test
    void aNetworkThatDoesNotLearnAtAllFailsOnTheBenchmarkToo() {
        assertThat(findings(compare(experiment(STUCK, Reference.NONE), data, true)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule().id()).isEqualTo("fails-on-benchmark");
                    assertThat(finding.subject()).isEqualTo("network on wine");
                });
    }

    @Test
    void aHealthyNetworkOnHopelessDataPassesTheBenchmark() {
        Experiment experiment = experiment(HEALTHY, Reference.NONE);
        Dataset wine = lab.data(experiment);
        SplittableRandom random = new SplittableRandom(1);
        long[] classes = ((LongTensor) wine.train().targets()).values().clone();
        Arrays.setAll(classes, i -> random.nextInt(3));
        Dataset hopeless =
                wine.with(SplitName.TRAIN, new Split(wine.train().inputs(), LongTensor.of(classes, classes.length)));
        try (Lab shuffled =
                new TorchLab(DataSource.of(hopeless), NetworkFactory.standard(), TorchSettings.standard())) {
            References references = References.open(shuffled, data, experiment, hopeless);
            Run run = shuffled.run(
                    experiment,
                    RunRequest.full(Deadline.in(Duration.ofMinutes(1)).budget()),
                    Observer.SILENT);
            KnownResults known = references.compare(
                    run, SplitName.TEST, null, true, Deadline.in(Duration.ofMinutes(1)), Observer.SILENT);
            assertThat(known.benchmark()).isNotNull();
            assertThat(findings(known)).isEmpty();
        }
    }
}
