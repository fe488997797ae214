package dev.plumbline.zoo.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes {@code x} and {@code y} of a split as NumPy's archive of arrays (format 1.0 of its .npy files). */
final class NpzWriter {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    private NpzWriter() {}

    static void write(Data data, Examples examples, Path file) throws IOException {
        boolean tokens = data.kind() == Data.Kind.TOKENS;
        String rest = data.shape().stream().map(size -> size + ",").collect(Collectors.joining());
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            entry(zip, "x.npy", npy("(" + examples.size() + "," + rest + ")", tokens, flat(examples)));
            entry(
                    zip,
                    "y.npy",
                    npy("(" + examples.size() + ",)", data.isClassification(), List.of(examples.targets())));
        }
    }

    private static List<float[]> flat(Examples examples) {
        return List.of(examples.inputs());
    }

    private static byte[] npy(String shape, boolean whole, List<float[]> rows) {
        String header =
                "{'descr': '" + (whole ? "<i8" : "<f4") + "', 'fortran_order': False, 'shape': " + shape + ", }";
        int padding = 64 - (MAGIC.length + 2 + header.length() + 1) % 64;
        byte[] text = (header + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        int numbers = rows.stream().mapToInt(row -> row.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(MAGIC.length + 2 + text.length + numbers * (whole ? 8 : 4))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(MAGIC).putShort((short) text.length).put(text);
        for (float[] row : rows) {
            for (float value : row) {
                if (whole) {
                    bytes.putLong((long) value);
                } else {
                    bytes.putFloat(value);
                }
            }
        }
        return bytes.array();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(315_532_800_000L); // the same bytes at any hour
        entry.setSize(bytes.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
