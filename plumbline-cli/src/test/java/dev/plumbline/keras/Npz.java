package dev.plumbline.keras;

import dev.plumbline.data.DoubleTensor;
import dev.plumbline.data.FloatTensor;
import dev.plumbline.data.LongTensor;
import dev.plumbline.data.Shape;
import dev.plumbline.data.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The arrays of an {@code .npz} that {@code numpy.savez} wrote, by name. */
final class Npz {
    private static final Pattern HEADER =
            Pattern.compile("'descr': '[<|](\\w\\d)'.*'fortran_order': False.*'shape': \\(([^)]*)\\)");

    private Npz() {}

    static Map<String, Tensor> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Tensor> read(InputStream in) throws IOException {
        Map<String, Tensor> arrays = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                arrays.put(entry.getName().replace(".npy", ""), array(zip.readAllBytes()));
            }
        }
        return arrays;
    }

    private static Tensor array(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = buffer.getShort(8);
        Matcher header = HEADER.matcher(new String(bytes, 10, length, StandardCharsets.ISO_8859_1));
        if (!header.find()) {
            throw new IllegalArgumentException("expected a little-endian array in C order");
        }
        List<Integer> sizes = new ArrayList<>();
        for (String size : header.group(2).split(",")) {
            if (!size.isBlank()) {
                sizes.add(Integer.parseInt(size.strip()));
            }
        }
        Shape shape = new Shape(sizes);
        buffer.position(10 + length);
        int n = Math.toIntExact(shape.elements());
        String type = header.group(1);
        if (type.equals("f4")) {
            float[] values = new float[n];
            buffer.asFloatBuffer().get(values);
            return new FloatTensor(values, shape);
        }
        if (type.equals("f8")) {
            double[] values = new double[n];
            buffer.asDoubleBuffer().get(values);
            return new DoubleTensor(values, shape);
        }
        long[] values = new long[n];
        for (int i = 0; i < n; i++) {
            values[i] = switch (type) {
                case "i4" -> buffer.getInt();
                case "i8" -> buffer.getLong();
                case "b1", "i1" -> buffer.get();
                default -> throw new IllegalArgumentException("element type " + type);
            };
        }
        return new LongTensor(values, shape);
    }
}
