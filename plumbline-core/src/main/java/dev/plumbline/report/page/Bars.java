package dev.plumbline.report.page;

import dev.plumbline.report.Numbers;
import dev.plumbline.report.chart.Markup;

/** A share as a bar within a table. */
public final class Bars {
    private Bars() {}

    /** The bar with its percentage. */
    public static void share(Markup html, double share) {
        bar(html, share);
        html.element("span", Numbers.percent(share), "class", "bar-text");
    }

    /** The bar alone. */
    static void bar(Markup html, double share) {
        double width = Double.isFinite(share) ? Math.max(0, Math.min(1, share)) * 120 : 0;
        html.open(
                "svg",
                "class",
                "inline-bar",
                "viewBox",
                "0 0 120 10",
                "width",
                "120",
                "height",
                "10",
                "aria-hidden",
                "true");
        html.leaf("rect", "class", "track", "width", "120", "height", "10", "rx", "2");
        html.leaf("rect", "class", "fill", "width", Markup.at(width), "height", "10", "rx", "2");
        html.close();
    }
}
