package dev.plumbline.zoo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.FloatTensor;
import dev.plumbline.experiment.Experiment;
import dev.plumbline.experiment.ExperimentFile;
import dev.plumbline.experiment.Metric;
import dev.plumbline.network.Network;
import dev.plumbline.network.Parameter;
import dev.plumbline.zoo.base.Bases;
import dev.plumbline.zoo.fault.Faults;
import dev.plumbline.zoo.folder.FolderWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlantedFolderTest {
    private static final List<ZooCase> ALL =
            Cases.all(Bases.standard(Path.of("../examples")), Faults.standard(), List.of());

    @TempDir
    Path folder;

    @Test
    void aTableIsTrainedAsItWasWritten() throws IOException {
        try (Workshop workshop = new Workshop()) {
            Experiment experiment = written("wine-mlp/epochs-too-few/2", workshop);

            assertThat(experiment.training().epochs()).isEqualTo(2);
            assertThat(workshop.score(experiment, 0, Metric.ACCURACY)).isBetween(0.1, 0.99);
        }
    }

    @Test
    void aKerasFilesWeightsAreOverwrittenInPlace() throws IOException {
        assertThat(firstWeights("keras-energy-mlp/initialization-zeros/keras-zeros"))
                .containsOnly(0f);
        assertThat(firstWeights("keras-energy-mlp/epochs-too-few/1")).doesNotContain(0f);
    }

    @Test
    void anOnnxGraphGetsItsNodeAtTheEnd() throws IOException {
        try (Workshop workshop = new Workshop()) {
            Network network =
                    workshop.network(written("onnx-wine-mlp/softmax-before-cross-entropy/onnx-softmax", workshop));

            assertThat(network.nodes().get(network.nodes().size() - 1).operator())
                    .isEqualTo("Softmax");
        }
    }

    private float[] firstWeights(String id) throws IOException {
        try (Workshop workshop = new Workshop()) {
            Network network = workshop.network(written(id, workshop));
            return network.parameters().stream()
                    .filter(p -> p.role() == Parameter.Role.WEIGHT)
                    .map(Parameter::values)
                    .map(FloatTensor.class::cast)
                    .findFirst()
                    .orElseThrow()
                    .values();
        }
    }

    private Experiment written(String id, Workshop workshop) throws IOException {
        ZooCase one = ALL.stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
        Path to = folder.resolve(id.replace('/', '.'));
        FolderWriter.write(one.folder().orElseThrow(), to);
        return workshop.complete(ExperimentFile.read(to));
    }
}
