package dev.plumbline.report.chart;

import static dev.plumbline.report.chart.Markup.at;

import dev.plumbline.finding.Stage;
import dev.plumbline.guide.Visit;
import dev.plumbline.report.Numbers;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decision tree with the path that was walked lit. What came of a stage is told by colour, icon and word.
 *
 * @param path stages in the order in which they were visited
 * @param goalMet whether the goal was reached
 */
public record TreeDrawing(List<Visit> path, boolean goalMet) {
    public TreeDrawing {
        path = List.copyOf(path);
    }

    /** Draws it twice, for wide screens and for narrow ones; the style sheet shows one. */
    public void write(Markup html) {
        draw(html, TreeLayout.wide());
        draw(html, TreeLayout.narrow());
    }

    private void draw(Markup html, TreeLayout layout) {
        String head = "arrow-" + layout.style();
        html.open(
                "svg",
                "class",
                "plot tree " + layout.style(),
                "viewBox",
                "0 0 " + layout.width() + " " + layout.height(),
                "role",
                "img",
                "aria-label",
                alt());
        html.open("defs");
        arrowHead(html, head, "head");
        arrowHead(html, head + "-lit", "head lit");
        html.close();
        Map<Stage, Visit> last = new EnumMap<>(Stage.class);
        path.forEach(v -> last.put(v.stage(), v));
        boolean[] drawLit = {false, true};
        for (boolean lit : drawLit) { // lit ones last, so that they lie above
            for (Stage stage : layout.steps().keySet()) {
                edge(html, head, layout.steps().getOrDefault(stage, ""), passes(stage), lit);
            }
            edge(html, head, layout.toImprove(), last.containsKey(Stage.IMPROVE), lit);
            edge(html, head, layout.toTune(), last.containsKey(Stage.TUNE), lit);
            edge(html, head, layout.again(), wentBack(), lit);
            edge(html, head, layout.toGoal(), goalMet, lit);
        }
        html.label(
                "and again, until the goal is met",
                "tick",
                layout.note().x(),
                layout.note().y(),
                layout.style().equals("wide") ? "end" : "start");
        for (Stage stage : Stage.values()) {
            TreeLayout.Box box = layout.boxes().get(stage);
            if (box != null) {
                node(html, stage, last.get(stage), box);
            }
        }
        TreeLayout.Box goal = layout.goal();
        html.open("g", "class", goalMet ? "goal met" : "goal");
        html.leaf(
                "rect",
                "x",
                at(goal.x()),
                "y",
                at(goal.y()),
                "width",
                at(goal.width()),
                "height",
                at(goal.height()),
                "rx",
                "16");
        html.label("Goal met", "stage", goal.x() + goal.width() / 2.0, goal.y() + 20.5, "middle");
        html.close();
        html.close();
    }

    private static void arrowHead(Markup html, String id, String style) {
        html.open(
                "marker",
                "id",
                id,
                "viewBox",
                "0 0 8 8",
                "refX",
                "2",
                "refY",
                "4",
                "markerWidth",
                "7",
                "markerHeight",
                "7",
                "orient",
                "auto",
                "markerUnits",
                "userSpaceOnUse");
        html.path(style, "M0 0L8 4L0 8z");
        html.close();
    }

    private static void edge(Markup html, String head, String path, boolean lit, boolean drawLit) {
        if (lit == drawLit) {
            html.leaf(
                    "path",
                    "class",
                    lit ? "edge lit" : "edge",
                    "d",
                    path,
                    "marker-end",
                    "url(#" + head + (lit ? "-lit" : "") + ")");
        }
    }

    /** Whether the path led from this stage or one before it to a later one. */
    private boolean passes(Stage stage) {
        return path.stream().anyMatch(v -> v.stage().ordinal() <= stage.ordinal() && v.status() != Visit.Status.SKIPPED)
                && path.stream()
                        .anyMatch(v -> v.stage().ordinal() > stage.ordinal() && v.status() != Visit.Status.SKIPPED);
    }

    private boolean wentBack() {
        boolean beyond = false;
        for (Visit visit : path) {
            if (beyond && visit.stage() == Stage.EVALUATE) {
                return true;
            }
            beyond |= visit.stage() == Stage.IMPROVE || visit.stage() == Stage.TUNE;
        }
        return false;
    }

    private void node(Markup html, Stage stage, @Nullable Visit visit, TreeLayout.Box box) {
        String status = visit == null ? "unvisited" : visit.status().label();
        html.open("g", "class", "node " + status);
        html.leaf(
                "rect",
                "x",
                at(box.x()),
                "y",
                at(box.y()),
                "width",
                at(box.width()),
                "height",
                at(box.height()),
                "rx",
                "7");
        double middle = box.y() + box.height() / 2.0;
        icon(html, visit == null ? null : visit.status(), box.x() + 19, middle - 11);
        html.label(shortTitle(stage), "stage", box.x() + 34, middle - 6, "start");
        html.label(words(stage, visit), "tick", box.x() + 34, middle + 14, "start");
        html.close();
    }

    private static String shortTitle(Stage stage) {
        return stage == Stage.IMPROVE ? "Improve" : stage.title();
    }

    private String words(Stage stage, @Nullable Visit visit) {
        if (visit == null) {
            return "not reached";
        }
        long times = path.stream().filter(v -> v.stage() == stage).count();
        String time = visit.status() == Visit.Status.SKIPPED ? "" : " · " + Numbers.time(visit.time());
        return visit.status().label() + time + (times > 1 ? " · " + times + "×" : "");
    }

    /** The sign of a status in a circle around a point; other places of the page use it too. */
    public static void icon(Markup html, Visit.@Nullable Status status, double x, double y) {
        String sign = status == null
                ? ""
                : switch (status) {
                    case PASSED -> "M-3.5 .2l2.5 2.6l4.6-5.4";
                    case PROBLEM -> "M0-4v4.6m0 3v.1";
                    case SKIPPED -> "M-3.2 0h6.4";
                    case UNFINISHED -> "M-1.8-3.2v6.4m3.6-6.4v6.4";
                };
        html.open("g", "class", "icon", "transform", "translate(" + at(x) + " " + at(y) + ")");
        html.leaf("circle", "r", "8");
        if (!sign.isEmpty()) {
            html.leaf("path", "d", sign);
        }
        html.close();
    }

    private String alt() {
        StringBuilder alt = new StringBuilder("Decision tree. ");
        for (Visit visit : path) {
            alt.append(visit.stage().title())
                    .append(": ")
                    .append(visit.status().label())
                    .append(". ");
        }
        if (path.isEmpty()) {
            alt.append("No stage was visited. ");
        }
        return alt.append(goalMet ? "Goal met." : "Goal not reached yet.").toString();
    }
}
