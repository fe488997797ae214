package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a table of two classes that a network can learn; tests damage it, and ask what is said. */
abstract class DamagedTable {
    @TempDir
    Path folder;

    /** A table of two classes that a network can learn; the tests damage it. */
    @BeforeEach
    void aHealthyTable() {
        Random random = new Random(0);
        List<String> lines = new ArrayList<>(List.of("length,width,height,kind"));
        for (int i = 0; i < 60; i++) {
            double shift = i % 2 == 0 ? -1 : 1;
            lines.add(String.format(
                    Locale.ROOT,
                    "%.3f,%.3f,%.3f,%s",
                    random.nextGaussian() + shift,
                    random.nextGaussian(),
                    random.nextGaussian() - shift,
                    i % 2 == 0 ? "oak" : "elm"));
        }
        write("train.csv", lines.toArray(String[]::new));
    }

    final Path write(String name, String... lines) {
        try {
            return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    final List<String> table() throws IOException {
        return new ArrayList<>(Files.readAllLines(folder.resolve("train.csv")));
    }

    /** Changes the table's column of the place in all its rows. */
    final void column(int place, String value) throws IOException {
        List<String> lines = table();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split(",");
            cells[place] = value;
            lines.set(i, String.join(",", cells));
        }
        write("train.csv", lines.toArray(String[]::new));
    }

    /** An experiment on the table, besides the lines given. */
    final void experiment(String... lines) {
        write("experiment.yaml", lines);
    }

    final void refused(String... parts) {
        refusedAt(folder, parts);
    }

    final void refusedAt(Path path, String... parts) {
        Path out = folder.resolve("out");
        refuses(Answer.to("run", path.toString(), "--budget", "20s", "--out", out.toString()), parts);
        assertThat(files(out)).as("files in the output folder").isEmpty();
    }

    /** Status 2, and one line on standard error. */
    static void refuses(Answer answer, String... parts) {
        assertThat(answer.err()).contains(parts);
        assertThat(answer.complaints()).hasSize(1);
        assertThat(answer.complaints().get(0))
                .startsWith("plumbline: ")
                .doesNotContain("Exception", "\tat ", " null")
                .matches(".*[.?]");
        assertThat(answer.status()).isEqualTo(2);
    }

    static List<String> files(Path out) {
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(out)) {
            return found.filter(Files::isRegularFile).map(Path::toString).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
