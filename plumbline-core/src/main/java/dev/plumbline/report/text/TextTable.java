package dev.plumbline.report.text;

import dev.plumbline.report.Ink;
import dev.plumbline.report.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A table with aligned columns. Where it is wider than the terminal, columns that may go are left out from the right,
 * then the widest column of text is cut.
 */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int LEAST = 8;

    private final Ink ink;
    private final int width;
    private final List<Column> columns = new ArrayList<>();
    private final List<List<Cell>> rows = new ArrayList<>();

    /** A text with the way in which it is inked. */
    public record Cell(String text, UnaryOperator<String> style) {}

    private record Column(String name, boolean number, boolean optional) {}

    /** An empty table for a terminal of so many columns. */
    public TextTable(Ink ink, int width) {
        this.ink = ink;
        this.width = width;
    }

    /** A column of text. */
    public TextTable text(String name) {
        columns.add(new Column(name, false, false));
        return this;
    }

    /** A column of numbers, which stand at the right. */
    public TextTable number(String name) {
        columns.add(new Column(name, true, false));
        return this;
    }

    /** A column of numbers that may go where there is no room. */
    public TextTable optional(String name) {
        columns.add(new Column(name, true, true));
        return this;
    }

    /** A column of text that may go where there is no room. */
    public TextTable optionalText(String name) {
        columns.add(new Column(name, false, true));
        return this;
    }

    /** A row, as plain text. */
    public TextTable row(String... cells) {
        return row(ink::text, cells);
    }

    /** A row, inked. */
    public TextTable row(UnaryOperator<String> style, String... cells) {
        List<Cell> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(new Cell(ink.text(cell), style));
        }
        rows.add(row);
        return this;
    }

    /** The lines: headings, then rows. */
    public List<String> lines() {
        List<Integer> shown =
                new ArrayList<>(IntStream.range(0, columns.size()).boxed().toList());
        for (int c = columns.size() - 1; c >= 0 && total(shown) > width; c--) {
            if (columns.get(c).optional()) {
                shown.remove((Integer) c);
            }
        }
        int[] widths = IntStream.range(0, columns.size()).map(this::natural).toArray();
        int over = shown.stream().mapToInt(c -> widths[c]).sum() + GAP.length() * (shown.size() - 1) - width;
        while (over > 0) {
            int widest = shown.stream()
                    .filter(c -> !columns.get(c).number() && widths[c] > LEAST)
                    .max(java.util.Comparator.comparingInt(c -> widths[c]))
                    .orElse(-1);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
            over--;
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(columns.stream().map(c -> new Cell(c.name(), ink::quiet)).toList(), shown, widths));
        rows.forEach(row -> lines.add(line(row, shown, widths)));
        return lines;
    }

    private int total(List<Integer> shown) {
        return shown.stream().mapToInt(this::natural).sum() + GAP.length() * (shown.size() - 1);
    }

    private int natural(int column) {
        return rows.stream()
                .mapToInt(r -> TextWidth.of(r.get(column).text()))
                .reduce(TextWidth.of(columns.get(column).name()), Math::max);
    }

    private String line(List<Cell> cells, List<Integer> shown, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < shown.size(); i++) {
            int c = shown.get(i);
            Cell cell = cells.get(c);
            String text = ink.text(TextWidth.cut(cell.text(), widths[c]));
            String space = " ".repeat(Math.max(0, widths[c] - TextWidth.of(text)));
            String inked = cell.style().apply(text);
            boolean last = i == shown.size() - 1;
            line.append(i == 0 ? "" : GAP)
                    .append(columns.get(c).number() ? space + inked : last ? inked : inked + space);
        }
        return line.toString().stripTrailing();
    }
}
