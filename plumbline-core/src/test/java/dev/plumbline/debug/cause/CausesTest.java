package dev.plumbline.debug.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.finding.Status;
import dev.plumbline.intervention.Intervention;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.Setups;
import dev.plumbline.testdata.Synthetic;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each cause is planted in an experiment as a person would write it, beside a healthy twin that comes close to it. */
class CausesTest {
    private static final Dataset ROWS = Synthetic.healthy();
    private static final Dataset WINE = ExampleData.wine();
    private static final Dataset CANCER = ExampleData.breastCancer();
    private static final Dataset DIABETES = ExampleData.diabetes();

    /**
     * @param seen values that the finding must name
     * @param edit one of the interventions that the cause must offer
     * @param twin the same without the fault
     */
    record Planted(
            String rule, Dataset data, String yaml, String subject, List<String> seen, String edit, String twin) {
        @Override
        public String toString() {
            return rule + " (" + edit + ")";
        }
    }

    static Stream<Planted> planted() {
        return Stream.of(general(), PlantedOutputs.planted()).flatMap(s -> s);
    }

    private static Stream<Planted> general() {
        return Stream.of(
                new Planted(
                        "loss-sign",
                        ROWS,
                        "training: {loss: {name: cross-entropy, scale: -1}}",
                        "training.loss",
                        List.of("-1.0"),
                        "loss-sign",
                        "training: {loss: {name: cross-entropy, scale: 0.5}}"),
                new Planted(
                        "softmax-before-cross-entropy",
                        ROWS,
                        layers("dense: {units: 16, activation: relu}", "dense: {units: 3, activation: softmax}")
                                + "training: {loss: cross-entropy}",
                        "dense_2",
                        List.of("Softmax", "cross-entropy"),
                        "remove-node=dense_2/Softmax",
                        layers("dense: {units: 16, activation: relu}", "dense: {units: 3, activation: softmax}")
                                + "training: {loss: categorical-crossentropy}"),
                new Planted(
                        "softmax-before-cross-entropy",
                        CANCER,
                        layers("dense: {units: 16, activation: relu}", "dense: {units: 1, activation: sigmoid}")
                                + "training: {loss: bce-with-logits}",
                        "dense_2",
                        List.of("Sigmoid", "bce-with-logits"),
                        "loss=bce",
                        layers("dense: {units: 16, activation: relu}", "dense: {units: 1, activation: sigmoid}")
                                + "training: {loss: bce}"),
                new Planted(
                        "logits-into-probability-loss",
                        ROWS,
                        layers("dense: {units: 16, activation: relu}", "dense: {units: 3}")
                                + "training: {loss: categorical-focal-crossentropy}",
                        "training.loss",
                        List.of("categorical-focal-crossentropy", "Gemm"),
                        "loss=categorical-focal-with-logits",
                        layers("dense: {units: 16, activation: relu}", "dense: {units: 3}")
                                + "training: {loss: categorical-focal-with-logits}"),
                new Planted(
                        "logits-into-probability-loss",
                        ROWS,
                        layers("dense: {units: 16, activation: relu}", "dense: {units: 3}") + "training: {loss: nll}",
                        "training.loss",
                        List.of("nll", "Gemm"),
                        "loss=cross-entropy",
                        layers("dense: {units: 16, activation: relu}", "dense: {units: 3, activation: log-softmax}")
                                + "training: {loss: nll}"),
                new Planted(
                        "logits-into-probability-loss",
                        ROWS,
                        layers("dense: {units: 16, activation: relu}", "dense: {units: 3, activation: softmax}")
                                + "training: {loss: nll}",
                        "training.loss",
                        List.of("nll", "Softmax"),
                        "loss=categorical-crossentropy",
                        layers("dense: {units: 16, activation: relu}", "dense: {units: 3, activation: softmax}")),
                new Planted(
                        "logits-into-probability-loss",
                        CANCER,
                        layers("dense: {units: 16, activation: relu}", "dense: {units: 1}") + "training: {loss: bce}",
                        "training.loss",
                        List.of("bce", "Gemm"),
                        "loss=bce-with-logits",
                        layers("dense: {units: 16, activation: relu}", "dense: {units: 1}")),
                new Planted(
                        "activation-on-output",
                        DIABETES,
                        "data: {train: train.csv, target-normalization: standardize}\n"
                                + layers("dense: {units: 16, activation: relu}", "dense: {units: 1, activation: relu}"),
                        "dense_2",
                        List.of("Relu", "mse"),
                        "remove-node=dense_2/Relu",
                        layers("dense: {units: 16, activation: relu}", "dense: {units: 1}")),
                new Planted(
                        "activation-on-output",
                        ROWS,
                        layers("dense: {units: 16, activation: relu}", "dense: {units: 3, activation: tanh}"),
                        "dense_2",
                        List.of("Tanh", "cross-entropy"),
                        "remove-node=dense_2/Tanh",
                        layers("dense: {units: 16, activation: tanh}", "dense: {units: 3}")),
                new Planted(
                        "initialization-zeros",
                        ROWS,
                        layers("dense: {units: 16, activation: relu, initializer: zeros}", "dense: {units: 3}"),
                        "dense_1/weight",
                        List.of("zeros", "1 of 2"),
                        "initialize=he",
                        layers("dense: {units: 16, activation: relu, bias-initializer: zeros}", "dense: {units: 3}")),
                new Planted(
                        "initialization-zeros",
                        ROWS,
                        layers(
                                "dense: {units: 16, activation: tanh, initializer: constant(0.2)}",
                                "dense: {units: 3, initializer: ones}"),
                        "dense_2/weight",
                        List.of("constant(0.2)", "2 of 2"),
                        "initialize=glorot",
                        layers("dense: {units: 16, activation: tanh}", "dense: {units: 3}")),
                new Planted(
                        "initialization-scale",
                        ROWS,
                        layers(
                                "dense: {units: 16, activation: relu, initializer: normal(10)}",
                                "dense: {units: 3, initializer: glorot}"),
                        "dense_1/weight",
                        List.of("normal(10.0)", "14.1 times", "4 inputs"),
                        "initialize=he",
                        layers(
                                "dense: {units: 16, activation: relu, initializer: normal(0.5)}",
                                "dense: {units: 3, initializer: uniform(0.6)}")),
                new Planted(
                        "initialization-scale",
                        ROWS,
                        layers("dense: {units: 16, activation: relu, initializer: uniform(1e-4)}", "dense: {units: 3}"),
                        "dense_1/weight",
                        List.of("uniform(1.0E-4)", "8.16e-05 times"),
                        "initialize=he",
                        layers("dense: {units: 16, activation: relu, initializer: lecun}", "dense: {units: 3}")),
                new Planted(
                        "inputs-not-normalized",
                        WINE,
                        "data: {train: train.csv, normalization: none}",
                        "data.normalization",
                        List.of("proline", "mean 7", "standard deviation 3"),
                        "normalization=standardize",
                        "data: {train: train.csv, normalization: unit-range}"),
                new Planted(
                        "targets-not-normalized",
                        DIABETES,
                        "data: {train: train.csv, target-normalization: none}",
                        "data.target-normalization",
                        List.of("mean 15", "standard deviation 7"),
                        "target-normalization=standardize",
                        "data: {train: train.csv, target-normalization: standardize}"),
                new Planted(
                        "learning-rate-too-high",
                        ROWS,
                        "training: {optimizer: {name: adam, learning-rate: 0.5}}",
                        "training.optimizer",
                        List.of("0.5", "adam", "0.01"),
                        "learning-rate=0.0003",
                        "training: {optimizer: {name: adam, learning-rate: 0.01}}"),
                new Planted(
                        "learning-rate-too-high",
                        ROWS,
                        "training: {optimizer: {name: sgd, learning-rate: 0.5, momentum: 0.9}}",
                        "training.optimizer",
                        List.of("0.5", "sgd"),
                        "learning-rate=0.01",
                        "training: {optimizer: {name: sgd, learning-rate: 0.5}}"),
                new Planted(
                        "learning-rate-too-low",
                        ROWS,
                        "training: {optimizer: {name: adamw, learning-rate: 1e-7}}",
                        "training.optimizer",
                        List.of("1.0E-7", "adamw"),
                        "learning-rate=0.0003",
                        "training: {optimizer: {name: adamw, learning-rate: 1e-5}}"),
                new Planted(
                        "learning-rate-too-low",
                        ROWS,
                        "training: {optimizer: {name: sgd, learning-rate: 1e-6}}",
                        "training.optimizer",
                        List.of("1.0E-6", "sgd"),
                        "learning-rate=0.1",
                        "training: {optimizer: {name: sgd, learning-rate: 1e-3}}"),
                new Planted(
                        "frozen-parameter",
                        ROWS,
                        layers("dense: {units: 16, activation: relu, trainable: false}", "dense: {units: 3}"),
                        "dense_1/weight, dense_1/bias",
                        List.of("2 of 4"),
                        "unfreeze",
                        // running statistics are not trained either, and should not be
                        layers("dense: {units: 16, activation: relu}", "batch-norm: {}", "dense: {units: 3}")),
                new Planted(
                        "weight-decay-too-strong",
                        ROWS,
                        "training: {optimizer: {name: sgd, weight-decay: 1}}",
                        "training.optimizer",
                        List.of("1.0", "0.01"),
                        "weight-decay=0",
                        "training: {optimizer: {name: sgd, weight-decay: 0.01}}"),
                new Planted(
                        "weight-decay-too-strong",
                        ROWS,
                        "training: {optimizer: {name: adamw, weight-decay: 5}}",
                        "training.optimizer",
                        List.of("5.0", "0.3"),
                        "weight-decay=0",
                        "training: {optimizer: {name: adamw, weight-decay: 0.1}}"),
                new Planted(
                        "dropout-too-strong",
                        ROWS,
                        "model: {architecture: mlp, dropout: 0.9}",
                        "dropout_1",
                        List.of("0.9"),
                        "without-dropout",
                        "model: {architecture: mlp, dropout: 0.5}"),
                new Planted(
                        "saturating-activations",
                        ROWS,
                        "model: {architecture: mlp, hidden: [16, 16, 16, 16], activation: sigmoid}",
                        "dense_1 to dense_4",
                        List.of("4 hidden layers", "Sigmoid"),
                        "activation=relu",
                        "model: {architecture: mlp, hidden: [16, 16], activation: sigmoid}"));
    }

