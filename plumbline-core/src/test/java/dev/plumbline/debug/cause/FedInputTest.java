package dev.plumbline.debug.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.DType;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.SplitName;
import dev.plumbline.debug.Observed;
import dev.plumbline.debug.Setup;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.lab.Outcome;
import dev.plumbline.lab.Run;
import dev.plumbline.lab.Statistics;
import dev.plumbline.lab.Trace;
import dev.plumbline.network.Attributes;
import dev.plumbline.network.Network;
import dev.plumbline.network.Node;
import dev.plumbline.network.Parameter;
import dev.plumbline.network.ValueType;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.PlantedData;
import dev.plumbline.testdata.Setups;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The scale of what the first weights are fed, by the data and by what the network itself begins with. */
class FedInputTest {
    private static final Dataset DIGITS = ExampleData.digits();
    private static final String RAW = "data: {train: train.csv, normalization: none}";

    private static Dataset scaled(float factor) {
        Dataset changed = DIGITS;
        for (SplitName name : DIGITS.splits().keySet()) {
            changed = PlantedData.scaled(changed, name, factor, 0);
        }
        return changed;
    }

    private static Statistics values(double mean, double deviation) {
        return new Statistics(mean, deviation, 0, 1, 1, 0, 0, 0);
    }

    /** The setup with a factor in front of its network, and what that was seen to give. */
    private static Setup rescaled(Setup plain, float factor, double mean, double deviation) {
        Network network = plain.network();
        String input = network.inputs().keySet().iterator().next();
        Node node = new Node(
                "rescaling/Mul",
                "Mul",
                List.of(input, "factor"),
                List.of("rescaling/Mul"),
                Attributes.none(),
                "rescaling");
        List<Node> nodes = new ArrayList<>(List.of(node));
        network.nodes()
                .forEach(n -> nodes.add(n.withInputs(n.inputs().stream()
                        .map(i -> i.equals(input) ? "rescaling/Mul" : i)
                        .toList())));
        List<Parameter> parameters = new ArrayList<>(network.parameters());
        parameters.add(new Parameter(
                "factor",
                ValueType.floats(Shape.of(1)),
                Parameter.Role.CONSTANT,
                null,
                FloatTensor.of(new float[] {factor}, 1),
                1,
                1,
                false));
        Network changed = network.withParameters(parameters).withNodes(nodes);
        Trace.NodeView view = new Trace.NodeView(
                "rescaling/Mul",
                "rescaling",
                "Mul",
                Objects.requireNonNull(network.inputs().get(input)).shape(),
                DType.FLOAT32,
                values(mean, deviation),
                null);
        Run run = new Run(
                plain.experiment(),
                new Outcome.Completed("one step"),
                new Trace(new float[] {1}, List.of(), List.of(new Trace.Snapshot(0, List.of(view), List.of()))),
                Map.of(),
                Map.of(),
                Duration.ZERO,
                1,
                new Run.Provenance("", "", "", new dev.plumbline.lab.Machine("", "", 1, 0)));
        Setup setup = new Setup(plain.experiment(), changed, plain.types(), plain.profile(), plain.dataset());
        return setup.with(new Observed(null, run, null, null));
    }

    @Test
    void pixelsDividedTwiceInTheFileAreOverScaled() {
        Setup setup = Setups.of(RAW, scaled(1 / 16f / 255));
        assertThat(new InputsOverScaled().look(setup)).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo("data.normalization");
            assertThat(finding.seen()).contains("standard deviation of 0.00");
        });
        assertThat(new InputsOverScaled().edits(setup)).containsExactly("normalization=standardize");
    }

    @Test
    void pixelsDividedOnceAreAsTheyShouldBe() {
        Setup setup = Setups.of(RAW, scaled(1 / 16f));
        assertThat(new InputsOverScaled().look(setup)).isEmpty();
        assertThat(new InputsNotNormalized().look(setup)).isEmpty();
    }

    @Test
    void aFactorOfTheNetworkThatLeavesNextToNothingCanBeTakenOut() {
        Setup setup = rescaled(Setups.of(RAW, scaled(1 / 16f)), 1 / 255f, 0.001, 0.0015);
        assertThat(new InputsOverScaled().look(setup))
                .extracting(Finding::subject)
                .containsExactly("layer rescaling");
        assertThat(new InputsOverScaled().edits(setup)).containsExactly("remove-node=rescaling/Mul");
    }

    @Test
    void rawPixelsThatTheNetworkItselfScalesAreFine() {
        Setup setup = rescaled(Setups.of(RAW, scaled(255 / 16f)), 1 / 255f, 0.3, 0.37);
        assertThat(new InputsOverScaled().look(setup)).isEmpty();
        assertThat(new InputsNotNormalized().look(setup)).isEmpty();
    }

    @Test
    void aFewDeviationsFromUnitScaleAreAWeakHint() {
        assertThat(new InputsNotNormalized().look(Setups.of(RAW, DIGITS)))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);
    }
}
