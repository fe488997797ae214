package dev.plumbline.report.page;

import dev.plumbline.debug.LayerSummary;
import dev.plumbline.debug.NetworkSummary;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.GraphDrawing;
import dev.plumbline.report.chart.GraphDrawing.Box;
import dev.plumbline.report.chart.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network to look at: its figures, its graph, and every layer with its nodes.
 *
 * @param name of the file or experiment
 * @param format what the file is
 * @param batchSize the batch that memory is told for
 */
public record NetworkPage(String name, String format, NetworkSummary summary, int batchSize) {
    /** Above this a drawing helps nobody, and the file grows beyond a megabyte. */
    private static final int MOST_BOXES = 1_500;

    /** The page as HTML. */
    public String html() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Part("graph", "Graph", this::graph));
        sections.add(new LayersPart(summary));
        return new Page(Words.cut(name, 80) + " – Plumbline inspect", this::head, sections).html();
    }

    private record Part(String id, String title, java.util.function.Consumer<Markup> writer) implements Section {
        @Override
        public boolean isKnown() {
            return true;
        }

        @Override
        public void write(Markup html) {
            writer.accept(html);
        }
    }

    private void head(Markup html) {
        html.open("div", "class", "verdict");
        html.open("p", "class", "eyebrow")
                .element("bdi", Words.cut(name, 120))
                .text(" – " + format)
                .close();
        html.element(
                "h1",
                Numbers.count(summary.layers().size(), "layer") + ", "
                        + Numbers.count(summary.parameters(), "parameter"));
        html.open("div", "class", "scores");
        figure(html, Numbers.count(summary.trainable()), "trainable parameters");
        figure(html, Numbers.bytes(summary.parameterBytes()), "parameters in memory");
        figure(html, Numbers.bytes(summary.activationBytes() * batchSize), "activations of a batch of " + batchSize);
        figure(html, Numbers.count(summary.network().nodes().size()), "nodes");
        html.close().close();
    }

    private static void figure(Markup html, String big, String what) {
        html.open("div", "class", "figure");
        html.element("span", what, "class", "what").element("span", big, "class", "big");
        html.close();
    }

    private void graph(Markup html) {
        if (summary.layers().size() > MOST_BOXES) {
            html.element(
                    "p",
                    "With " + Numbers.count(summary.layers().size(), "layer")
                            + " the graph is too large to be drawn; the table below has every layer.",
                    "class",
                    "why");
            return;
        }
        Map<String, String> ids = LayersPart.ids(summary);
        List<Box> boxes = new ArrayList<>();
        summary.network()
                .inputs()
                .forEach((input, type) ->
                        boxes.add(new Box(input, input, type.toString(), "input", List.of(), "#layers")));
        for (LayerSummary layer : summary.layers()) {
            boxes.add(new Box(
                    layer.name(),
                    layer.name(),
                    layer.type() + " " + layer.output().shape(),
                    layer.parameters() > 0 ? "weights" : "plain",
                    layer.from(),
                    "#" + ids.getOrDefault(layer.name(), "layers")));
        }
        html.element("p", "Blue boxes hold weights. A click leads to the layer's nodes.", "class", "why");
        html.open("div", "class", "scroll graph-frame", "role", "region", "tabindex", "0", "aria-label", "Graph");
        new GraphDrawing(boxes).write(html);
        html.close();
    }
}
