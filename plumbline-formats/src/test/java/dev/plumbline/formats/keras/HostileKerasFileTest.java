package dev.plumbline.formats.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.UnusableInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file that claims to be a Keras model holds, reading it ends in a network or in one clear line. */
@Timeout(60)
class HostileKerasFileTest {
    private static final String DENSE =
            "{\"class_name\":\"Dense\",\"config\":{\"name\":\"d\",\"units\":2},\"name\":\"d\","
                    + "\"inbound_nodes\":[[[\"x\",0,0,{}]]]}";
    private static final String INPUT =
            "{\"class_name\":\"InputLayer\",\"config\":{\"name\":\"x\",\"batch_shape\":[null,3],"
                    + "\"dtype\":\"float32\"},\"name\":\"x\",\"inbound_nodes\":[]}";

    @TempDir
    private Path folder;

    private static byte[] fixture(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(HostileKerasFileTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path keras(String config) throws IOException {
        return file("model.keras", zip("config.json", config.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] zip(String entry, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    private static String functional(String outputs, String... layers) {
        return "{\"class_name\":\"Functional\",\"config\":{\"name\":\"m\",\"layers\":[" + String.join(",", layers)
                + "],\"input_layers\":[[\"x\",0,0]],\"output_layers\":[" + outputs + "]}}";
    }

    private static String withDense(String settings) {
        return functional("[\"d\",0,0]", INPUT, DENSE.replace("\"units\":2", settings));
    }

    private static String withLayer(String className, String settings) {
        return functional(
                "[\"d\",0,0]",
                INPUT,
                DENSE.replace("Dense", className).replace("\"units\":2", settings.isEmpty() ? "\"a\":1" : settings));
    }

    private void refuses(Path file, String... words) throws IOException {
        long files = count();
        assertThatThrownBy(() -> new KerasReader().read(file))
                .isInstanceOf(UnusableInputException.class)
                .message()
                .contains(words)
                .doesNotContain("\n");
        assertThat(count()).as("files written").isEqualTo(files);
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.count();
        }
    }

    /** Damaged bytes may leave a model whole; then it is read, else there is one line. */
    private void endsWell(Path file) throws IOException {
        long files = count();
        try {
            new KerasReader().read(file);
        } catch (UnusableInputException e) {
            assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
        }
        assertThat(count()).as("files written").isEqualTo(files);
    }

    @Test
    void aModelThatIsWholeIsRead() throws IOException {
        assertThat(new KerasReader()
                        .read(keras(withDense("\"units\":2")))
                        .network()
                        .parameters())
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.keras", "model.h5"})
    void refusesFilesThatAreCutOffAnywhere(String name) throws IOException {
        byte[] whole = fixture(name);
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            Path cut = file(name, Arrays.copyOf(whole, random.nextInt(whole.length * 9 / 10)));
            if (name.endsWith(".keras")) {
                refuses(cut, "expected", "found");
            } else {
                endsWell(cut);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.keras", "model.h5"})
    void survivesFlippedBytes(String name) throws IOException {
        byte[] whole = fixture(name);
        Random random = new Random(11);
        for (int i = 0; i < 150; i++) {
            byte[] damaged = whole.clone();
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                // the head and the tables are at the front
                int at = random.nextBoolean() ? random.nextInt(2048) : random.nextInt(damaged.length);
                damaged[at] ^= (byte) (1 << random.nextInt(8));
            }
            endsWell(file(name, damaged));
        }
    }

    @Test
    void refusesFilesOfAnotherKind() throws IOException {
        refuses(file("model.keras", "hello, world".getBytes(StandardCharsets.UTF_8)), "a Keras model");
        refuses(file("model.keras", new byte[0]), "an empty file");
        refuses(file("saved_model.pb", new byte[] {8, 1, 18, 4}), "TensorFlow", "model.save");
        refuses(file("model.tflite", new byte[] {28, 0, 0, 0, 84, 70, 76, 51}), "TensorFlow", "model.save");
        refuses(folder.resolve("nowhere.keras"), "no such file");
    }

    @Test
    void refusesFoldersAndSaysHowToSaveASavedModel() throws IOException {
        Path saved = Files.createDirectory(folder.resolve("saved"));
        Files.write(saved.resolve("saved_model.pb"), new byte[] {8, 1});
        refuses(saved, "SavedModel", "model.save(\"model.keras\")");
    }

    @Test
    void refusesAZipBomb() throws IOException {
        refuses(file("model.keras", zip("config.json", new byte[200 << 20])), "at most 64 MiB", "200 MiB");
    }

    @Test
    void refusesAnEntryThatClaimsMoreThanItHolds() throws IOException {
        byte[] content = "{}".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("config.json");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        byte[] archive = bytes.toByteArray();
        // the central directory's uncompressed size
        for (int i = 0; i < archive.length - 4; i++) {
            if (archive[i] == 'P' && archive[i + 1] == 'K' && archive[i + 2] == 1 && archive[i + 3] == 2) {
                archive[i + 26] = 0x7f;
            }
        }
        refuses(file("model.keras", archive), "config.json");
    }

    @Test
    void takesNoPathOutOfAZip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../../escaped.txt"));
            zip.write(1);
        }
        refuses(file("model.keras", bytes.toByteArray()), "config.json");
        assertThat(folder.resolve("../../escaped.txt")).doesNotExist();
    }

    @Test
    void refusesASecondEntryOfTheSameName() throws IOException {
        byte[] first = zip("config.json", "{}".getBytes(StandardCharsets.UTF_8));
        byte[] renamed = new String(zip2("config.json", "config.jsom"), StandardCharsets.ISO_8859_1)
                .replace("config.jsom", "config.json")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(first).isNotEmpty();
        refuses(file("model.keras", renamed), "2 entries named config.json");
    }

    private static byte[] zip2(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('{');
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void refusesConfigurationsThatAreNone() throws IOException {
        refuses(file("model.keras", zip("metadata.json", new byte[] {'{', '}'})), "config.json");
        refuses(keras("not json"), "a JSON object");
        refuses(keras("[1, 2]"), "a JSON object");
        refuses(keras("{}"), "Sequential or Functional");
        refuses(keras("{\"class_name\":\"Functional\",\"config\":{\"layers\":[]}}"), "input_layers");
        refuses(keras("[".repeat(100_000)), "a JSON object");
        refuses(keras("{\"a\":".repeat(100_000)), "a JSON object");
        refuses(file("model.json", "{\"a\":1}".getBytes(StandardCharsets.UTF_8)), "class_name");
    }

    @Test
    void refusesWhatIsPythonCode() throws IOException {
        refuses(
                keras(withLayer("Lambda", "\"function\":[\"4wEAAAAAAAAA\",null,null]")),
                "layer d (Lambda)",
                "never executed");
        refuses(
                keras(withDense(
                        "\"units\":2,\"activation\":{\"class_name\":\"__lambda__\",\"config\":{\"value\":\"4wEA\"}}")),
                "layer d",
                "never executed");
        refuses(
                keras(functional(
                        "[\"d\",0,0]",
                        INPUT,
                        DENSE.replace(
                                "\"Dense\",", "\"Mine\",\"module\":\"my.code\",\"registered_name\":\"Custom>Mine\","))),
                "layer d (Mine)",
                "Custom>Mine");
        refuses(
                keras("{\"class_name\":\"MyModel\",\"module\":\"__main__\",\"config\":{}}"),
                "class MyModel",
                "Functional");
    }

    @Test
    void refusesLayersItDoesNotKnow() throws IOException {
        refuses(keras(withLayer("Dence", "")), "layer d (Dence)", "the nearest is Dense");
        refuses(keras(withLayer("StringLookup", "")), "layer d (StringLookup)", "table");
        refuses(keras(withDense("\"units\":2,\"activation\":\"rulu\"")), "activation", "relu");
        refuses(keras(withDense("\"units\":2,\"kernel_initializer\":\"glorrot\"")), "kernel_initializer");
        refuses(
                keras(withDense("\"units\":2,\"kernel_regularizer\":{\"class_name\":\"Mine\",\"config\":{}}")),
                "kernel_regularizer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1000000000000",
                "2000000000",
                "0",
                "-5",
                "NaN",
                "Infinity",
                "1.5",
                "\"many\"",
                "null",
                "[]",
                "{}"
            })
    void refusesAbsurdUnits(String units) throws IOException {
        refuses(keras(withDense("\"units\":" + units)), "layer d (Dense)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[null,0]", "[null,-3]", "[null,1e12]", "[]", "\"wide\"", "[null,\"a\"]", "[null,99999999999]"})
    void refusesAbsurdInputShapes(String shape) throws IOException {
        refuses(keras(functional("[\"d\",0,0]", INPUT.replace("[null,3]", shape), DENSE)), "batch_shape");
    }

    @Test
    void refusesAGraphWithACycle() throws IOException {
        String first = DENSE.replace("\"x\",0,0", "\"e\",0,0");
        String second = DENSE.replace("\"d\"", "\"e\"").replace("\"x\",0,0", "\"d\",0,0");
        refuses(keras(functional("[\"d\",0,0]", INPUT, first, second)), "without a cycle");
    }

    @Test
    void refusesReferencesToNothing() throws IOException {
        refuses(
                keras(functional("[\"d\",0,0]", INPUT, DENSE.replace("\"x\",0,0", "\"y\",0,0"))),
                "layer y",
                "no such layer");
        refuses(keras(functional("[\"z\",0,0]", INPUT, DENSE)), "layer z");
        refuses(keras(functional("[\"d\",0,7]", INPUT, DENSE)), "output 7");
        refuses(keras(functional("[\"d\",0,0]", INPUT, DENSE.replace("\"x\",0,0", "\"x\",5,0"))), "call 5");
        refuses(keras(functional("[\"d\",0,0]", INPUT, DENSE.replace("\"x\",0,0", "\"x\",-1,0"))), "layer");
        refuses(keras(functional("[\"d\",0,0]", INPUT, DENSE, DENSE)), "two layers named d");
    }

    @Test
    void refusesLayersThatDoNotFit() throws IOException {
        refuses(keras(withLayer("Conv2D", "\"filters\":2,\"kernel_size\":[3,3]")), "layer d (Conv2D)", "4 axes");
        refuses(keras(withLayer("BatchNormalization", "\"axis\":9")), "axis");
        refuses(keras(withLayer("Reshape", "\"target_shape\":[7]")), "layer d");
        refuses(keras(withLayer("Dropout", "\"rate\":3")), "rate");
    }

    @Test
    void refusesASequentialModelThatWasNeverBuilt() throws IOException {
        refuses(
                keras("{\"class_name\":\"Sequential\",\"config\":{\"name\":\"s\",\"layers\":[" + DENSE + "]}}"),
                "the shape of its input",
                "model.build");
    }

    @Test
    void refusesWeightsOfAnotherModel() throws IOException {
        byte[] whole = fixture("model.keras");
        byte[] weights = entry(whole, "model.weights.h5");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("config.json"));
            zip.write(withDense("\"units\":2").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("model.weights.h5"));
            zip.write(weights);
        }
        refuses(file("model.keras", bytes.toByteArray()), "variable d/kernel", "same model");
    }

    @Test
    void refusesWeightsAloneAndSaysWhatIsMissing() throws IOException {
        refuses(file("model.weights.h5", entry(fixture("model.keras"), "model.weights.h5")), "weights alone");
    }

    @Test
    void refusesWeightsThatAreNotHdf5() throws IOException {
        for (String weights : List.of("", "text", "\u0089HDF\r\n\u001a\n")) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("config.json"));
                zip.write(withDense("\"units\":2").getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry("model.weights.h5"));
                zip.write(weights.getBytes(StandardCharsets.ISO_8859_1));
            }
            refuses(file("model.keras", bytes.toByteArray()), "model.weights.h5", "HDF5");
        }
    }

    private static byte[] entry(byte[] archive, String name) throws IOException {
        try (java.util.zip.ZipInputStream zip =
                new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new IllegalStateException("no entry " + name);
    }
}
