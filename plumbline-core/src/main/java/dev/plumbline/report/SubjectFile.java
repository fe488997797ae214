package dev.plumbline.report;

import dev.plumbline.experiment.SettingLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The file that findings are shown at: the experiment's, or the data file where there is no experiment file.
 *
 * @param uri relative, so that a report means the same on every machine
 * @param base what it is relative to, in words
 * @param lines where the file says what; empty for a data file
 */
public record SubjectFile(String uri, String base, SettingLines lines) {
    /**
     * Reads where the file's settings are.
     *
     * @param file the experiment or data file
     * @param workingFolder where the command runs, for a CI job the repository's root; a file outside it is named
     *     without its folder
     */
    public static SubjectFile of(Path file, Path workingFolder) {
        Path whole = file.toAbsolutePath().normalize();
        Path root = workingFolder.toAbsolutePath().normalize();
        SettingLines lines = lines(whole);
        if (whole.startsWith(root) && !whole.equals(root)) {
            return new SubjectFile(uri(root, whole), "the folder in which plumbline was run", lines);
        }
        Path folder = whole.getParent() == null ? whole : whole.getParent();
        return new SubjectFile(uri(folder, whole), "the experiment's folder", lines);
    }

    private static String uri(Path folder, Path file) {
        // a colon in the first segment would be read as a scheme
        return folder.toUri().relativize(file.toUri()).getRawPath().replace(":", "%3A");
    }

    private static SettingLines lines(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            return SettingLines.none();
        }
        try {
            return SettingLines.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return SettingLines.none();
        }
    }
}
