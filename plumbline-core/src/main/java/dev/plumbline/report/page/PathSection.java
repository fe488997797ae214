package dev.plumbline.report.page;

import dev.plumbline.guide.Diagnosis;
import dev.plumbline.guide.Visit;
import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Markup;
import dev.plumbline.report.chart.TreeDrawing;
import java.util.List;

/** The decision tree with the walked path lit, and what came of each stage. */
record PathSection(Diagnosis diagnosis) implements Section {
    private static final int MOST = 40;

    @Override
    public String id() {
        return "path";
    }

    @Override
    public String title() {
        return "The path";
    }

    @Override
    public boolean isKnown() {
        return true;
    }

    @Override
    public void write(Markup html) {
        List<Visit> path = diagnosis.knowledge().path();
        new TreeDrawing(path, diagnosis.goalMet().orElse(false)).write(html);
        if (path.isEmpty()) {
            html.element("p", "No stage was visited.", "class", "lead");
            return;
        }
        html.open("ol", "class", "visits");
        path.stream().limit(MOST).forEach(visit -> {
            html.open("li", "class", visit.status().label());
            html.open("p", "class", "visit-head");
            html.open(
                    "svg",
                    "class",
                    "node " + visit.status().label(),
                    "viewBox",
                    "-10 -10 20 20",
                    "width",
                    "20",
                    "height",
                    "20",
                    "aria-hidden",
                    "true");
            TreeDrawing.icon(html, visit.status(), 0, 0);
            html.close();
            html.element("strong", visit.stage().title());
            html.element("span", visit.status().label(), "class", "status");
            if (visit.status() != Visit.Status.SKIPPED) {
                html.element("span", Numbers.time(visit.time()), "class", "time");
            }
            html.close();
            html.element("p", Words.sentence(visit.summary()));
            if (!visit.why().isBlank()) {
                html.element("p", Words.sentence(visit.why()), "class", "why");
            }
            html.close();
        });
        html.close();
        Words.more(html, path.size() - MOST, "visit", "; all are in report.json");
    }
}
