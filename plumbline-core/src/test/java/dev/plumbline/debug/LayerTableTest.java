package dev.plumbline.debug;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Shape;
import dev.plumbline.intervention.Interventions;
import dev.plumbline.lab.Trace.Snapshot;
import dev.plumbline.testdata.ExampleData;
import dev.plumbline.testdata.FakeLab;
import dev.plumbline.testdata.Setups;
import dev.plumbline.testdata.Synthetic;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerTableTest {
    private static final String YAML = """
            model:
              layers:
                - dense: {units: 8, activation: relu, name: hidden}
                - batch-norm
                - dropout: {rate: 0.2}
                - dense: {units: 3, activation: softmax, trainable: false}
            training: {batch-size: 16}
            """;

    @Test
    void aLayerIsShownByItsLastNodeWithItsWeightsCounted() {
        Setup setup = Setups.of(YAML, Synthetic.healthy());
        List<LayerRow> rows = LayerTable.of(setup.network(), FakeLab.snapshot(setup.network(), 16));
        assertThat(rows).extracting(LayerRow::layer).containsExactly("hidden", "batch-norm_1", "dropout_1", "dense_1");
        assertThat(rows).extracting(LayerRow::type).containsExactly("Dense", "BatchNorm", "Dropout", "Dense");
        assertThat(rows.get(0).output()).isEqualTo(Shape.of(16, 8));
        assertThat(rows.get(3).output()).isEqualTo(Shape.of(16, 3));
        assertThat(rows).extracting(LayerRow::parameters).containsExactly(40L, 32L, 0L, 27L);
        // running mean and variance are held but not trained; neither is a frozen layer
        assertThat(rows).extracting(LayerRow::trainable).containsExactly(40L, 16L, 0L, 0L);
        // the value's mean tells the node's place: Gemm 0, Relu 1, ...
        assertThat(rows).extracting(row -> row.value().mean()).containsExactly(1.0, 2.0, 3.0, 5.0);
    }

    @Test
    void aLayerThatAnEditHasEmptiedIsLeftOut() {
        Setup setup = Setups.of(
                "model: {layers: [{dense: {units: 3}}, {activation: {activation: softmax}}]}", Synthetic.healthy());
        assertThat(rows(setup)).hasSize(2);
        String node = setup.outputNode().orElseThrow().name();
        Setup edited = Setups.of(
                Interventions.standard().parse("remove-node=" + node).apply(setup.experiment()), Synthetic.healthy());
        assertThat(rows(edited)).extracting(LayerRow::layer).containsExactly("dense_1");
    }

    @Test
    void aStepThatEndedEarlyShowsTheLayersItReached() {
        Setup setup = Setups.of("name: lenet", ExampleData.digits());
        Snapshot whole = FakeLab.snapshot(setup.network(), 4);
        Snapshot part = new Snapshot(0, whole.nodes().subList(0, 1), List.of());
        assertThat(LayerTable.of(setup.network(), part)).hasSize(1);
        assertThat(LayerTable.of(setup.network(), new Snapshot(0, List.of(), List.of())))
                .isEmpty();
    }

    private static List<LayerRow> rows(Setup setup) {
        return LayerTable.of(setup.network(), FakeLab.snapshot(setup.network(), 16));
    }
}
