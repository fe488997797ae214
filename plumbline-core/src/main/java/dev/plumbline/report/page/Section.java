package dev.plumbline.report.page;

import dev.plumbline.report.chart.Markup;

/** A part of the page with a heading of its own. */
public interface Section {
    /** What links to it use. */
    String id();

    /** Its heading. */
    String title();

    /** Whether enough is known to write it. */
    boolean isKnown();

    /** Writes what comes below the heading. */
    void write(Markup html);
}
