package dev.plumbline.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One healthy experiment and its broken twin, from the command line to the reports. */
class WholeWalkTest {
    @TempDir
    private Path folder;

    @Test
    void wineIsHealthy() throws IOException {
        new ExampleRuns(folder).isHealthy(ExampleRuns.examples().resolve("wine"));
    }

    @Test
    void wineWithZeroWeightsIsHealed() throws IOException {
        Twin twin = Twin.of("wine-zero-weights");
        new ExampleRuns(folder).isHealed(twin.broken(), twin.cause(), twin.healthy(folder));
    }
}
