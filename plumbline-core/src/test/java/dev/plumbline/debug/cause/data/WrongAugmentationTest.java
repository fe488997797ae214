package dev.plumbline.debug.cause.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.debug.Setup;
import dev.plumbline.debug.cause.Cause;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import dev.plumbline.network.Layer;
import dev.plumbline.network.Network;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.Setups;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrongAugmentationTest {
    private static final Cause CAUSE = new WrongAugmentation(new Evidence());
    private static final Setup DIGITS = Setups.of("name: digits", ExampleData.digits());

    /** The network with one layer more, as a model file would bring it. */
    private static Setup with(String type) {
        Network network = DIGITS.network();
        List<Layer> layers = new ArrayList<>(List.of(new Layer("augmentation", type)));
        layers.addAll(network.layers());
        Network augmented = new Network(
                network.inputs(),
                network.nodes(),
                network.parameters(),
                network.outputs(),
                layers,
                network.penalties(),
                network.constraints());
        return new Setup(DIGITS.experiment(), augmented, DIGITS.types(), DIGITS.profile(), DIGITS.dataset());
    }

    @Test
    void flippedDigitsAreOtherDigits() {
        assertThat(CAUSE.look(with("RandomFlip"))).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.subject()).isEqualTo("layer augmentation");
            assertThat(finding.seen()).contains("as they are", "turned over");
        });
        assertThat(CAUSE.edits(with("RandomFlip"))).containsExactly("without-noise");
    }

    @Test
    void smallMovesAreNoMoreThanAHint() {
        assertThat(CAUSE.look(with("RandomTranslation")))
                .extracting(Finding::severity)
                .containsExactly(Severity.INFO);
    }

    @Test
    void withoutAugmentationThereIsNothingToTakeOut() {
        assertThat(CAUSE.look(DIGITS)).isEmpty();
        assertThat(CAUSE.edits(DIGITS)).isEmpty();
    }
}
