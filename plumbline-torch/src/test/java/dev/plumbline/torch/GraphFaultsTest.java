package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.DType;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.debug.OneBatch;
import dev.plumbline.debug.OutputWidth;
import dev.plumbline.debug.OverfitResult;
import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.debug.cause.Causes;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.Modality;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.lab.Observer;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.RunRequest;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Network;
import dev.plumbline.network.NetworkBuilder;
import dev.plumbline.network.ValueType;
import dev.plumbline.network.operator.Operators;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults in a graph as a model file holds it: each is seen, and its edit lets one batch be learned by heart. */
class GraphFaultsTest extends ModelFileTrials {
    private static final Dataset STEPS = Samples.classes(Shape.of(6, 5), Modality.SEQUENCE, 200, 4, 0);

    /** @param graph from the input to the output: the fault where the flag is set, its healthy twin where not */
    record Planted(String rule, Dataset data, Graph graph, String edit, boolean learnsWithout) {
        @Override
        public String toString() {
            return rule + " (" + edit + ")";
        }
    }

    /** Adds nodes. */
    interface Graph {
        String write(NetworkBuilder network, String input, boolean isFaulty);
    }

    private static String scalar(NetworkBuilder network, String name, double value) {
        return network.constant(name, new FloatTensor(new float[] {(float) value}, Shape.of()), DType.FLOAT32);
    }

    private static String flat(NetworkBuilder network, String input) {
        network.layer("flat", "Flatten", true);
        return network.node("Flatten", Attributes.none(), input);
    }

    static Stream<Planted> faults() {
        return Stream.of(
                new Planted(
                        "wrong-axis",
                        ROWS,
                        (n, x, faulty) -> {
                            String sum = dense(n, relu(n, dense(n, x, 32)), 4);
                            return n.node("LogSoftmax", Attributes.none().with("axis", faulty ? 0 : -1), sum);
                        },
                        "set-axis=dense_2/LogSoftmax:-1",
                        false),
                new Planted(
                        "examples-mixed",
                        ROWS,
                        (n, x, faulty) -> {
                            String hidden = relu(n, dense(n, x, 32));
                            if (faulty) {
                                hidden = n.node("Reshape", Attributes.none(), hidden, n.constant("there", 32, -1));
                                hidden = n.node("Reshape", Attributes.none(), hidden, n.constant("half", -1, 16, 2));
                                hidden = n.node("Transpose", Attributes.none().with("perm", List.of(2, 1, 0)), hidden);
                                hidden = n.node("Reshape", Attributes.none(), hidden, n.constant("back", -1, 32));
                            }
                            return dense(n, hidden, 4);
                        },
                        "remove-node=dense_1/Transpose",
                        true),
                new Planted(
                        "silent-broadcast",
                        ROWS,
                        (n, x, faulty) -> {
                            String hidden = relu(n, dense(n, x, 32));
                            String mean = n.node(
                                    "ReduceMean",
                                    Attributes.none().with("keepdims", faulty ? 0 : 1),
                                    hidden,
                                    n.constant("axes", 1));
                            String scaled = n.node(
                                    "ReduceMax", Attributes.none().with("keepdims", 1), hidden, n.constant("last", 1));
                            String gate = n.node("Sub", Attributes.none(), scaled, mean);
                            String one = n.node(
                                    "ReduceMean", Attributes.none().with("keepdims", 1), gate, n.constant("all", 1));
                            return dense(n, n.node("Add", Attributes.none(), hidden, one), 4);
                        },
                        "align-batch=dense_1/Sub",
                        true),
                new Planted(
                        "missing-flatten",
                        STEPS,
                        (n, x, faulty) ->
                                dense(n, faulty ? relu(n, dense(n, x, 16)) : relu(n, dense(n, flat(n, x), 16)), 4),
                        "flatten-before=dense_1/MatMul",
                        false),
                new Planted(
                        "missing-flatten",
                        STEPS,
                        (n, x, faulty) ->
                                dense(n, faulty ? relu(n, dense(n, x, 16)) : relu(n, dense(n, flat(n, x), 16)), 4),
                        "pool-before=dense_1/MatMul",
                        false),
                new Planted(
                        "leftover-axis",
                        ROWS,
                        (n, x, faulty) -> {
                            n.layer("view", "Reshape", true);
                            String seen =
                                    faulty ? n.node("Reshape", Attributes.none(), x, n.constant("to", -1, 12, 1)) : x;
                            return dense(n, relu(n, dense(n, seen, 16)), 4);
                        },
                        "flatten-before=dense_1/MatMul",
                        false),
                new Planted(
                        "integer-cast",
                        ROWS,
                        (n, x, faulty) -> {
                            String hidden = relu(n, dense(n, x, 16));
                            String sum = dense(n, hidden, 4);
                            String cast =
                                    faulty ? n.node("Cast", Attributes.none().with("to", 7), sum) : sum;
                            return n.node("Cast", Attributes.none().with("to", 1), cast);
                        },
                        "remove-node=dense_2/Cast",
                        false),
                new Planted(
                        "numerical-domain",
                        ROWS,
                        (n, x, faulty) -> {
                            String hidden = dense(n, x, 16);
                            String safe = relu(n, hidden);
                            String root = faulty
                                    ? n.node("Log", Attributes.none(), hidden)
                                    : n.node(
                                            "Log",
                                            Attributes.none(),
                                            n.node("Add", Attributes.none(), safe, scalar(n, "one", 1)));
                            return dense(n, root, 4);
                        },
                        "guard=dense_1/Log",
                        false),
                new Planted(
                        "no-activation",
                        ROWS,
                        (n, x, faulty) -> {
                            String first = dense(n, x, 16);
                            String second = dense(n, faulty ? first : relu(n, first), 16);
                            return dense(n, faulty ? second : relu(n, second), 4);
                        },
                        "add-activation=relu",
                        true),
                new Planted(
                        "redundant-activation",
                        ROWS,
                        (n, x, faulty) -> {
                            String sum = n.node("Sigmoid", Attributes.none(), dense(n, x, 16));
                            return dense(n, faulty ? n.node("Sigmoid", Attributes.none(), sum) : sum, 4);
                        },
                        "remove-node=dense_1/Sigmoid",
                        true));
    }

