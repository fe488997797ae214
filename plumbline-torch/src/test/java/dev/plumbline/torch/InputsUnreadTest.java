package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.Shape;
import dev.plumbline.debug.Setup;
import dev.plumbline.experiment.Modality;
import dev.plumbline.finding.Finding;
import dev.plumbline.finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that leave a part of each example behind, and healthy ones that only seem to. */
class InputsUnreadTest {
    private static final Dataset IMAGES = Samples.classes(Shape.of(1, 12, 12), Modality.IMAGE, 120, 3, 0);
    private static final Dataset SERIES = Samples.classes(Shape.of(60, 2), Modality.SEQUENCE, 120, 3, 0);
    private static final Dataset TOKENS = Samples.tokens(120, 20, 12);
    private static final String SHORT =
            "training: {epochs: 1, batch-size: 16, optimizer: {name: adam, learning-rate: 1e-4}}\n";

    private static String layers(String... layers) {
        return "model: {layers: [" + String.join(", ", layers) + ", {dense: {units: 3}}]}\n" + SHORT;
    }

    private static List<Finding> look(String yaml, Dataset data) {
        try (Trial trial = Trial.of(yaml, data)) {
            Setup setup = Trial.beforeTraining(trial.setup());
            return Trial.cause("inputs-unread").look(setup);
        }
    }

    @Test
    void stridesThatJumpOverPixelsAreNamed() {
        String jumping = "{conv2d: {filters: 4, kernel-size: 1, strides: 3, activation: relu}}";
        assertThat(look(layers(jumping, "flatten"), IMAGES)).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.subject()).contains("conv2d_1");
            assertThat(finding.seen()).contains("(81 %)", "such as the one at (0, 0, 2)");
            assertThat(finding.remedy()).contains("[3, 3]", "[1, 1]");
        });
    }

    @Test
    void aMiddleOfAnImageThatIsCutOutLeavesTheRestUnread() {
        // a valid kernel with a stride that never meets the last rows and columns
        String cut = "{max-pool2d: {pool-size: 1, strides: 8}}";
        assertThat(look(layers(cut, "flatten"), IMAGES))
                .singleElement()
                .satisfies(finding -> assertThat(finding.subject()).contains("max-pool2d_1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{conv2d: {filters: 4, kernel-size: 3, strides: 2, activation: relu}}, flatten",
                "{conv2d: {filters: 2, kernel-size: 3, activation: relu}}, global-max-pool2d",
                "{conv2d: {filters: 4, kernel-size: 3, activation: sigmoid}}, {max-pool2d: {pool-size: 2}}, flatten",
                "flatten, {dense: {units: 8, activation: tanh}}, {dropout: {rate: 0.5}}",
                "flatten, {dense: {units: 8, activation: relu, initializer: zeros}}"
            })
    void anImageThatIsReadIsNotTold(String layers) {
        assertThat(look(layers(layers), IMAGES)).isEmpty();
    }

    @Test
    void aSequenceOfWhichOnlyTheFirstStepsAreForgottenIsNotTold() {
        assertThat(look("model: {architecture: lstm, units: 4}\n" + SHORT, SERIES))
                .isEmpty();
        assertThat(look("model: {architecture: lstm, units: 4, embedding: 4}\n" + SHORT, TOKENS))
                .isEmpty();
    }
}
