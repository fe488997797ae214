package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.debug.OneBatch;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.Trend;
import dev.plumbline.debug.cause.Causes;
import dev.plumbline.debug.search.OneBatchSearch;
import dev.plumbline.debug.search.SearchResult;
import dev.plumbline.debug.search.Workers;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Modality;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.intervention.TestedIntervention.Verdict;
import dev.plumbline.lab.Deadline;
import dev.plumbline.lab.Observer;
import dev.plumbline.network.Network;
import dev.plumbline.network.ShapeInference;
import dev.plumbline.network.operator.Operators;
import dev.plumbline.start.DataProfiler;
import dev.plumbline.start.Starter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults planted in experiments that learn without them, and searched with the real engine. */
class OneBatchSearchTest {
    private static final Dataset BLOBS = Samples.classes(Shape.of(12), Modality.TABULAR, 300, 4, 0);
    private static final Dataset NUMBERS = Samples.regression(300, 4);

    private static final String DATA = "data: {train: made-in-the-test}\n";
    private static final String RAW = "data: {train: made-in-the-test, normalization: none}\n";
    private static final String STANDARD_TARGETS =
            "data: {train: made-in-the-test, target-normalization: standardize}\n";
    private static final String MLP =
            "model: {layers: [{dense: {units: 32, activation: relu}}, {dense: {units: 4}}]}\n";

    /** The same rows, but the first number counts in thousands. */
    private static Dataset stretched() {
        Dataset stretched = BLOBS;
        for (Map.Entry<SplitName, Split> entry : BLOBS.splits().entrySet()) {
            FloatTensor x = (FloatTensor) entry.getValue().inputs().get(0);
            float[] values = x.values().clone();
            for (int i = 0; i < values.length; i += x.rowElements()) {
                values[i] = 2000 + 1000 * values[i];
            }
            stretched = stretched.with(
                    entry.getKey(),
                    new Split(
                            List.of(new FloatTensor(values, x.shape())),
                            entry.getValue().targets()));
        }
        return stretched;
    }

    /**
     * @param fix the names of the edits, in any order
     * @param healthy the same without the fault
     */
    record Planted(String rule, Dataset data, String yaml, String fix, String healthy) {
        @Override
        public String toString() {
            return rule + " (" + fix + ")";
        }
    }

    static Stream<Planted> faults() {
        String deep = DATA + "model: {architecture: mlp, hidden: [32, 32, 32, 32, 32, 32, 32, 32], activation: %s}\n";
        return Stream.of(
                new Planted(
                        "softmax-before-cross-entropy",
                        BLOBS,
                        DATA + MLP.replace("units: 4}", "units: 4, activation: softmax}")
                                + "training: {loss: cross-entropy}",
                        "remove-node=dense_2/Softmax",
                        DATA + MLP),
                new Planted(
                        "learning-rate-too-high",
                        BLOBS,
                        deep.formatted("relu") + "training: {optimizer: {name: adam, learning-rate: 3}}",
                        "learning-rate=0.0003",
                        DATA + MLP + "training: {optimizer: {name: adam, learning-rate: 0.003}}"),
                new Planted(
                        "learning-rate-too-low",
                        BLOBS,
                        DATA + MLP + "training: {optimizer: {name: adam, learning-rate: 1e-6}}",
                        "learning-rate=0.0003",
                        DATA + MLP + "training: {optimizer: {name: adam, learning-rate: 0.001}}"),
                new Planted(
                        "initialization-zeros",
                        BLOBS,
                        DATA
                                + "model: {layers: [{dense: {units: 32, activation: relu, initializer: zeros}},"
                                + " {dense: {units: 4, initializer: zeros}}]}\n",
                        "initialize=he",
                        DATA + MLP),
                new Planted(
                        "loss-sign",
                        BLOBS,
                        DATA + MLP + "training: {loss: {name: cross-entropy, scale: -1}}",
                        "loss-sign",
                        DATA + MLP),
                new Planted(
                        "inputs-not-normalized",
                        stretched(),
                        RAW + MLP + "training: {optimizer: {name: sgd, learning-rate: 0.1}}",
                        "normalization=standardize",
                        DATA + MLP + "training: {optimizer: {name: sgd, learning-rate: 0.1}}"),
                new Planted(
                        "activation-on-output",
                        NUMBERS,
                        STANDARD_TARGETS
                                + "model: {layers: [{dense: {units: 32, activation: relu}},"
                                + " {dense: {units: 1, activation: relu}}]}\n",
                        "remove-node=dense_2/Relu",
                        STANDARD_TARGETS
                                + "model: {layers: [{dense: {units: 32, activation: relu}}, {dense: {units: 1}}]}\n"),
                new Planted(
                        "weight-decay-too-strong",
                        BLOBS,
                        DATA + MLP + "training: {optimizer: {name: adam, learning-rate: 0.003, weight-decay: 1}}",
                        "weight-decay=0",
                        DATA + MLP + "training: {optimizer: {name: adam, learning-rate: 0.003, weight-decay: 1e-5}}"),
                new Planted(
                        "saturating-activations",
                        BLOBS,
                        deep.formatted("sigmoid"),
                        "activation=relu",
                        deep.formatted("relu")));
    }