    private static Network network(Planted planted, boolean isFaulty) {
        NetworkBuilder builder = new NetworkBuilder(Operators.standard());
        Shape example = planted.data().schema().inputs().get(0).shape();
        String x = builder.input("x", ValueType.floats(example.batched()));
        return builder.build(planted.graph().write(builder, x, isFaulty));
    }

    private static Loss loss(Planted planted) {
        return planted.rule().equals("wrong-axis") ? Loss.NLL : Loss.CROSS_ENTROPY;
    }

    private static Cause cause(String rule) {
        return Causes.standard().stream()
                .filter(c -> c.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultOfTheGraphIsSeenAndItsEditMendsIt(Planted planted) {
        try (TorchLab lab = lab(network(planted, true), planted.data())) {
            Experiment experiment = experiment(planted.data(), loss(planted));
            Setup setup = setup(experiment, lab, planted.data());
            assertThat(look(setup)).extracting(f -> f.rule().id()).contains(planted.rule());
            assertThat(cause(planted.rule()).edits(setup)).contains(planted.edit());
            Experiment edited = Interventions.standard().parse(planted.edit()).apply(experiment);
            assertThat(look(setup(edited, lab, planted.data())))
                    .extracting(f -> f.rule().id())
                    .doesNotContain(planted.rule());
            OneBatch oneBatch = new OneBatch(lab, Observer.SILENT);
            OverfitResult after = oneBatch.run(edited, planted.data(), OneBatch.MAX_STEPS, Trials.minute());
            assertThat(after.overfits()).as("loss " + after.lossAtEnd()).isTrue();
            if (!planted.learnsWithout()
                    && OutputWidth.misfit(setup, planted.data().schema()).isEmpty()) {
                OverfitResult before = oneBatch.run(experiment, planted.data(), 500, Trials.minute());
                assertThat(before.overfits()).as("loss " + before.lossAtEnd()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void itsHealthyTwinRaisesNoSuspicion(Planted planted) {
        try (TorchLab lab = lab(network(planted, false), planted.data())) {
            Setup setup = setup(experiment(planted.data(), loss(planted)), lab, planted.data());
            assertThat(look(setup)).isEmpty();
        }
    }

    @Test
    void aSlopeThatIsInfiniteIsTracedToItsNodeThoughAllValuesWereFinite() {
        Planted root = new Planted(
                "not-finite",
                ROWS,
                (n, x, faulty) -> {
                    String hidden = dense(n, x, 16);
                    n.layer("length", "Lambda", true);
                    String off = n.node("Mul", Attributes.none(), hidden, scalar(n, "off", 0));
                    String square = n.node("Mul", Attributes.none(), off, off);
                    return dense(n, n.node("Sqrt", Attributes.none(), square), 4);
                },
                "guard=length/Sqrt",
                false);
        try (TorchLab lab = lab(network(root, true), ROWS)) {
            Experiment experiment = experiment(ROWS, Loss.CROSS_ENTROPY);
            Run run = lab.run(experiment, RunRequest.full(Trials.minute()), Observer.SILENT);
            assertThat(run.outcome()).isInstanceOfSatisfying(Outcome.NotFinite.class, o -> {
                assertThat(o.step()).isEqualTo(1);
                assertThat(o.node()).isEqualTo("length/Sqrt");
                assertThat(o.text()).contains("after the update of step 0");
            });
            assertThat(look(setup(experiment, lab, ROWS)))
                    .extracting(f -> f.rule().id())
                    .contains("numerical-domain");
            Experiment guarded = Interventions.standard().parse(root.edit()).apply(experiment);
            assertThat(lab.run(guarded, RunRequest.full(Trials.minute()), Observer.SILENT)
                            .outcome())
                    .isInstanceOf(Outcome.Completed.class);
        }
    }
}
