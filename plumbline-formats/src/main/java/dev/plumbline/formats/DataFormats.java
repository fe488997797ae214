package dev.plumbline.formats;

import dev.plumbline.UnusableInputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The formats, told apart by the ending of a file's name.
 *
 * @param formats no two with the same extension
 */
record DataFormats(List<DataFormat> formats) {
    /** Every format that Plumbline reads; a new one is added to this list. */
    static DataFormats standard() {
        return new DataFormats(List.of(new CsvFormat(), new NpzFormat()));
    }

    /**
     * Reads a file.
     *
     * @throws UnusableInputException if it is not there, may not be read, or is not what its name says
     */
    FileContent read(Path path) {
        InputFile file = InputFile.open(path);
        DataFormat format = of(file);
        return file.guarded(() -> format.read(file));
    }

    private DataFormat of(InputFile file) {
        String name = file.name().toLowerCase(Locale.ROOT);
        for (DataFormat format : formats) {
            if (format.extensions().stream().anyMatch(name::endsWith)) {
                return format;
            }
        }
        int dot = name.lastIndexOf('.');
        throw new UnusableInputException(
                file.name(),
                "a name that ends in one of " + String.join(", ", extensions()),
                dot < 0 ? "no ending" : "\"" + name.substring(dot) + "\"",
                "Save the data in one of these formats.");
    }

    private List<String> extensions() {
        return formats.stream().flatMap(f -> f.extensions().stream()).toList();
    }
}
