package dev.plumbline.keras;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.data.Tensor;
import dev.plumbline.formats.keras.KerasReader;
import dev.plumbline.network.ImportedModel;
import dev.plumbline.network.Layer;
import dev.plumbline.network.Penalty;
import dev.plumbline.torch.Inference;
import dev.plumbline.torch.TorchSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small models that Keras wrote, with what Keras computed; {@code make.py} beside them makes them anew. */
class KerasFixturesTest {
    private static ImportedModel model(String name) throws URISyntaxException {
        return new KerasReader()
                .read(Path.of(Objects.requireNonNull(KerasFixturesTest.class.getResource(name))
                        .toURI()));
    }

    private static Map<String, Tensor> arrays(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(KerasFixturesTest.class.getResourceAsStream(name))) {
            return Npz.read(in);
        }
    }

    @ParameterizedTest
    @CsvSource({"cnn.keras, cnn.npz", "cnn.h5, cnn.npz", "shared.keras, shared.npz"})
    void aModelGivesWhatItGaveInKeras(String file, String values) throws IOException, URISyntaxException {
        ImportedModel model = model(file);
        Map<String, Tensor> arrays = arrays(values);
        Map<String, Tensor> given = new LinkedHashMap<>();
        for (String input : model.network().inputs().keySet()) {
            given.put(input, Objects.requireNonNull(arrays.get("in" + given.size())));
        }
        try (Inference inference = new Inference(model.network(), TorchSettings.standard())) {
            Map<String, Tensor> found = inference.run(given);
            int index = 0;
            for (String output : model.network().outputs()) {
                Tensor expected = Objects.requireNonNull(arrays.get("out" + index++));
                assertThat(Differences.relative(expected, Objects.requireNonNull(found.get(output))))
                        .as(output)
                        .isLessThan(1e-5);
            }
        }
    }

    @Test
    void layersKeepTheirNamesAndClasses() throws URISyntaxException {
        assertThat(model("shared.keras").network().layers())
                .contains(new Layer("shared", "Dense"), new Layer("inner/layer_normalization", "LayerNormalization"));
    }

    @Test
    void aSharedLayerHasOneKernelAndOnePenalty() throws URISyntaxException {
        ImportedModel model = model("shared.keras");
        assertThat(model.network().parameters())
                .filteredOn(p -> p.name().startsWith("shared/"))
                .hasSize(2);
        assertThat(model.network().penalties()).singleElement().satisfies(penalty -> {
            assertThat(penalty).isEqualTo(new Penalty.Size("shared/kernel", 0, 0.01, false));
        });
    }
}
