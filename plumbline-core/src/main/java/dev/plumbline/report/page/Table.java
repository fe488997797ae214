package dev.plumbline.report.page;

import dev.plumbline.report.chart.Markup;
import java.util.List;
import java.util.function.Consumer;

/** A table that scrolls by itself where the screen is narrower than it. */
public final class Table {
    private final Markup html;
    private final List<String> columns;

    /**
     * Begins it.
     *
     * @param caption what it shows, for people who do not see it
     * @param columns headings; those of numbers begin with {@code #} and stand at the right
     */
    public Table(Markup html, String caption, String... columns) {
        this.html = html;
        this.columns = List.of(columns);
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", caption);
        html.open("table").element("caption", caption, "class", "unseen");
        html.open("thead").open("tr");
        for (String column : columns) {
            if (isNumber(column)) {
                html.element("th", column.substring(1), "scope", "col", "class", "number");
            } else {
                html.element("th", column, "scope", "col");
            }
        }
        html.close().close().open("tbody");
    }

    /** A row; each cell is a text or a writer. The first is the row's heading. */
    public Table row(Object... cells) {
        html.open("tr");
        for (int i = 0; i < cells.length; i++) {
            boolean number = i < columns.size() && isNumber(columns.get(i));
            if (i == 0) {
                html.open("th", "scope", "row");
            } else if (number) {
                html.open("td", "class", "number");
            } else {
                html.open("td");
            }
            cell(cells[i]);
            html.close();
        }
        html.close();
        return this;
    }

    /** Two rows that share their first cells. */
    Table pair(List<Object> shared, List<Object> first, List<Object> second) {
        html.open("tr", "class", "upper");
        for (int i = 0; i < shared.size(); i++) {
            String style = isNumber(columns.get(i)) ? "number" : "text";
            if (i == 0) {
                html.open("th", "scope", "rowgroup", "rowspan", "2", "class", style);
            } else {
                html.open("td", "rowspan", "2", "class", style);
            }
            cell(shared.get(i));
            html.close();
        }
        rest(shared.size(), first);
        html.close().open("tr");
        rest(shared.size(), second);
        html.close();
        return this;
    }

    private void rest(int from, List<Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            html.open("td", "class", isNumber(columns.get(from + i)) ? "number" : "text");
            cell(cells.get(i));
            html.close();
        }
    }

    @SuppressWarnings("unchecked") // cells are made in this package: texts and writers
    private void cell(Object cell) {
        if (cell instanceof String text) {
            html.text(text);
        } else {
            ((Consumer<Markup>) cell).accept(html);
        }
    }

    /** A cell that is more than text. */
    public static Consumer<Markup> cell(Consumer<Markup> writer) {
        return writer;
    }

    /** A cell with a name from the data or the network. */
    public static Consumer<Markup> name(String name) {
        return html -> Words.name(html, name);
    }

    /** Ends it. */
    public void end() {
        html.close().close().close();
    }

    private static boolean isNumber(String column) {
        return column.startsWith("#");
    }
}
