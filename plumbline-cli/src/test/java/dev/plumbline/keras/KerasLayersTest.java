package dev.plumbline.keras;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of Keras 3 and its own outputs, both made by {@code make_fixtures.py} beside them. */
class KerasLayersTest {
    @ParameterizedTest
    @ValueSource(strings = {"recurrent", "masked", "embedded", "wrapped", "attention"})
    void giveWhatKerasGives(String name) throws IOException, URISyntaxException {
        double difference =
                Forward.difference(file(name + ".keras"), file(name + "-inputs.bin"), file(name + "-outputs.bin"));

        assertThat(difference).isLessThan(1e-5);
    }

    /** Made by {@code make_keras2.py}: where Keras 2 treats masks and initial states otherwise. */
    @Test
    void aFileOfKeras2GivesWhatKeras2Gives() throws IOException, URISyntaxException {
        double difference =
                Forward.difference(file("keras2.h5"), file("keras2-inputs.bin"), file("keras2-outputs.bin"));

        assertThat(difference).isLessThan(1e-5);
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(KerasLayersTest.class.getResource(name), name)
                .toURI());
    }
}
