package dev.plumbline.debug.cause;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.debug.Setup;
import dev.plumbline.finding.Severity;
import dev.plumbline.network.Network;
import dev.plumbline.testdata.Setups;
import dev.plumbline.testdata.Synthetic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What only orders the tests, as long as nothing confirms it. */
class HintsTest {
    private static final Dataset ROWS = Synthetic.healthy();

    private static Setup biased(float... biases) {
        Setup plain = Setups.of("model: {layers: [{dense: {units: 3}}]}", ROWS);
        Network network = plain.network()
                .withParameters(plain.network().parameters().stream()
                        .map(p -> p.name().equals("dense_1/bias")
                                ? p.withValues(FloatTensor.of(biases, biases.length))
                                : p)
                        .toList());
        return new Setup(plain.experiment(), network, plain.types(), plain.profile(), plain.dataset());
    }

    @Test
    void biasesFarFromTheClassesSharesAreSeenAndStartThereByTheEdit() {
        Setup far = biased(-6, 6, 0);
        assertThat(new OutputBiasFar().look(far)).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.subject()).isEqualTo("dense_1/bias");
        });
        assertThat(new OutputBiasFar().edits(far)).singleElement().asString().startsWith("output-bias=-1.");
    }

    @Test
    void biasesThatAllHaveTheSameValueSaySharesOfOneThird() {
        assertThat(new OutputBiasFar().look(biased(5, 5, 5))).isEmpty();
        assertThat(new OutputBiasFar().edits(biased(0, 0, 0))).isEmpty();
    }

    @Test
    void dropoutInFrontOfABatchNormIsSuspectedAndABiasIsAHint() {
        String yaml = "model: {layers: [{dense: {units: 8, activation: relu}}, {dropout: {rate: 0.3}}, batch-norm,"
                + " {dense: {units: 3}}]}";
        Setup setup = Setups.of(yaml, ROWS);
        assertThat(new LayerOrder().look(setup)).singleElement().satisfies(f -> {
            assertThat(f.severity()).isEqualTo(Severity.WARNING);
            assertThat(f.seen()).contains("Dropout", "batch norm");
        });
        assertThat(new LayerOrder().edits(setup)).isEqualTo(List.of("without-dropout"));
        String biased = "model: {layers: [{dense: {units: 8}}, batch-norm, {dense: {units: 3}}]}";
        assertThat(new LayerOrder().look(Setups.of(biased, ROWS)))
                .singleElement()
                .satisfies(f -> assertThat(f.severity()).isEqualTo(Severity.INFO));
        String healthy =
                "model: {layers: [{dense: {units: 8, use-bias: false}}, batch-norm, {activation: {activation: relu}},"
                        + " {dropout: {rate: 0.3}}, {dense: {units: 3}}]}";
        assertThat(new LayerOrder().look(Setups.of(healthy, ROWS))).isEmpty();
    }
}
