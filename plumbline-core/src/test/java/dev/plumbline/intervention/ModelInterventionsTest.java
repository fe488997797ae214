package dev.plumbline.intervention;

import static dev.plumbline.intervention.Experiments.layersOf;
import static dev.plumbline.intervention.Experiments.settingsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Loss;
import dev.plumbline.experiment.ModelEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelInterventionsTest {
    @Test
    void widerMultipliesTheDefaultsOfAnArchitectureToo() {
        assertThat(settingsOf(Widen.of(2).apply(Experiments.lenet())))
                .isEqualTo("{filters=[12, 32], hidden=[240, 168]}");
        assertThat(settingsOf(Widen.of(3).apply(Experiments.lstm()))).isEqualTo("{units=15}");
    }

    @Test
    void widerMultipliesHiddenLayersAndLeavesTheOutputAndUnknownLayers() {
        assertThat(layersOf(Widen.of(2).apply(Experiments.layers())))
                .contains("filters=8", "units=40", "units=24", "units=3", "mystery{units=7, depth={a=1}}");
    }

    @Test
    void narrowerRoundsUpAndNeverReachesZero() {
        assertThat(settingsOf(Narrow.of(100).apply(Experiments.mlp()))).contains("hidden=[1, 1]");
    }

    @Test
    void deeperRepeatsTheLastHiddenLayer() {
        assertThat(settingsOf(Deepen.of(2).apply(Experiments.mlp()))).contains("hidden=[30, 20, 20, 20]");
        assertThat(layersOf(Deepen.of(1).apply(Experiments.layers())))
                .contains("activation{activation=tanh}, dense{", "name=added_dense_1}, dense{units=3");
    }

    @Test
    void deeperCannotDeepenAnLstm() {
        assertThatThrownBy(() -> Deepen.of(1).apply(Experiments.lstm()))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("architecture lstm")
                .hasMessageContaining("wider=2");
    }

    @Test
    void dropoutGoesBehindEveryHiddenDenseLayerAndItsActivation() {
        assertThat(layersOf(SetDropout.of(0.5).apply(Experiments.layers())))
                .containsSubsequence("sigmoid", "dropout", "narrow", "tanh", "dropout", "softmax")
                .doesNotContain("tanh}, dropout{rate=0.5, name=added_dropout_1}");
    }

    @Test
    void dropoutChangesTheRateOfTheLayersThatThereAre() {
        Experiment once = SetDropout.of(0.5).apply(Experiments.layers());
        assertThat(layersOf(SetDropout.of(0.25).apply(once)))
                .isEqualTo(layersOf(once).replace("rate=0.5", "rate=0.25"));
    }

    @Test
    void dropoutAfterWithoutDropoutCountsAgain() {
        Experiment without = RemoveDropout.of().apply(Experiments.mlp());
        assertThat(without.model().edits()).containsExactly(new ModelEdit.RemoveOperator("Dropout"));
        assertThat(SetDropout.of(0.1).apply(without).model().edits()).isEmpty();
    }

    @Test
    void withoutDropoutChangesNothingWhereThereIsNone() {
        assertThat(RemoveDropout.of().apply(Experiments.lenet())).isEqualTo(Experiments.lenet());
        assertThat(RemoveDropout.of().apply(Experiments.layers())).isEqualTo(Experiments.layers());
    }

    @Test
    void batchNormGoesBehindEveryHiddenLayerOnce() {
        Experiment once = AddBatchNorm.of().apply(Experiments.layers());
        assertThat(layersOf(once).split("batch-norm\\{", -1)).hasSize(4);
        assertThat(AddBatchNorm.of().apply(once)).isEqualTo(once);
    }

    @Test
    void activationReplacesSaturatingHiddenOnesAndLeavesTheOutput() {
        assertThat(layersOf(ReplaceActivation.of("relu").apply(Experiments.layers())))
                .doesNotContain("sigmoid", "tanh")
                .contains("activation{activation=relu}", "softmax");
        assertThat(ReplaceActivation.of("relu").apply(Experiments.lenet())).isEqualTo(Experiments.lenet());
    }

    @Test
    void initializingAgainReplacesTheEarlierEdit() {
        Experiment twice = Interventions.standard()
                .parse("initialize=glorot")
                .apply(Interventions.standard().parse("initialize=he").apply(Experiments.mlp()));
        assertThat(twice.model().edits()).containsExactly(new ModelEdit.Initialize("glorot"));
    }

    @Test
    void lossMustFitTheTask() {
        assertThatThrownBy(() -> SetLoss.of(Loss.MSE).apply(Experiments.mlp()))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("cross-entropy");
    }

    @Test
    void lossSignKeepsTheSize() {
        assertThat(PositiveLoss.of().apply(Experiments.mlp()).training().loss().scale())
                .isEqualTo(2);
    }

    @Test
    void anotherOptimizerComesWithItsOwnRateAndKeepsTheWeightDecay() {
        Experiment adam = SetOptimizer.of("adam").apply(Experiments.mlp());
        assertThat(adam.training().optimizer().learningRate()).isEqualTo(3e-4);
        assertThat(adam.training().optimizer().weightDecay()).isEqualTo(0.01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wider=2", "narrower=2"})
    void aNetworkWithoutHiddenLayersCannotChangeItsWidth(String name) {
        Experiment linear = Experiments.with("model: {layers: [{dense: {units: 3}}]}");
        assertThatThrownBy(() -> Interventions.standard().parse(name).apply(linear))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("deeper=1");
    }

    @Test
    void deeperGivesALinearModelAHiddenLayer() {
        Experiment linear = Experiments.with("model: {layers: [{dense: {units: 3}}]}");
        assertThat(layersOf(Deepen.of(1).apply(linear))).contains("units=128").contains("activation=relu");
    }

    @Test
    void aKernelSize_isThatOfTheConvolutions_thatLookAround() {
        Experiment written = Experiments.with("""
                model:
                  layers:
                    - conv2d: {filters: 4, kernel-size: 3, padding: same}
                    - conv2d: {filters: 4, kernel-size: 1}
                    - flatten
                    - dense: {units: 3}
                """);
        assertThat(layersOf(SetKernelSize.of(5).apply(written)))
                .contains("kernel-size=5")
                .contains("kernel-size=1")
                .doesNotContain("kernel-size=3");
        assertThat(settingsOf(SetKernelSize.of(7).apply(Experiments.lenet()))).contains("kernel-size=7");
        assertThatThrownBy(() -> SetKernelSize.of(5).apply(Experiments.mlp()))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("kernel-size");
    }
}