    /** A result on one batch, and where it failed what the search made of it. */
    record Searched(OverfitResult before, SearchResult result) {}

    private static Experiment experiment(String yaml, Dataset data) {
        return new Starter()
                .propose(ExperimentFile.parse(yaml, Path.of("planted/experiment.yaml")), data)
                .experiment();
    }

    private static OverfitResult overfit(String yaml, Dataset data) {
        try (TorchLab lab = Trials.lab(data)) {
            return new OneBatch(lab, Observer.SILENT)
                    .run(experiment(yaml, data), data, OneBatch.MAX_STEPS, Trials.minute());
        }
    }

    private static Searched search(String yaml, Dataset data, Duration time) {
        Experiment experiment = experiment(yaml, data);
        try (TorchLab lab = Trials.lab(data)) {
            OneBatch oneBatch = new OneBatch(lab, Observer.SILENT);
            OverfitResult before = oneBatch.run(experiment, data, OneBatch.MAX_STEPS, Trials.minute());
            assertThat(before.overfits())
                    .as("it is broken: " + before.lossAtEnd())
                    .isFalse();
            Network network = lab.network(experiment);
            Setup setup = new Setup(
                    experiment,
                    network,
                    new ShapeInference(Operators.standard()).infer(network),
                    new DataProfiler().profile(data),
                    data);
            SearchResult result = new OneBatchSearch(
                            oneBatch, Causes.standard(), Interventions.standard(), Deadline.in(time), new Workers(2))
                    .search(setup, data, before);
            return new Searched(before, result);
        }
    }

