package dev.plumbline.report.chart;

import static dev.plumbline.report.chart.Markup.at;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network as boxes and lines, from top to bottom. Each box is a link to what stands about it below.
 *
 * @param boxes in the order of computation
 */
public record GraphDrawing(List<Box> boxes) {
    private static final int TITLE = 24;
    private static final int DETAIL = 34;

    /**
     * One box.
     *
     * @param name unique
     * @param detail what it gives
     * @param style one of {@code input}, {@code weights}, {@code plain}
     * @param from names of the boxes that it reads
     * @param link where a click leads
     */
    public record Box(String name, String title, String detail, String style, List<String> from, String link) {
        public Box {
            from = List.copyOf(from);
        }
    }

    public GraphDrawing {
        boxes = List.copyOf(boxes);
    }

    public void write(Markup html) {
        Map<String, List<String>> from = new LinkedHashMap<>();
        boxes.forEach(box -> from.put(box.name(), box.from()));
        GraphLayout layout = new GraphLayout(from);
        html.open(
                "svg",
                "class",
                "graph",
                "viewBox",
                "0 0 " + at(layout.width()) + " " + at(layout.height()),
                "width",
                at(layout.width()),
                "height",
                at(layout.height()),
                "role",
                "img",
                "aria-label",
                "The network's graph: " + boxes.size() + " boxes from input to output");
        layout.lines().forEach(line -> html.path("wire", curve(line.points())));
        boxes.forEach(box -> draw(html, box, layout.place(box.name())));
        html.close();
    }

    private static String curve(List<GraphLayout.Place> points) {
        StringBuilder d = new StringBuilder();
        double x = points.get(0).x();
        double y = points.get(0).y() + GraphLayout.HEIGHT / 2.0;
        d.append('M').append(at(x)).append(' ').append(at(y));
        for (int i = 1; i < points.size(); i++) {
            GraphLayout.Place next = points.get(i);
            double top = next.y() - GraphLayout.HEIGHT / 2.0;
            double bend = (top - y) / 2;
            d.append('C').append(at(x)).append(' ').append(at(y + bend));
            d.append(' ').append(at(next.x())).append(' ').append(at(top - bend));
            d.append(' ').append(at(next.x())).append(' ').append(at(top));
            x = next.x();
            y = top;
            if (i < points.size() - 1) {
                y = next.y() + GraphLayout.HEIGHT / 2.0;
                d.append('L').append(at(x)).append(' ').append(at(y));
            }
        }
        return d.toString();
    }

    private static void draw(Markup html, Box box, GraphLayout.Place place) {
        double left = place.x() - GraphLayout.WIDTH / 2.0;
        double top = place.y() - GraphLayout.HEIGHT / 2.0;
        html.open("a", "href", box.link(), "class", "box " + box.style());
        html.element("title", box.name() + ": " + box.title() + " " + box.detail());
        html.leaf(
                "rect",
                "x",
                at(left),
                "y",
                at(top),
                "width",
                at(GraphLayout.WIDTH),
                "height",
                at(GraphLayout.HEIGHT),
                "rx",
                "7");
        html.label(cut(box.title(), TITLE), "stage", place.x(), place.y() - 5, "middle");
        html.label(cut(box.detail(), DETAIL), "tick", place.x(), place.y() + 14, "middle");
        html.close();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : "…" + text.substring(text.length() - most + 1);
    }
}