    static String layers(String... layers) {
        return "model:\n  layers:\n"
                + Stream.of(layers).map(layer -> "    - " + layer + "\n").collect(Collectors.joining());
    }

    private static Cause cause(String rule) {
        return Causes.standard().stream()
                .filter(c -> c.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    /** What would be told; weak hints only order the tests. */
    private static List<Finding> all(Setup setup) {
        return Causes.standard().stream()
                .flatMap(c -> c.look(setup).stream())
                // a hint orders the tests and is not told
                .filter(f -> f.severity() != Severity.INFO)
                .toList();
    }

    /** Planted in tests of their own: what comes from model files alone, what has to run to be seen, mere hints. */
    private static final List<String> ELSEWHERE = List.of(
            "penalty-too-strong",
            "inputs-over-scaled",
            "missing-flatten",
            "leftover-axis",
            "examples-mixed",
            "wrong-axis",
            "silent-broadcast",
            "integer-cast",
            "numerical-domain",
            "layer-order",
            "output-bias");

    /** Themes have packages and tests of their own. */
    @Test
    void everyCauseOfThisPackageIsPlanted() {
        assertThat(Stream.concat(planted().map(Planted::rule).distinct(), ELSEWHERE.stream()))
                .containsExactlyInAnyOrderElementsOf(Causes.standard().stream()
                        .filter(c -> c.getClass().getPackage().equals(Cause.class.getPackage()))
                        .map(c -> c.rule().id())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aPlantedFaultIsSuspectedWithItsValues(Planted planted) {
        Setup setup = Setups.of(planted.yaml(), planted.data());
        List<Finding> findings = cause(planted.rule()).look(setup);
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.rule().id()).isEqualTo(planted.rule());
            assertThat(finding.status()).isEqualTo(Status.SUSPECTED);
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.why()).endsWith(".");
            assertThat(finding.remedy()).endsWith(".");
        });
        assertThat(findings.get(0).subject()).contains(planted.subject());
        assertThat(findings.get(0).seen()).contains(planted.seen());
        assertThat(all(setup)).as("nothing else is suspected").isEqualTo(findings);
    }

