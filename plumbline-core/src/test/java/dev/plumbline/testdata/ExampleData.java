package dev.plumbline.testdata;

import dev.plumbline.data.DType;
import dev.plumbline.data.Dataset;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.InputSchema;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Schema;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Split;
import dev.plumbline.data.SplitName;
import dev.plumbline.data.Stratified;
import dev.plumbline.data.Tensor;
import dev.plumbline.experiment.Modality;
import dev.plumbline.experiment.Task;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;

/**
 * The data of the repository's examples, read as plainly as can be, since core knows no file formats: numbers in
 * columns, the target last; a tenth of train held out as validation.
 */
public final class ExampleData {
    private static final Path EXAMPLES = Path.of("..", "examples");

    private ExampleData() {}

    /** 1,437 and 360 images of 8 x 8 pixels, 10 classes. */
    public static Dataset digits() {
        return table("digits", Task.CLASSIFICATION, Modality.IMAGE, Shape.of(1, 8, 8));
    }

    /** The same as rows of 64 numbers. */
    public static Dataset flatDigits() {
        return table("digits", Task.CLASSIFICATION, Modality.TABULAR, Shape.of(64));
    }

    /** 455 and 114 rows of 30, 2 classes. */
    public static Dataset breastCancer() {
        return table("breast-cancer", Task.CLASSIFICATION, Modality.TABULAR, Shape.of(30));
    }

    /** 142 and 36 rows of 13, 3 classes. */
    public static Dataset wine() {
        return table("wine", Task.CLASSIFICATION, Modality.TABULAR, Shape.of(13));
    }

    /** 353 and 89 rows of 10, one number to predict. */
    public static Dataset diabetes() {
        return table("diabetes", Task.REGRESSION, Modality.TABULAR, Shape.of(10));
    }

    /** 270 and 370 sequences of 29 x 12, 9 classes. */
    public static Dataset vowels() {
        Schema schema = new Schema(
                Modality.SEQUENCE,
                List.of(new InputSchema("x", Shape.of(29, 12), DType.FLOAT32, List.of(), 0)),
                "y",
                names(9),
                9);
        return dataset(Task.CLASSIFICATION, schema, arrays("train"), arrays("test"));
    }

    /** The same with the held-out examples back in train, and no validation. */
    public static Dataset wholeTrain(Dataset dataset) {
        Split train = dataset.train();
        Split held = dataset.split(SplitName.VALIDATION).orElseThrow();
        Split whole = new Split(
                List.of(joined(train.inputs().get(0), held.inputs().get(0))), joined(train.targets(), held.targets()));
        return dataset.with(SplitName.TRAIN, whole).only(Set.of(SplitName.TRAIN, SplitName.TEST));
    }

    private static Tensor joined(Tensor first, Tensor second) {
        Shape shape = first.shape().withoutFirst().prepend(first.length() + second.length());
        if (first instanceof LongTensor one && second instanceof LongTensor two) {
            long[] values = Arrays.copyOf(one.values(), one.elements() + two.elements());
            System.arraycopy(two.values(), 0, values, one.elements(), two.elements());
            return new LongTensor(values, shape);
        }
        float[] one = ((FloatTensor) first).values();
        float[] two = ((FloatTensor) second).values();
        float[] values = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, values, one.length, two.length);
        return new FloatTensor(values, shape);
    }

    private static Split arrays(String part) {
        try (ZipFile zip =
                new ZipFile(EXAMPLES.resolve("vowels").resolve(part + ".npz").toFile())) {
            ByteBuffer x = array(zip, "x.npy");
            ByteBuffer y = array(zip, "y.npy");
            float[] values = new float[x.remaining() / Float.BYTES];
            x.asFloatBuffer().get(values);
            long[] classes = new long[y.remaining() / Long.BYTES];
            y.asLongBuffer().get(classes);
            // the file counts speakers from 1
            Arrays.setAll(classes, i -> classes[i] - 1);
            return new Split(
                    List.of(FloatTensor.of(values, classes.length, 29, 12)), LongTensor.of(classes, classes.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The elements behind an array's header. */
    private static ByteBuffer array(ZipFile zip, String name) throws IOException {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            bytes.position(10 + bytes.getShort(8));
            return bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static Dataset table(String folder, Task task, Modality modality, Shape example) {
        List<String> train = lines(folder, "train");
        List<String> header = Arrays.asList(train.get(0).split(",", -1));
        int width = header.size() - 1;
        List<String> names = task == Task.REGRESSION
                ? List.of()
                : train.stream()
                        .skip(1)
                        .map(l -> l.split(",", -1)[width])
                        .distinct()
                        .sorted()
                        .toList();
        Schema schema = new Schema(
                modality,
                List.of(new InputSchema(
                        "x", example, DType.FLOAT32, example.rank() == 1 ? header.subList(0, width) : List.of(), 0)),
                header.get(width),
                names,
                task == Task.REGRESSION ? 1 : names.size());
        return dataset(task, schema, split(train, schema), split(lines(folder, "test"), schema));
    }

    private static Dataset dataset(Task task, Schema schema, Split train, Split test) {
        int[] held = Stratified.choose(train.targets(), train.size() / 10, 0);
        return new Dataset(
                task,
                schema,
                Map.of(
                        SplitName.TRAIN, train.pick(Stratified.others(train.size(), held)),
                        SplitName.VALIDATION, train.pick(held),
                        SplitName.TEST, test),
                List.of());
    }

    private static Split split(List<String> lines, Schema schema) {
        int rows = lines.size() - 1;
        Shape example = schema.inputs().get(0).shape();
        int width = Math.toIntExact(example.elements());
        float[] values = new float[rows * width];
        float[] numbers = new float[rows];
        long[] classes = new long[rows];
        for (int row = 0; row < rows; row++) {
            String[] cells = lines.get(row + 1).split(",", -1);
            for (int i = 0; i < width; i++) {
                values[row * width + i] = Float.parseFloat(cells[i]);
            }
            if (schema.classNames().isEmpty()) {
                numbers[row] = Float.parseFloat(cells[width]);
            } else {
                classes[row] = schema.classNames().indexOf(cells[width]);
            }
        }
        Tensor targets =
                schema.classNames().isEmpty() ? FloatTensor.of(numbers, rows, 1) : LongTensor.of(classes, rows);
        return new Split(List.of(new FloatTensor(values, example.prepend(rows))), targets);
    }

    private static List<String> lines(String folder, String part) {
        try {
            return Files.readAllLines(EXAMPLES.resolve(folder).resolve(part + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(String::valueOf)
                .toList();
    }
}
