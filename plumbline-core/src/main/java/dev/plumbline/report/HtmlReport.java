package dev.plumbline.report;

import dev.plumbline.WholeFile;
import dev.plumbline.guide.Diagnosis;
import dev.plumbline.report.page.ReportPage;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The diagnosis as one HTML file that needs nothing beside it: no network, no fonts, no scripts to work. It stays below
 * 1 MB whatever the data's size; what does not fit is cut and says so.
 *
 * <pre>{@code
 * HtmlReport.write(diagnosis, "examples/digits", Path.of("report.html"));
 * }</pre>
 */
public final class HtmlReport {
    private HtmlReport() {}

    /**
     * The page.
     *
     * @param path the experiment as the person named it, for the commands to copy
     */
    public static String html(Diagnosis diagnosis, String path) {
        return new ReportPage(diagnosis, path).html();
    }

    /** Writes the page to a file, whole or not at all. */
    public static void write(Diagnosis diagnosis, String path, Path file) throws IOException {
        WholeFile.write(file, html(diagnosis, path));
    }
}
