package dev.plumbline.torch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.Modality;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a lab tells of a network's values, apart from training. */
class LabValuesTest {
    private static final Dataset ROWS = Samples.classes(Shape.of(12), Modality.TABULAR, 40, 3, 0);
    private static final Experiment MLP = Trials.of(ROWS, "mlp", Map.of("hidden", List.of(16)));

    @Test
    void everyNodeAndParameterHasItsValue_andGivenParametersTakeTheirPlace() {
        try (TorchLab lab = Trials.lab(ROWS)) {
            List<Tensor> inputs = ROWS.train().inputs();
            Map<String, Tensor> values = lab.values(MLP, Map.of(), inputs);
            lab.network(MLP).nodes().forEach(node -> assertThat(values).containsKey(node.output()));
            String output = lab.network(MLP).output();
            FloatTensor logits = (FloatTensor) Objects.requireNonNull(values.get(output));
            assertThat(logits.shape()).isEqualTo(Shape.of(ROWS.train().size(), 3));
            String bias = values.keySet().stream()
                    .filter(name -> name.endsWith("bias"))
                    .reduce((a, b) -> b)
                    .orElseThrow();
            FloatTensor shifted = (FloatTensor) Objects.requireNonNull(lab.values(
                            MLP, Map.of(bias, new FloatTensor(new float[] {5, 5, 5}, Shape.of(3))), inputs)
                    .get(output));
            assertThat(shifted.values()[0] - logits.values()[0])
                    .isCloseTo(5f, org.assertj.core.data.Offset.offset(1e-4f));
        }
    }
}
