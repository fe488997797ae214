package dev.plumbline.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.data.Dataset;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large files cost what their numbers cost, and a small file that claims to be large costs nothing. */
class LargeFileTest {
    @TempDir
    private Path folder;

    @Test
    void aTableOfTwentyMegabytesNeedsNoMoreThanItsNumbers() throws IOException {
        Path file = folder.resolve("train.csv");
        int rows = 20_000;
        int columns = 200;
        try (Writer out = Files.newBufferedWriter(file)) {
            for (int c = 0; c < columns; c++) {
                out.write("c" + c + ",");
            }
            out.write("y\n");
            for (int r = 0; r < rows; r++) {
                for (int c = 0; c < columns; c++) {
                    out.write((r * 31 + c * 17) % 1000 + ".5,");
                }
                out.write(r % 2 + "\n");
            }
        }
        assertThat(Files.size(file)).isGreaterThan(20_000_000);

        Dataset data = new FileData().load(Plans.of(file).plan(), null);

        assertThat(data.train().inputs().get(0).shape().sizes()).containsExactly(rows, columns);
        assertThat(data.train().inputs().get(0).get(200)).isEqualTo(31.5);
    }

    @Test
    void anArchiveThatUnpacksToMoreThanTheMemoryIsRefusedBeforeItIsUnpacked() throws IOException {
        Path bomb = Archive.of(folder.resolve("bomb.npz"), new byte[8 << 20], new byte[0]);
        assertThat(Files.size(bomb)).isLessThan(20_000);
        FileData reader = new FileData(new DataFormats(List.of(new NpzFormat(4 << 20))));

        assertThatThrownBy(() -> reader.load(Plans.of(bomb).plan(), null))
                .hasMessageContaining("bomb.npz, array x: expected at most 4 MiB")
                .hasMessageContaining("found 8 MiB");
    }

    @Test
    void aHeaderThatClaimsMoreThanTheFileHasIsRefusedBeforeMemoryIsTaken() throws IOException {
        byte[] header = ("\u0093NUMPY\u0001\0\u0076\0{'descr': '<f4', 'fortran_order': False, 'shape': (400000000,), }"
                        + " ".repeat(20))
                .getBytes(StandardCharsets.ISO_8859_1);
        Path file = Archive.of(folder.resolve("claims.npz"), java.util.Arrays.copyOf(header, 300), new byte[0]);

        assertThatThrownBy(() -> new FileData().load(Plans.of(file).plan(), null))
                .hasMessageContaining("172 bytes where shape (400000000) needs 1600000000");
    }
}
