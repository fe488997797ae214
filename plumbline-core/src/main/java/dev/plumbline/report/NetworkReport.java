package dev.plumbline.report;

import dev.plumbline.WholeFile;
import dev.plumbline.debug.LayerSummary;
import dev.plumbline.debug.NetworkSummary;
import dev.plumbline.report.page.NetworkPage;
import dev.plumbline.report.text.TextTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A network to look at without running it: layers, shapes, parameters, memory.
 *
 * @param name of the file or experiment
 * @param format what the file is
 * @param summary what is shown
 * @param batchSize the batch that memory is told for
 */
public record NetworkReport(String name, String format, NetworkSummary summary, int batchSize) {
    /** The layers as a table, and the sums below it. */
    public List<String> lines(Ink ink, int width) {
        TextTable table = new TextTable(ink, width)
                .text("layer")
                .text("type")
                .text("output")
                .number("parameters")
                .optional("trainable")
                .number("a batch of " + batchSize)
                .optionalText("reads");
        for (LayerSummary layer : summary.layers()) {
            table.row(
                    layer.name(),
                    layer.type(),
                    layer.output().toString(),
                    Numbers.count(layer.parameters()),
                    Numbers.count(layer.trainable()),
                    Numbers.bytes(layer.activationBytes() * batchSize),
                    String.join(", ", layer.from()));
        }
        List<String> lines = new ArrayList<>();
        lines.add(ink.bold(name) + "  " + ink.quiet(format));
        summary.network().inputs().forEach((input, type) -> lines.add("input   " + ink.text(input) + "  " + type));
        summary.network()
                .outputs()
                .forEach(output -> lines.add("output  " + ink.text(output) + "  "
                        + java.util.Objects.requireNonNull(summary.types().get(output))));
        lines.add("");
        lines.addAll(table.lines());
        lines.add("");
        lines.add(ink.text(Numbers.count(summary.layers().size(), "layer") + ", "
                + Numbers.count(summary.network().nodes().size(), "node") + ", "
                + Numbers.count(summary.parameters(), "parameter") + " (" + Numbers.count(summary.trainable())
                + " trainable)"));
        lines.add(ink.text(
                "Memory: parameters " + Numbers.bytes(summary.parameterBytes()) + ", activations of a batch of "
                        + batchSize + " " + Numbers.bytes(summary.activationBytes() * batchSize)));
        return lines;
    }

    /** The page with the graph. */
    public String html() {
        return new NetworkPage(name, format, summary, batchSize).html();
    }

    /** Writes the page to a file, whole or not at all. */
    public void write(Path file) throws IOException {
        WholeFile.write(file, html());
    }
}