    @ParameterizedTest
    @MethodSource("planted")
    void everyEditOfAFaultRemovesItsSymptomAndBringsNoOther(Planted planted) {
        Setup setup = Setups.of(planted.yaml(), planted.data());
        List<String> edits = cause(planted.rule()).edits(setup);
        assertThat(edits).contains(planted.edit());
        for (String edit : edits) {
            Intervention intervention = Interventions.standard().parse(edit);
            assertThat(intervention.name()).isEqualTo(edit);
            assertThat(intervention.removes()).contains(planted.rule());
            Experiment edited = intervention.apply(setup.experiment());
            assertThat(edited).isNotEqualTo(setup.experiment());
            assertThat(all(Setups.of(edited, planted.data())))
                    .as("with " + edit)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aHealthyTwinRaisesNoSuspicion(Planted planted) {
        assertThat(all(Setups.of(planted.twin(), planted.data()))).isEmpty();
    }

    static Stream<Arguments> healthy() {
        return Stream.of(
                Arguments.of("rows", ROWS),
                Arguments.of("wine", WINE),
                Arguments.of("breast cancer", CANCER),
                Arguments.of("diabetes, a regression", DIABETES),
                Arguments.of("digits as images", ExampleData.digits()),
                Arguments.of("digits as rows", ExampleData.flatDigits()),
                Arguments.of("vowels, sequences", ExampleData.vowels()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("healthy")
    void theDefaultsForHealthyDataRaiseNoSuspicion(String name, Dataset data) {
        Setup setup = Setups.of("name: healthy", data);
        assertThat(all(setup)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("healthy")
    void whatACauseWouldEditWithoutASymptomParsesAndChangesTheExperiment(String name, Dataset data) {
        Setup setup = Setups.of("name: healthy", data);
        for (Cause cause : Causes.standard()) {
            for (String edit : cause.edits(setup)) {
                Intervention intervention = Interventions.standard().parse(edit);
                assertThat(intervention.removes()).contains(cause.rule().id());
                assertThat(intervention.apply(setup.experiment())).isNotEqualTo(setup.experiment());
            }
        }
    }
}