    private static Searched search(String yaml, Dataset data) {
        return search(yaml, data, Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_planted_fault_is_the_first_finding_confirmed_by_its_own_edit(Planted planted) {
        Searched searched = search(planted.yaml(), planted.data());
        SearchResult result = searched.result();
        Finding first = result.findings().get(0);
        assertThat(first.rule().id()).isEqualTo(planted.rule());
        assertThat(first.status()).isEqualTo(Status.CONFIRMED);
        assertThat(first.severity()).isEqualTo(Severity.ERROR);
        assertThat(first.confirmedBy()).contains("`" + planted.fix() + "`", "3 seeds");
        assertThat(result.fix()).map(Intervention::name).contains(planted.fix());
        assertThat(result.tested().get(0)).satisfies(test -> {
            assertThat(test.verdict()).isEqualTo(Verdict.FIXES);
            assertThat(test.after().high()).isLessThan(test.before().low());
            assertThat(test.before().seeds()).isEqualTo(3);
            assertThat(test.after().losses()).isNotEmpty();
        });
        assertThat(result.findings()).extracting(f -> f.rule().id()).contains("does-not-overfit-one-batch");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void its_healthy_twin_learns_one_batch_by_heart(Planted planted) {
        Dataset data = planted.data();
        OverfitResult result = overfit(planted.healthy(), data);
        assertThat(result.trend()).as("loss " + result.lossAtEnd()).isEqualTo(Trend.TO_ZERO);
        assertThat(result.lossAtEnd()).isLessThanOrEqualTo(result.bound()).isLessThan(result.lossAtStart());
        assertThat(result.wrongShare()).isLessThan(0.05);
    }

    @Test
    void two_faults_at_once_are_confirmed_together_as_the_fewest_edits() {
        String yaml = DATA
                + "model: {layers: [{dense: {units: 32, activation: relu, initializer: zeros}},"
                + " {dense: {units: 4, initializer: zeros}}]}\n"
                + "training: {loss: {name: cross-entropy, scale: -1}}";
        SearchResult result = search(yaml, BLOBS).result();
        assertThat(result.fix()).hasValueSatisfying(fix -> {
            assertThat(fix.name().split(" ", -1)).containsExactlyInAnyOrder("loss-sign", "initialize=he");
            assertThat(fix.removes()).contains("loss-sign", "initialization-zeros");
        });
        assertThat(result.findings().subList(0, 2))
                .extracting(f -> f.rule().id())
                .containsExactlyInAnyOrder("loss-sign", "initialization-zeros");
        assertThat(result.findings().subList(0, 2))
                .allSatisfy(f -> assertThat(f.status()).isEqualTo(Status.CONFIRMED));
        assertThat(result.tested().get(0).intervention().name())
                .isEqualTo(result.fix().orElseThrow().name());
    }

    @Test
    void what_is_visible_but_harmless_is_ruled_out_and_never_the_fix() {
        // half of the first layer frozen does no harm; the flipped sign does
        String yaml = DATA
                + "model: {layers: [{dense: {units: 32, activation: relu, trainable: false}}, {dense: {units: 4}}]}\n"
                + "training: {loss: {name: cross-entropy, scale: -1}, optimizer: {name: adam, learning-rate: 0.003}}";
        SearchResult result = search(yaml, BLOBS).result();
        assertThat(result.fix()).map(Intervention::name).contains("loss-sign");
        assertThat(result.findings().get(0).rule().id()).isEqualTo("loss-sign");
        assertThat(result.findings())
                .filteredOn(f -> f.rule().id().equals("frozen-parameter"))
                .singleElement()
                .satisfies(f -> assertThat(f.status()).isEqualTo(Status.RULED_OUT));
    }

    @Test
    void without_time_nothing_is_confirmed_and_what_was_not_tried_is_said() {
        String yaml = DATA + MLP + "training: {loss: {name: cross-entropy, scale: -1}}";
        SearchResult result = search(yaml, BLOBS, Duration.ZERO).result();
        assertThat(result.fix()).isEmpty();
        assertThat(result.tested())
                .isNotEmpty()
                .allSatisfy(t -> assertThat(t.verdict()).isEqualTo(Verdict.NOT_TRIED));
        assertThat(result.findings())
                .filteredOn(f -> f.rule().id().equals("loss-sign"))
                .singleElement()
                .satisfies(f -> assertThat(f.status()).isEqualTo(Status.SUSPECTED));
    }

    @Test
    void a_cause_that_nothing_shows_is_found_by_trying_its_edit() {
        // usual for gradient descent, and too low for these rows
        String yaml = DATA + MLP + "training: {optimizer: {name: sgd, learning-rate: 1e-3}}";
        SearchResult result = search(yaml, BLOBS).result();
        assertThat(result.findings().get(0)).satisfies(first -> {
            assertThat(first.rule().id()).isEqualTo("learning-rate-too-low");
            assertThat(first.status()).isEqualTo(Status.CONFIRMED);
            assertThat(first.seen()).contains("falls slowly");
        });
        assertThat(result.fix()).map(Intervention::name).contains("learning-rate=0.01");
    }
}
