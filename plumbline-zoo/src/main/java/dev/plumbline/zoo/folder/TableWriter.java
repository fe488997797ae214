package dev.plumbline.zoo.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a split as a CSV table. NaN is an empty cell. */
final class TableWriter {
    private TableWriter() {}

    static void write(Data data, Examples examples, Path file) throws IOException {
        StringBuilder text = new StringBuilder(String.join(",", data.names())).append('\n');
        for (int i = 0; i < examples.size(); i++) {
            for (float value : examples.inputs()[i]) {
                text.append(cell(value)).append(',');
            }
            float target = examples.targets()[i];
            text.append(data.classes().isEmpty() ? cell(target) : data.classes().get((int) target))
                    .append('\n');
        }
        Files.writeString(file, text);
    }

    private static String cell(float value) {
        if (Float.isNaN(value)) {
            return "";
        }
        return value == (long) value && Math.abs(value) < 1e9f ? Long.toString((long) value) : Float.toString(value);
    }
}
