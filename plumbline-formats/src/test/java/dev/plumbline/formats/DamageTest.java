package dev.plumbline.formats;

import static dev.plumbline.formats.Plans.npz;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.UnusableInputException;
import dev.plumbline.data.Dataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a file is damaged, the outcome is a data set or one line for a person. */
class DamageTest {
    private static final List<String> ARCHIVES =
            List.of("compressed", "words", "fortran", "half", "all-splits", "pickled", "structured", "channels-last");
    private static final String TABLE = """
            name,age,city,smoker,"a ""quoted"" one",y
            Ann,31,Oslo,yes,1.5,ill
            Bob,,Bonn,no,2e3,well
            Cy,17,"Rome, IT",yes,NA,ill
            Dee,4,Oslo,no,-0.5,well
            """;

    @TempDir
    private Path folder;

    private int usable;
    private int refused;

    private void read(Path file, long seed, int round) {
        try {
            Dataset data = new FileData().load(Plans.of(file).plan(), null);
            assertThat(data.train().size()).isPositive();
            usable++;
        } catch (UnusableInputException e) {
            assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(1000);
            refused++;
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed + ", round " + round + " on " + file, e);
        }
    }

    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] bytes = random.nextInt(3) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
        int flips = bytes.length == 0 ? 0 : random.nextInt(4);
        for (int i = 0; i < flips; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    @Test
    void archives() throws IOException {
        long seed = 20261123;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 400; round++) {
            byte[] whole = Files.readAllBytes(npz(ARCHIVES.get(round % ARCHIVES.size())));
            read(Files.write(folder.resolve("damaged.npz"), damaged(whole, random)), seed, round);
        }
        assertThat(usable).isPositive();
        assertThat(refused).isPositive();
    }

    /** Headers within an archive whose checksums are right: only the array's own header is damaged. */
    @Test
    void headersOfArrays() throws IOException {
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] header = ("\u0093NUMPY\u0001\0\u0076\0{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }"
                        + " ".repeat(57) + "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] array = Arrays.copyOf(header, header.length + 24);
        for (int round = 0; round < 400; round++) {
            byte[] bytes = array.clone();
            for (int i = random.nextInt(4); i > 0; i--) {
                bytes[random.nextInt(70)] =
                        (byte) (random.nextInt(2) == 0 ? '0' + random.nextInt(10) : random.nextInt(256));
            }
            read(Archive.of(folder.resolve("header.npz"), bytes, bytes), seed, round);
        }
        assertThat(refused).isPositive();
    }

    @Test
    void tables() throws IOException {
        long seed = 4711;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] whole = TABLE.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 800; round++) {
            read(Files.write(folder.resolve("damaged.csv"), damaged(whole, random)), seed, round);
        }
        assertThat(usable).isPositive();
        assertThat(refused).isPositive();
    }
}
