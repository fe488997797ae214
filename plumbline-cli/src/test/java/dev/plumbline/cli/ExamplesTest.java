package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example that is shipped does what its story says; takes minutes, so only with {@code mvn -Pexamples test}. */
@Tag("examples")
class ExamplesTest {
    @TempDir
    private Path folder;

    static List<String> twins() throws IOException {
        try (Stream<Path> folders = Files.list(ExampleRuns.examples().resolve("broken"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"digits", "breast-cancer", "wine", "diabetes", "vowels", "keras-digits", "onnx-wine"})
    void aHealthyExampleHasNothingThatHurts(String name) throws IOException {
        new ExampleRuns(folder).isHealthy(ExampleRuns.examples().resolve(name));
    }

    @ParameterizedTest
    @MethodSource("twins")
    void aBrokenTwinIsHealedByTheEditThatItsReportNames(String name) throws IOException {
        Twin twin = Twin.of(name);
        new ExampleRuns(folder).isHealed(twin.broken(), twin.cause(), twin.healthy(folder));
    }
}
